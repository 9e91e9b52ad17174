import { languageOf, languages } from '../../../languages/language.ts';
import { lintTable } from '../../../languages/tables.ts';
import { pieceRule } from '../rule.ts';

/** Scripts of languages that we do not speak; those that are not listed are not judged. */
const otherScripts: ReadonlyMap<string, string> = new Map([
  ...['nl', 'pl', 'vi'].map((language) => [language, 'Latin'] as const),
  ['mr', 'Devanagari'],
  ['fa', 'Arabic'],
  ['ur', 'Arabic'],
  ['he', 'Hebrew'],
  ['ru', 'Cyrillic'],
  ['uk', 'Cyrillic'],
  ['el', 'Greek'],
  ['th', 'Thai'],
  ['bn', 'Bengali'],
  ['ta', 'Tamil'],
  ['ko', 'Hangul'],
  ['zh', 'Han'],
]);

/** A letter of the script in which a language is written. */
const scripts: ReadonlyMap<string, RegExp> = new Map([
  ...[...otherScripts, ...languages.map((language) => [language, lintTable[language].script] as const)].map(
    ([language, script]) => [language, new RegExp(`\\p{Script=${script}}`, 'u')] as const,
  ),
  ['ja', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
]);

/**
 * Not a letter of the language's own script: a Hindi notice in Latin letters, an Arabic one left in English. People are asked in
 * the language that they read. A tag that names the script (`hi-Latn`) is believed. Source: GDPR Art. 7(2) ("intelligible");
 * DPDP Act 2023 s. 6(3); ours.
 */
export const languageScript = pieceRule(
  'language-script',
  [
    'heading',
    'agreement',
    'incentive',
    'benefits',
    'frequency',
    'how-to-stop',
    'privacy',
    'form-text',
    'label',
    'body',
  ],
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
