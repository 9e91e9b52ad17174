import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../console/src/users/sends/words/en.ts';

/** Where it is decided that a question or an answer is not sent. */
const deciding = ['welcome.ts', 'ask-first.ts'];

test('every code for which nobody is asked is a sentence in the timeline', () => {
  const sources = deciding.map((file) => readFileSync(`lambdas/use-cases/messages/${file}`, 'utf8')).join('\n');
  const codes = [...sources.matchAll(/(?:codes: \[|unless: )'([a-z-]+)'/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.filter((code = '') => !(code in en.notSent) && code !== 'too-late')).toEqual([]);
});
