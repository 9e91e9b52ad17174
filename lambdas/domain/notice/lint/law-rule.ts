import type { LocalLaw } from './lint-document.ts';
import { promisedWords } from './promised-words.ts';
import type { Found, LintRule, Reading } from './rule.ts';
import { findPhrase } from './words/phrase.ts';
import { wordsFor } from './words/words-for.ts';

/** A rule of one local law: silent unless it was asked for. */
export function lawRule(name: string, law: LocalLaw, check: (reading: Reading) => readonly Found[]): LintRule {
  return { name, check: (reading) => (reading.laws.includes(law) ? check(reading) : []) };
}

/**
 * That the person learns, before agreeing, that consent can be taken back, how, and that it can be at any time. Missing words are an
 * error in a notice, which has a place for them; "at any time" said in other words than ours is a warning.
 */
export function withdrawalStated({ document, pieces }: Reading, law: string): readonly Found[] {
  if (document.kind === 'template') return [];
  if (document.kind === 'form') {
    const isSaid = pieces.some(
      ({ text, locale }) =>
        promisedWords(text).some(({ means }) => means === 'stop') ||
        findPhrase(text, wordsFor(locale)?.anyTime ?? []) !== undefined,
    );
    const detail = `${law} asks to say that consent can be taken back, and how; it was not seen.`;
    return isSaid ? [] : [{ severity: 'warning', pointer: '/text', detail, fix: 'Add how to stop to the form.' }];
  }
  return document.texts.flatMap(({ locale, howToStop }, at): readonly Found[] => {
    const pointer = `/texts/${at}/howToStop`;
    if (howToStop === undefined) {
      const detail = `${law} asks to say that consent can be taken back, and how.`;
      return [
        {
          severity: 'error',
          pointer,
          detail,
          fix: 'Add howToStop: “You can end the messages at any time: send STOP.”',
        },
      ];
    }
    const words = wordsFor(locale);
    if (words === undefined || findPhrase(howToStop, words.anyTime) !== undefined) return [];
    const detail = `${law} asks to say that it can be at any time; that was not seen.`;
    return [{ severity: 'warning', pointer, detail, fix: 'Say “at any time”.' }];
  });
}

/** That a notice leads to the information that the law asks for. */
export function privacyLinked({ document }: Reading, law: string, what: string): readonly Found[] {
  if (document.kind !== 'notice') return [];
  return document.texts.flatMap(({ privacy }, at): readonly Found[] =>
    privacy !== undefined
      ? []
      : [
          {
            severity: 'error',
            pointer: `/texts/${at}/privacy`,
            detail: `${law} asks to say ${what}; there is no link to where it stands.`,
            fix: 'Add privacy: a sentence and the https link of your privacy notice.',
          },
        ],
  );
}
