import { lawRule } from '../law-rule.ts';
import { findPhrase } from '../words/phrase.ts';
import { wordsFor } from '../words/words-for.ts';

/**
 * United States: the person is told that agreeing is not a condition of buying anything. A warning, because it can be said in words
 * that we do not know. That the number is named is `agreement-shows-number`. Source: 47 CFR 64.1200(f)(9)(i)(B).
 */
export const usNotACondition = lawRule('us-not-a-condition', 'us', ({ document, pieces }) => {
  if (document.kind === 'template') return [];
  const places =
    document.kind === 'form'
      ? [{ locale: document.locale, at: '' }]
      : document.texts.map(({ locale }, at) => ({ locale, at: `/texts/${at}` }));
  return places.flatMap(({ locale, at }) => {
    const words = wordsFor(locale);
    const isSaid = pieces.some(
      ({ pointer, text }) =>
        pointer.startsWith(`${at}/`) && words !== undefined && findPhrase(text, words.notACondition) !== undefined,
    );
    if (words === undefined || isSaid) return [];
    const detail =
      '47 CFR 64.1200(f)(9) asks to say that agreeing is not a condition of buying anything; that was not seen.';
    const pointer = document.kind === 'form' ? '/text' : at;
    return [
      { severity: 'warning', pointer, detail, fix: 'Say it: “This is not a condition of any purchase.”' } as const,
    ];
  });
});
