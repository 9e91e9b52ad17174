import { allKeywords, type HeardWords } from '../languages/all-keywords.ts';
import type { HeardLanguage } from '../languages/heard-languages.ts';
import { foldLetters, normalise, wordsIn } from './normalise.ts';

/** A stop that the provider heard, and the words say less of. */
export const toldStop = 'stop.provider';

export type RuleKind = 'stop' | 'maybe-stop' | 'start' | 'help' | 'preferences' | 'human';

/** The id of a rule as statements keep it: `stop.es.alto`. Ids are in the ledger for ever, so a word is never renamed. */
export function ruleId(kind: RuleKind, language: HeardLanguage, name: string): string {
  return `${kind}.${language}.${normalise(name).replaceAll(' ', '-')}`;
}

/** The words of a list with commas, normalised. */
export function wordsOf(list: string): string[] {
  return foldLetters(list)
    .split(/[,،]/)
    .map(wordsIn)
    .filter((word) => word !== '');
}

/** The words of all languages in a column that is a list with commas, normalised. */
export function wordsOfAll(
  column: 'courtesies' | 'requests' | 'requestEnds' | 'greetings' | 'tails' | 'joiners' | 'reactions',
): string[] {
  return allKeywords.flatMap((words) => wordsOf(words[column] ?? ''));
}

/** A column of the tables whose words are rules. */
export type WordColumn = 'explicit' | 'stop' | 'everyday' | 'maybe' | 'start' | 'help' | 'preferences';

/** The rules of a column in all languages, by the normalised word. Where two languages list one word, the first wins. */
export function rulesByWord(
  kind: RuleKind,
  column: WordColumn,
): ReadonlyMap<string, { readonly rule: string; readonly words: HeardWords }> {
  const rules = new Map<string, { rule: string; words: HeardWords }>();
  for (const words of allKeywords) {
    for (const word of wordsOf(words[column] ?? '')) {
      if (!rules.has(word)) rules.set(word, { rule: ruleId(kind, words.language, word), words });
    }
  }
  return rules;
}
