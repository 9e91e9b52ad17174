import { expect, test } from 'vitest';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';

/** A text and the rule it matches; the answer follows from the kind of the rule. 'none' = no keyword. A clear stop is of everything unless it says `marketing`. */
export type Row = readonly [text: string, rule: string, of?: 'marketing'];

/** One test per row. */
export function expectAnswers(rows: readonly Row[]): void {
  test.each(rows.map(([text, rule, of = 'all']) => [text, rule, of] as const))('%j is %s', (text, rule, of) => {
    expect(matchKeyword(text)).toEqual(answerOf(rule, of));
  });
}

function answerOf(rule: string, of: string) {
  if (rule === 'none') return { answer: 'none' };
  if (rule.startsWith('maybe-stop.')) return { answer: 'ambiguous', keyword: 'stop', rule };
  const keyword = rule.split('.')[0];
  return { answer: 'clear', keyword, rule, ...(keyword === 'stop' && { of }) };
}
