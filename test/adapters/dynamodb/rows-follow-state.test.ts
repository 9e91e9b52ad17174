import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { auditTable, readAll, rowsOf } from '../../support/table/table-audit.ts';

const minute = 60_000;
const phone = '14155550132';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});

const faults = async () => (await auditTable(bench)).faults;

function brake(reason: 'administrative' | 'erasure' | 'quality', lift: boolean) {
  return bench.ledger.recordSuppression(acme, {
    person: { phone },
    at: bench.now(),
    eventId: `${reason}-${lift}`,
    reason,
    lift,
    evidence: {},
    source: 'api',
  });
}

test.each(['administrative', 'erasure', 'quality'] as const)(
  'a suppression of everything (%s) takes every row away and says so to whoever asks for withdrawals; lifting it brings them back',
  async (reason) => {
    await bench.say({ phone }, { purposes: ['offers', 'orders'] });
    bench.setNow(noon + minute);
    await brake(reason, false);
    expect([...(await rowsOf(bench, 'offers')), ...(await rowsOf(bench, 'orders'))]).toEqual([]);
    expect((await readAll(bench)).withdrawals).toMatchObject([
      { purposes: ['offers', 'orders'], why: 'suppression', at: noon + minute },
    ]);
    expect(await faults()).toEqual([]);
    bench.setNow(noon + 2 * minute);
    await brake(reason, true);
    expect([...(await rowsOf(bench, 'offers')), ...(await rowsOf(bench, 'orders'))]).toHaveLength(2);
    expect(await faults()).toEqual([]);
  },
);

test('who opts in under a suppression of everything gets no row', async () => {
  await bench.say({ phone });
  await brake('administrative', false);
  bench.setNow(noon + minute);
  await bench.say({ phone }, { purposes: ['orders'], eventId: 'again' });
  expect([...(await rowsOf(bench, 'offers')), ...(await rowsOf(bench, 'orders'))]).toEqual([]);
  expect(await faults()).toEqual([]);
});

test('the audit judges by the ledger: a row that is there in spite of a no, or without its mark, is a fault', async () => {
  await bench.say({ phone });
  const [row] = (await readAll(bench)).rows;
  await bench.ledger.recordPlatformPreference(acme, {
    person: { phone },
    at: noon + minute,
    eventId: 'stop-1',
    value: 'stop',
    evidence: {},
  });
  expect(await faults()).toEqual([]);
  const put = () => bench.table.documents.send(new PutCommand({ TableName: bench.table.tableName, Item: row ?? {} }));
  await put();
  expect(await faults()).toEqual([
    expect.stringMatching(/^row offers .*expected 14155550132 platform stop, found 14155550132$/),
  ]);
  bench.setNow(noon + 2 * minute);
  await bench.say({ phone }, { action: 'revoked' });
  expect(await faults()).toEqual([]);
  await put();
  expect(await faults()).toEqual([expect.stringMatching(/^row offers .* must not exist$/)]);
});
