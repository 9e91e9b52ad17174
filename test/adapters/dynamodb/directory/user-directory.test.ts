import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { userDirectory } from '../../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { usersKeys, windowKey } from '../../../../lambdas/adapters/dynamodb/table/keys.ts';
import { shards } from '../../../../lambdas/contract/table.ts';
import { countryOf } from '../../../../lambdas/edge/numbers/country-of.ts';
import { listUsers } from '../../../../lambdas/use-cases/people/list-users.ts';
import type { PagePosition } from '../../../../lambdas/use-cases/people/ports.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../../support/ledger/ledger-bench.ts';
import { readAll } from '../../../support/table/table-audit.ts';

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

describe('people with several windows', () => {
  const inTurn = (n: number) => ({ phone: `1415555${1000 + n}`, bsuid: `US.${1000 + n}` });

  /** 20 people with windows under number and BSUID: linked, merged, moved to another number, left by an absorbed subject. */
  async function crowd(): Promise<string[]> {
    const { documents, tableName } = bench.table;
    for (let n = 0; n < 20; n += 1) {
      const both = inTurn(n);
      const { phone, bsuid } = both;
      if (n % 4 === 0) await bench.say({ bsuid });
      await bench.hear({ phone }, noon - 5 * hour);
      if (n % 4 !== 1) await bench.hear({ bsuid }, noon - 4 * hour);
      await bench.hear(both, noon - 3 * hour);
      await bench.hear({ bsuid }, noon - 2 * hour);
      if (n % 4 === 2) await bench.hear({ phone: `1415556${1000 + n}`, bsuid }, noon - hour);
    }
    // Messages were written while their subject was merged away: one of the windows bears it still, or all of them.
    for (const [index, home] of (await readAll(bench)).homes.filter(({ absorbed }) => absorbed.length > 0).entries()) {
      const u = home.absorbed[0] ?? '';
      const { upk, usk } = usersKeys('acme', 'W', u);
      for (const place of index % 2 === 0 ? [home.place, ...home.windowPlaces] : home.windowPlaces.slice(0, 1)) {
        await documents.send(
          new UpdateCommand({
            TableName: tableName,
            Key: windowKey('acme', place),
            UpdateExpression: 'SET u = :u, upk = :upk, usk = :usk',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':u': u, ':upk': upk, ':usk': usk },
          }),
        );
      }
    }
    return (await readAll(bench)).homes.map(({ subject }) => subject.userId).sort();
  }

  test('are listed once, however long the pages are', async () => {
    const everybody = await crowd();
    expect(everybody).toHaveLength(20);
    const directory = userDirectory(bench.table);
    for (const limit of [1, 2, 3, 7, 19, 20, 60]) {
      const listed: string[] = [];
      let from: PagePosition | undefined;
      do {
        const page = await listUsers(
          { directory, countryOf, clock: () => noon },
          acme,
          { window: 'open' },
          { limit, from },
          noon,
        );
        expect(page.data.length).toBeLessThanOrEqual(limit);
        listed.push(...page.data.map(({ subject }) => subject.userId));
        from = page.next;
      } while (from !== undefined);
      expect(listed.toSorted(), `limit ${limit}`).toEqual(everybody);
    }
  });
});
