import { type Language, languages, ownLanguage } from '../../../languages/language.ts';
import { lintTable } from '../../../languages/tables.ts';
import type { LintWords } from '../../../languages/topics/lint.ts';
import { type Phrase, phrases } from './phrase.ts';

/** What the rules look for in one language, ready to be looked for. */
export type LintPhrases = { readonly [Kind in Exclude<keyof LintWords, 'script'>]: readonly Phrase[] };

/** The phrases by language. */
export const lintPhrases: ReadonlyMap<Language, LintPhrases> = new Map(
  languages.map((language) => [language, phrasesOf(lintTable[language])]),
);

/** The phrases of a BCP 47 tag's language; undefined for a language that we do not speak. */
export function wordsFor(locale: string): LintPhrases | undefined {
  const language = ownLanguage(locale);
  return language && lintPhrases.get(language);
}

function phrasesOf({ script: _script, ...words }: LintWords): LintPhrases {
  const kinds = Object.entries(words).map(([kind, list]: [string, string]) => [kind, phrases(list)] as const);
  return Object.fromEntries(kinds) as unknown as LintPhrases;
}
