import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { phoneFaults } from '../../lambdas/edge/numbers/phone-faults.ts';
import { readPhone } from '../../lambdas/edge/numbers/read-phone.ts';

const page = readFileSync('docs/numbers.md', 'utf8');
const rowsAfter = (heading: string) =>
  (page.split(heading)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) => line.split('|').slice(1, -1));
/** What stands between backticks; what is only indicated is no example. */
const examples = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text);
const whole = (text: string) => !text.includes('…');
const read = (text: string) => readPhone(text.replace(/^(?=[1-9]\d{9,}$)/, '+'));

test('docs/numbers.md: what is read is read so', () => {
  const rows = rowsAfter('## What is read');
  expect(rows.length).toBeGreaterThan(7);
  for (const [written, line] of rows) {
    const writings = examples(written).filter(whole);
    const lines = line?.includes('as written') ? writings : examples(line);
    for (const [index, writing] of writings.entries()) {
      const digits = (lines[index] ?? lines[0] ?? '').replace(/\D/g, '');
      expect(read(writing), writing).toMatchObject({ digits });
    }
  }
});

test('docs/numbers.md: what is refused is refused so, and every code is there', () => {
  const rows = rowsAfter('## What is refused');
  const codes = rows.flatMap(([code]) => examples(code));
  expect(codes.toSorted()).toEqual(Object.keys(phoneFaults).toSorted());
  const faults = rows.flatMap(([code, written]) => {
    return examples(written)
      .filter(whole)
      .map((writing) => [writing, readPhone(writing), examples(code)] as const);
  });
  expect(faults.length).toBeGreaterThan(12);
  for (const [writing, found, code] of faults)
    expect([writing, 'fault' in found && code.includes(found.fault)]).toEqual([writing, true]);
});
