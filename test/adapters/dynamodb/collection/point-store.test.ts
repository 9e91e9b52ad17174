import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { chargeCounter } from '../../../../lambdas/adapters/dynamodb/collection/charge-counter.ts';
import { pointStore } from '../../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { chargedKey, pointCountsKey, pointVisitsKey } from '../../../../lambdas/adapters/dynamodb/table/app-keys.ts';
import type { CollectionPoint } from '../../../../lambdas/domain/collection/collection-point.ts';
import { sumOf } from '../../../../lambdas/domain/collection/funnel.ts';
import type { Charge } from '../../../../lambdas/domain/ledger/charges.ts';
import type { ChargeCounter, PointStore } from '../../../../lambdas/use-cases/collection/ports.ts';
import { type LedgerBench, ledgerBench, noon } from '../../../support/ledger/ledger-bench.ts';
import { testCode, testPoint, testToken } from '../../../support/pages/collection.ts';
import { failWrites } from '../../../support/table/refused-writes.ts';
import { rowsWhere } from '../../../support/table/rows.ts';

let bench: LedgerBench;
let store: PointStore;
let counter: ChargeCounter;
beforeEach(async () => {
  bench = await ledgerBench();
  store = pointStore(bench.table);
  counter = chargeCounter(bench.table, bench.now);
});

const nothing = sumOf([]);
const token = testToken(1);
const point = testPoint(1).pointId;
const countsOf = async (of = token) => (await store.findFresh(of))?.counts;

describe('a point', () => {
  test('is given back with all that was stored, and counts of nothing', async () => {
    const whole = testPoint(1, {
      campaign: 'spring-26',
      greeting: 'Hello Acme',
      origins: ['https://shop.example'],
      cap: 100,
      expiresAt: noon + 1000,
      metaLink: { code: 'ABC', url: 'https://wa.me/message/ABC' },
    });
    await store.create(whole);
    expect(await store.findFresh(token)).toEqual({ point: whole, counts: nothing });
    expect(await store.find(token)).toEqual({ point: whole, counts: nothing });
  });

  test('is not found by an unknown token, the code of a choice or any other text, and the last two ask nothing', async () => {
    await store.create(testPoint(1));
    expect(await store.find(testToken(2))).toBeUndefined();
    const asked = await bench.measure(async () => {
      for (const wrong of [testCode(1), '', 'x'.repeat(5000), `${token}b`, `${token}#K`, token.toUpperCase()]) {
        expect(await store.find(wrong)).toBeUndefined();
        expect(await store.findFresh(wrong)).toBeUndefined();
        await store.countVisit(wrong, ['scans'], '2026-11-20');
      }
    });
    expect(asked.requests).toBe(0);
  });

  test('cannot be made twice', async () => {
    await store.create(testPoint(1));
    await expect(store.create(testPoint(1, { appId: 'other' }))).rejects.toMatchObject({ code: 'already-exists' });
    expect((await store.findFresh(token))?.point.appId).toBe('acme');
  });

  test('changes from what was read, and keeps its counts', async () => {
    const before = testPoint(1);
    await store.create(before);
    await store.countVisit(token, ['scans'], '2026-11-20');
    const paused: CollectionPoint = { ...before, status: 'paused', version: 2 };
    await store.replace(before, paused);
    expect(await store.findFresh(token)).toEqual({ point: paused, counts: { ...nothing, scans: 1 } });
    await expect(store.replace(before, { ...before, name: 'Late', version: 2 })).rejects.toMatchObject({
      code: 'already-exists',
    });
    expect((await store.list('acme', 10)).map((each) => each.point)).toEqual([paused]);
  });

  test('is not remembered: the same store sees at once what another one paused', async () => {
    const before = testPoint(1);
    await store.create(before);
    expect((await store.find(token))?.point.status).toBe('active');
    await pointStore(bench.table).replace(before, { ...before, status: 'paused', version: 2 });
    expect((await store.find(token))?.point.status).toBe('paused');
  });
});

describe('the list of an app', () => {
  test('gives a hundred points with their counts by three requests, page by page, and none of another app', async () => {
    for (let n = 1; n <= 103; n += 1) await store.create(testPoint(n, { name: `Point ${n}` }));
    await store.create(testPoint(104, { appId: 'other' }));
    await store.countVisit(testToken(7), ['clicks'], '2026-11-20');
    let first: Awaited<ReturnType<PointStore['list']>> = [];
    expect((await bench.measure(async () => (first = await store.list('acme', 100)))).requests).toBe(3);
    const last = first.at(-1)?.point.pointId.slice(3);
    const all = [...first, ...(await store.list('acme', 100, last))];
    expect(first).toHaveLength(100);
    expect(new Set(all.map((each) => each.point.name)).size).toBe(103);
    expect(all.find((each) => each.point.name === 'Point 7')?.counts).toEqual({ ...nothing, clicks: 1 });
    expect(await store.list('nobody', 100)).toEqual([]);
  });
});

describe('visits', () => {
  test('are counted by their kind, also many at once', async () => {
    await store.create(testPoint(1));
    await Promise.all([1, 2, 3, 4, 5].map(() => store.countVisit(token, ['scans'], '2026-11-20')));
    await store.countVisit(token, ['clicks'], '2026-11-20');
    expect(await countsOf()).toEqual({ ...nothing, scans: 5, clicks: 1 });
  });

  test('of a point that is not there make none', async () => {
    await store.countVisit(testToken(9), ['scans'], '2026-11-20');
    expect(await rowsWhere(bench.table, /POINT/)).toEqual([]);
  });
});

describe('charges', () => {
  beforeEach(() => store.create(testPoint(1)));
  const told = (entry: string, ...counts: readonly Charge['count'][]) => ({
    entry,
    charges: counts.map((count) => ({ point, count })),
  });
  /** As many entries as one transaction takes beside the counts, and one more. */
  const many = Array.from({ length: 100 }, (_, n) => told(`u${n}#entry`, 'optIns'));

  test('of a ledger entry are counted once, however often it is told', async () => {
    const entry = told('u1#entry-1', 'optIns', 'chats');
    await counter.addCharges([entry, entry]);
    await counter.addCharges([entry]);
    await Promise.all([1, 2, 3].map(() => chargeCounter(bench.table, bench.now).addCharges([entry])));
    expect(await countsOf()).toEqual({ ...nothing, optIns: 1, chats: 1 });
    await counter.addCharges([told('u1#entry-2', 'optIns', 'chats')]);
    expect(await countsOf()).toEqual({ ...nothing, optIns: 2, chats: 2 });
  });

  test('of many entries at once are all counted', async () => {
    expect([...(await counter.addCharges(many))]).toEqual([]);
    expect((await countsOf())?.optIns).toBe(100);
  });

  test('of entries that were told before are left out, and the others counted', async () => {
    await counter.addCharges(many.slice(20, 60));
    await counter.addCharges(many);
    await counter.addCharges([told('u0#entry', 'optIns'), told('u0#late', 'optIns', 'chats')]);
    expect(await countsOf()).toEqual({ ...nothing, optIns: 101, chats: 1 });
  });

  test('are counted together in two requests for a hundred entries, in two for one that is new among fifty', async () => {
    expect(await bench.measure(() => counter.addCharges(many))).toMatchObject({ requests: 2, wru: 204 });
    const again = [...many.slice(0, 50), told('u0#late', 'optIns')];
    expect(await bench.measure(() => counter.addCharges(again))).toMatchObject({ requests: 2, wru: 4 });
  });

  test('of several counts are added up each', async () => {
    await counter.addCharges([
      told('a', 'optIns'),
      told('b', 'optIns', 'stops'),
      told('c', 'stops'),
      told('d', 'stops'),
    ]);
    expect(await countsOf()).toEqual({ ...nothing, optIns: 2, stops: 3 });
  });

  test('that name the same count twice are one', async () => {
    await counter.addCharges([told('u1#entry-1', 'optOuts', 'optOuts')]);
    expect((await countsOf())?.optOuts).toBe(1);
  });

  test('go to each point that they name, and those of an unknown point to none', async () => {
    await store.create(testPoint(2));
    const at = [point, testPoint(3).pointId, testPoint(2).pointId];
    const charges = at.map((each) => ({ point: each, count: 'stops' as const }));
    expect([...(await counter.addCharges([{ entry: 'u1#entry-1', charges }]))]).toEqual([]);
    expect((await countsOf())?.stops).toBe(1);
    expect((await countsOf(testToken(2)))?.stops).toBe(1);
    expect(await rowsWhere(bench.table, new RegExp(testToken(3)))).toEqual([]);
  });

  test('of one point that cannot be counted are named, and those of another are counted', async () => {
    await store.create(testPoint(2));
    failWrites(bench.table, (input) => input.includes(token), 1);
    const other = { entry: 'other', charges: [{ point: testPoint(2).pointId, count: 'optIns' as const }] };
    const both = { entry: 'both', charges: [...told('', 'optIns').charges, ...other.charges] };
    const failed = await counter.addCharges([told('one', 'optIns'), other, both]);
    expect([...failed.keys()].sort()).toEqual(['both', 'one']);
    expect((await countsOf(testToken(2)))?.optIns).toBe(2);
    await counter.addCharges([told('one', 'optIns'), both]);
    expect([(await countsOf())?.optIns, (await countsOf(testToken(2)))?.optIns]).toEqual([2, 2]);
  });

  test('leave a marker that outlives every time that they may be told again', async () => {
    await counter.addCharges([told('u1#entry-1', 'stops')]);
    const Key = chargedKey(token, 'u1#entry-1');
    const { Item } = await bench.table.documents.send(new GetCommand({ TableName: bench.table.tableName, Key }));
    expect(Item?.ttl).toBe(noon / 1000 + 45 * 86_400);
  });
});

describe('a point of before visits had an item of their own', () => {
  /** As a former version made and counted it. */
  async function former(): Promise<void> {
    await store.create(testPoint(1));
    const { documents, tableName: TableName } = bench.table;
    await documents.send(new DeleteCommand({ TableName, Key: { ...pointVisitsKey(token) } }));
    await documents.send(new PutCommand({ TableName, Item: { ...pointCountsKey(token), scans: 40, optIns: 3 } }));
  }

  test('keeps what was counted, and goes on counting', async () => {
    await former();
    expect(await countsOf()).toEqual({ ...nothing, scans: 40, optIns: 3 });
    await store.countVisit(token, ['scans'], '2026-11-20');
    await store.countVisit(token, ['clicks'], '2026-11-20');
    await counter.addCharges([{ entry: 'u1#new', charges: [{ point, count: 'optIns' }] }]);
    expect(await countsOf()).toEqual({ ...nothing, scans: 41, clicks: 1, optIns: 4 });
    expect((await store.list('acme', 1))[0]?.counts).toEqual({ ...nothing, scans: 41, clicks: 1, optIns: 4 });
  });

  test('counts what a former version counts beside this one, while it is upgraded', async () => {
    await former();
    await store.countVisit(token, ['scans'], '2026-11-20');
    const { documents, tableName: TableName } = bench.table;
    const add = { UpdateExpression: 'ADD scans :one', ExpressionAttributeValues: { ':one': 1 } };
    await documents.send(new UpdateCommand({ TableName, Key: { ...pointCountsKey(token) }, ...add }));
    expect((await countsOf())?.scans).toBe(42);
  });
});
