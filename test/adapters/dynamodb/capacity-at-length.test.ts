import { expect, test } from 'vitest';
import { ledgerBench } from '../../support/ledger/ledger-bench.ts';
import { startAfter } from '../../support/ledger/start-after.ts';
import { promised } from '../../support/promised.ts';

test('START costs after a thousand requests what docs/table.md says, as after one, and reads no ledger', async () => {
  const bench = await ledgerBench();
  const { requests, rru, wru } = await bench.measure(await startAfter(bench, '14155550200', 1000));
  expect({ requests, rru, wru }).toEqual({ requests: 2, rru: 1, wru: 4 + 4 });
  expect(promised('docs/table.md', '| START after 1000 requests, 2 flip | {n} | {n} | {n} |')).toEqual([
    requests,
    rru,
    wru,
  ]);
});
