import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintRules } from '../../lambdas/domain/notice/lint/lint-rules.ts';

const page = readFileSync('docs/linter.md', 'utf8');
const names = lintRules.map(({ name }) => name);

test('docs/linter.md has a row for every rule of the linter, and for no other', () => {
  expect([...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name).sort()).toEqual([...names].sort());
});

test('every rule is a file of its name, and is run', () => {
  const files = readdirSync('lambdas/domain/notice/lint/rules').map((file) => file.replace(/\.ts$/, ''));
  expect(files.sort()).toEqual([...names].sort());
});

test('every rule says where it comes from', () => {
  const files = readdirSync('lambdas/domain/notice/lint/rules');
  const silent = files.filter(
    (file) => !/\bSource:\s/.test(readFileSync(`lambdas/domain/notice/lint/rules/${file}`, 'utf8')),
  );
  expect(silent).toEqual([]);
});
