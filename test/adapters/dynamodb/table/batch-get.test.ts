import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { pointStore } from '../../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { people } from '../../../../lambdas/adapters/dynamodb/identity/people.ts';
import { eligibleRows } from '../../../../lambdas/adapters/dynamodb/rows/eligible-rows.ts';
import { batchGet } from '../../../../lambdas/adapters/dynamodb/table/batch-get.ts';
import { pauseLength } from '../../../../lambdas/adapters/dynamodb/table/pause.ts';
import { shards } from '../../../../lambdas/contract/table.ts';
import { TryAgainError } from '../../../../lambdas/domain/errors.ts';
import { acme, testApi } from '../../../support/api/api.ts';
import { identifierKey, type LedgerBench, ledgerBench, noon } from '../../../support/ledger/ledger-bench.ts';
import { testPoint, testToken } from '../../../support/pages/collection.ts';
import { answeringInPart } from '../../../support/table/partial-answers.ts';

let bench: LedgerBench;
beforeEach(async () => {
  bench = await ledgerBench();
});

const keys = Array.from({ length: 130 }, (_, n) => ({ pk: `test#${n}`, sk: 'S' }));

async function fill(): Promise<void> {
  const put = (key: object) =>
    bench.table.documents.send(new PutCommand({ TableName: bench.table.tableName, Item: key as never }));
  for (let from = 0; from < keys.length; from += 26) await Promise.all(keys.slice(from, from + 26).map(put));
}

const sorted = (items: readonly object[]) => (items as { pk: string }[]).map(({ pk }) => pk).sort();

describe('a batch of keys', () => {
  beforeEach(fill);

  test('is read in requests of at most a hundred; what is not there is left out', async () => {
    const { table, pauses, asked } = answeringInPart(bench.table, (all) => all);
    const found = await batchGet(table, [...keys, { pk: 'nobody', sk: 'S' }], { consistent: true });
    expect(sorted(found)).toEqual(sorted(keys));
    expect([asked, pauses]).toEqual([[100, 31], []]);
  });

  test('that is answered in part is asked for again, only what is left, each time after a longer pause', async () => {
    const { table, pauses, asked } = answeringInPart(bench.table, (all, request) =>
      request > 6 ? all : Math.min(10, all),
    );
    expect(sorted(await batchGet(table, keys.slice(0, 100), { consistent: false }))).toEqual(
      sorted(keys.slice(0, 100)),
    );
    expect(asked).toEqual([100, 90, 80, 70, 60, 50, 40]);
    expect(pauses).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('of which keys are left after the sixth time is an error, never a smaller answer', async () => {
    const { table, pauses } = answeringInPart(bench.table, (all) => all - 1);
    await expect(batchGet(table, keys.slice(0, 2), { consistent: true })).rejects.toBeInstanceOf(TryAgainError);
    expect(pauses).toHaveLength(6);
  });
});

test('the requests of a long batch are under way side by side, ten of them and no more', async () => {
  let [most, underWay] = [0, 0];
  const documents = {
    async send({ input }: { input: { RequestItems: Record<string, { Keys: object[] }> } }) {
      underWay += 1;
      most = Math.max(most, underWay);
      // Whoever asks without waiting for this answer has asked by then.
      await new Promise((resolve) => setImmediate(resolve));
      underWay -= 1;
      return { Responses: { [bench.table.tableName]: input.RequestItems[bench.table.tableName]?.Keys ?? [] } };
    },
  };
  const many = Array.from({ length: 1_150 }, (_, n) => ({ pk: `test#${n}`, sk: 'S' }));
  const table = { ...bench.table, documents: documents as unknown as typeof bench.table.documents };
  expect(await batchGet(table, many, { consistent: true })).toEqual(many);
  expect(most).toBe(10);
});

test('pauses double from 20 milliseconds to 640, with full jitter', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 40].map((times) => pauseLength(times, 1))).toEqual([
    20, 40, 80, 160, 320, 640, 640, 640,
  ]);
  expect(pauseLength(6, 0)).toBe(0);
});

describe('an answer in part loses nothing', () => {
  const phones = Array.from({ length: 12 }, (_, n) => `141555500${10 + n}`);

  test('of people who are asked for at once', async () => {
    for (const phone of phones) await bench.say({ phone });
    const { table, pauses } = answeringInPart(bench.table, (all) => Math.ceil(all / 2));
    const found = await people(table, identifierKey).findMany(
      'acme',
      phones.map((phone) => ({ phone })),
      true,
    );
    expect(found.map((person) => person !== undefined && 'subject' in person && person.subject.phone)).toEqual(phones);
    expect(pauses.length).toBeGreaterThan(2);
  });

  test('of people: nobody is a stranger because the table did not answer', async () => {
    for (const phone of phones) await bench.say({ phone });
    const { table } = answeringInPart(bench.table, () => 0);
    const asked = people(table, identifierKey).findMany(
      'acme',
      phones.map((phone) => ({ phone })),
      false,
    );
    await expect(asked).rejects.toBeInstanceOf(TryAgainError);
  });

  test('of the windows of an export', async () => {
    for (const phone of phones) {
      await bench.say({ phone });
      await bench.hear({ phone }, noon - 1000);
    }
    const { table, pauses } = answeringInPart(bench.table, () => 1);
    const opened: (number | undefined)[] = [];
    for (let shard = 0; shard < shards; shard += 1) {
      for await (const rows of eligibleRows(table).pages('acme', 'offers', shard, { windows: true })) {
        opened.push(...rows.map(({ window }) => window.lastInboundAt));
      }
    }
    expect(opened).toEqual(phones.map(() => noon - 1000));
    expect(pauses.length).toBeGreaterThan(0);
  });

  test('of the counts of points', async () => {
    const store = pointStore(bench.table);
    for (const n of [1, 2, 3, 4]) {
      await store.create(testPoint(n));
      await store.countVisit(testToken(n), ['scans'], '2026-11-20');
    }
    const { table, pauses } = answeringInPart(bench.table, () => 2);
    const listed = await pointStore(table).list('acme', 100);
    expect(listed.map(({ counts }) => counts.scans)).toEqual([1, 1, 1, 1]);
    expect(pauses).toEqual([1, 2, 3]);
  });
});

test('a call whose answer the table never completes is told to come again, and learns nothing', async () => {
  const api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  Object.assign(api.table, answeringInPart(api.table, () => 0).table);
  const items = [{ user: { phone: '+14155550100' }, purpose: 'offers', message: 'template' }];
  const answer = await api.call('POST', '/v1/apps/acme/eligibility/bulk', { body: { items } });
  expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: { code: 'try-again' } });
});
