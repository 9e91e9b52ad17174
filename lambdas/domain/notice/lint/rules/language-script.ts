import { languageOf } from '../../../languages/language.ts';
import { pieceRule } from '../rule.ts';

/** The script in which a language is written; those that are not listed are not judged. */
const scripts: ReadonlyMap<string, RegExp> = new Map([
  ...['en', 'es', 'pt', 'fr', 'de', 'it', 'id', 'tr', 'nl', 'pl', 'vi'].map(
    (language) => [language, /\p{Script=Latin}/u] as const,
  ),
  ['hi', /\p{Script=Devanagari}/u],
  ['mr', /\p{Script=Devanagari}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['fa', /\p{Script=Arabic}/u],
  ['ur', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['uk', /\p{Script=Cyrillic}/u],
  ['el', /\p{Script=Greek}/u],
  ['th', /\p{Script=Thai}/u],
  ['bn', /\p{Script=Bengali}/u],
  ['ta', /\p{Script=Tamil}/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['ja', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
]);

/**
 * Not a letter of the language's own script: a Hindi notice in Latin letters, an Arabic one left in English. People are asked in
 * the language that they read. A tag that names the script (`hi-Latn`) is believed. Source: GDPR Art. 7(2) ("intelligible");
 * DPDP Act 2023 s. 6(3); ours.
 */
export const languageScript = pieceRule(
  'language-script',
  ['heading', 'agreement', 'benefits', 'frequency', 'how-to-stop', 'privacy', 'form-text', 'label', 'body'],
  ({ text, locale }) => {
    const script = /-[a-z]{4}(?:-|$)/i.test(locale) ? undefined : scripts.get(languageOf(locale));
    if (script === undefined || script.test(text) || !/\p{L}/u.test(text)) return undefined;
    return {
      severity: 'warning',
      detail: `There is no letter of the script in which ${locale} is written.`,
      fix: 'Write the text in the script that its readers use, or name the script in the tag (hi-Latn).',
    };
  },
);
