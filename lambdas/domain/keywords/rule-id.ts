import type { Language } from './languages.ts';
import { normalise } from './normalise.ts';

export type RuleKind = 'stop' | 'maybe-stop' | 'start' | 'help';

/** The id of a rule as statements keep it: `stop.es.alto`. Ids are in the ledger for ever, so a word is never renamed. */
export function ruleId(kind: RuleKind, language: Language, name: string): string {
  return `${kind}.${language}.${normalise(name).replaceAll(' ', '-')}`;
}

/** The words of a list with commas, normalised. */
export function wordsOf(list: string): string[] {
  return list
    .split(',')
    .map(normalise)
    .filter((word) => word !== '');
}

/** The rules of a table of word lists (with commas), by the normalised word. Where two languages list one word, the first wins. */
export function rulesByText(
  kind: RuleKind,
  table: readonly { readonly language: Language; readonly words: string }[],
): ReadonlyMap<string, string> {
  const rules = new Map<string, string>();
  for (const { language, words } of table) {
    for (const word of wordsOf(words)) {
      if (!rules.has(word)) rules.set(word, ruleId(kind, language, word));
    }
  }
  return rules;
}
