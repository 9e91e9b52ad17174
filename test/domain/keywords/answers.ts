import { expect, test } from 'vitest';
import { matchKeyword } from '../../../lambdas/domain/keywords/match-keyword.ts';

/** A text and the rule it matches; the answer follows from the kind of the rule. 'none' = no keyword. */
export type Row = readonly [text: string, rule: string];

/** One test per row. */
export function expectAnswers(rows: readonly Row[]): void {
  test.each(rows)('%j is %s', (text, rule) => {
    expect(matchKeyword(text)).toEqual(answerOf(rule));
  });
}

function answerOf(rule: string) {
  if (rule === 'none') return { answer: 'none' };
  if (rule.startsWith('stop.')) return { answer: 'clear', keyword: 'stop', of: 'all', rule };
  if (rule.startsWith('maybe-stop.')) return { answer: 'ambiguous', keyword: 'stop', rule };
  return { answer: 'clear', keyword: rule.split('.')[0], rule };
}
