import { expect, test } from 'vitest';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { ledgerBench } from '../../support/ledger/ledger-bench.ts';
import { startAfter } from '../../support/ledger/start-after.ts';
import { testPoint, testToken } from '../../support/pages/collection.ts';
import { promised } from '../../support/promised.ts';

/** What docs/table.md says of an operation, as `capacity.test.ts` reads it. */
const saidOf = (operation: string) => promised('docs/table.md', `| ${operation} | {n} | {n} | {n} |`);

test('START costs after a thousand requests what it costs after one, and reads no ledger', async () => {
  const bench = await ledgerBench();
  const { requests, rru, wru } = await bench.measure(await startAfter(bench, '14155550200', 1000));
  expect({ requests, rru, wru }).toEqual({ requests: 2, rru: 1, wru: 4 + 4 });
  expect(saidOf('START after 1000 requests, 2 flip')).toEqual([requests, rru, wru]);
});

test('a year of counts by day is read by two requests', async () => {
  const bench = await ledgerBench();
  const points = pointStore(bench.table);
  await points.create(testPoint(1));
  const start = Date.UTC(2026, 0, 1);
  for (let n = 0; n < 365; n += 1) {
    const day = new Date(start + n * 86_400_000).toISOString().slice(0, 10);
    await points.countVisit(testToken(1), ['scans', 'shown'], day);
  }
  const { requests, rru, wru } = await bench.measure(() => points.days(testToken(1), '2026-01-01', '2026-12-31'));
  expect({ requests, wru }).toEqual({ requests: 2, wru: 0 });
  expect(saidOf('counts of a year by day')).toEqual([requests, rru, wru]);
});
