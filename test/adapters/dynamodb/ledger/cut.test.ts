import { expect, test } from 'vitest';
import { readLedgers } from '../../../../lambdas/adapters/dynamodb/entries/ledger-reader.ts';
import { wasSaidByNumber } from '../../../../lambdas/domain/ledger/cut.ts';
import { ledgerBench } from '../../../support/ledger/ledger-bench.ts';
import { readAll } from '../../../support/table/table-audit.ts';

test.each([
  ['the number itself', '14155550132', '14155550132', true],
  ['another number', '14155550132', '14155550133', false],
  ['a line of Benin by its earlier key', '2290197123456', '22997123456', true],
  ['a line of Benin by its key of today', '22997123456', '2290197123456', true],
])('what was said by %s', async (_, waId, number, is) => {
  const bench = await ledgerBench();
  await bench.say({ phone: waId });
  const [home] = (await readAll(bench)).homes;
  const [entry] = await readLedgers(bench.table, 'acme', [home?.subject.subjectId ?? '']);
  if (entry === undefined) throw new Error('Something was said.');
  expect(wasSaidByNumber(entry, { number })).toBe(is);
});
