import { languageOf } from '../../../languages/language.ts';
import { wordRule } from '../rule.ts';
import { findPhrase } from '../words/phrase.ts';
import { lintPhrases } from '../words/words-for.ts';

/**
 * The agreement reads like another language than its tag: a text pasted under the wrong tag, or not translated. The person would
 * agree to what they cannot read. Source: GDPR Art. 7(2) ("intelligible and easily accessible form, using clear and plain
 * language"); ours.
 */
export const languageDiffers = wordRule('language-differs', ['agreement'], ({ text, locale }, words) => {
  if (findPhrase(text, words.consent) !== undefined) return undefined;
  const own = languageOf(locale);
  const other = [...lintPhrases].find(([language, table]) => language !== own && findPhrase(text, table.consent));
  return other === undefined
    ? undefined
    : {
        severity: 'warning',
        detail: `The text is marked ${locale} and reads like “${other[0]}”.`,
        fix: 'Translate it, or mend the tag.',
      };
});
