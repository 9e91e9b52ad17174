import { beforeEach, expect, test } from 'vitest';
import { userDirectory } from '../../../lambdas/adapters/dynamodb/user-directory.ts';
import { shards } from '../../../lambdas/contract/table.ts';
import { type LedgerBench, ledgerBench, noon } from '../../support/ledger-bench.ts';

const hour = 60 * 60 * 1000;
const phone = '14155550132';
const bsuid = 'US.13491208655302741918';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});

test.each(['all', 'kept-window'] as const)(
  'in the list (%s) somebody who wrote last under the other identifier has the window of that message',
  async (kind) => {
    await bench.say({ phone });
    await bench.hear({ phone, bsuid }, noon - 30 * hour);
    await bench.hear({ bsuid }, noon - hour);
    const { data } = await userDirectory(bench.table).list('acme', kind, 10);
    expect(data.map(({ subject, window }) => [subject.phone, window.lastInboundAt])).toEqual([[phone, noon - hour]]);
  },
);

test('withdrawals are read strongly: what was acknowledged a moment ago is in the answer', async () => {
  await bench.say({ phone });
  await bench.say({ phone }, { action: 'revoked' });
  const directory = userDirectory(bench.table);
  const units = await bench.measure(() => directory.withdrawalsSince('acme', noon - hour, 100));
  // Reads that may be stale cost half as much.
  expect(units).toEqual({ requests: shards, rru: shards, wru: 0 });
});
