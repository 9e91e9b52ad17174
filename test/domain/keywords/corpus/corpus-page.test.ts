import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withMadeParts } from './keyword-docs.ts';

test('the page shows the words and the counts as they are (npm run corpus -- --write)', () => {
  const page = readFileSync('docs/opt-out-keywords.md', 'utf8');
  expect(page).toBe(withMadeParts(page));
}, 30_000);
