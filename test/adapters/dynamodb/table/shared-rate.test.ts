import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DocumentTable, documentTable } from '../../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { type SharedRate, sharedRate, stepOf } from '../../../../lambdas/adapters/dynamodb/table/shared-rate.ts';
import { startRecordingServer } from '../../../support/recording-server.ts';
import { freshTable } from '../../../support/table/table.ts';

const start = Date.UTC(2026, 10, 21, 10);
let table: DocumentTable;
let requests = 0;
let now = start;

beforeAll(async () => {
  const { endpoint, tableName } = await freshTable();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const count = () => {
    requests += 1;
  };
  table = documentTable(tableName, count, { endpoint, region: 'eu-west-1', credentials });
});
beforeEach(() => {
  requests = 0;
  now += 60_000;
});

/** However busy the machine is, the table is waited for. */
const patient = 60_000;

/** Functions that run side by side: each knows nothing of the others but what the table tells. */
const functions = (count: number): SharedRate[] =>
  Array.from({ length: count }, () => sharedRate(table, () => now, patient));

const statement = fc.record({
  perSecond: fc.constantFrom(7, 100, 500, 1000),
  calls: fc.array(fc.record({ at: fc.nat(11), units: fc.constantFrom(1, 1, 1, 5, 5, 40), alone: fc.boolean() }), {
    minLength: 1,
    maxLength: 120,
  }),
});

describe('any functions in any order', () => {
  test('let through no more than the limit and a step each, and turn nothing away that stays below it', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(statement, async ({ perSecond, calls }) => {
        run += 1;
        const all = functions(12);
        const wanted = calls.filter(({ units }) => units <= perSecond);
        const staysBelow = wanted.reduce((sum, { units }) => sum + units, 0) <= perSecond;
        let granted = 0;
        let open: Promise<void>[] = [];
        for (const { at, units, alone } of wanted) {
          const asking = async () => {
            const isGranted = await all[at]?.spend(`key_${run}`, perSecond, units);
            if (isGranted) granted += units;
            if (staysBelow) expect(isGranted).toBe(true);
          };
          open.push(asking());
          if (!alone) continue;
          await Promise.all(open);
          open = [];
        }
        await Promise.all(open);
        const active = new Set(calls.map(({ at }) => at)).size;
        expect(granted).toBeLessThanOrEqual(perSecond + active * stepOf(perSecond));
      }),
      { numRuns: 60 },
    );
  });

  test('hundreds of them stay near the limit, and a flood is told once, not call by call', async () => {
    const all = functions(300);
    let granted = 0;
    for (let call = 0; call < 3000; call += 20) {
      const asked = all.slice(call % 300, (call % 300) + 20).map((each) => each.spend('key_flood', 1000, 10));
      granted += 10 * (await Promise.all(asked)).filter((isGranted) => isGranted).length;
    }
    expect(granted).toBeLessThanOrEqual(1000 + 300 * stepOf(1000));
    const before = requests;
    for (const each of all) expect(await each.spend('key_flood', 1000, 10)).toBe(false);
    expect(requests - before).toBeLessThanOrEqual(300);
    requests = 0;
    for (const each of all) expect(await each.spend('key_flood', 1000, 10)).toBe(false);
    expect(requests).toBe(0);
  });
});

describe('what is slow', () => {
  test('costs no request', async () => {
    const [one] = functions(1);
    for (let second = 0; second < 20; second += 1) {
      for (let call = 0; call < stepOf(1000); call += 1) expect(await one?.spend('key_slow', 1000, 1)).toBe(true);
      now += 1000;
    }
    expect(requests).toBe(0);
  });

  test('and what is fast costs one for each hundredth of its limit', async () => {
    const [one] = functions(1);
    for (let call = 0; call < 1000; call += 1) expect(await one?.spend('key_fast', 1000, 1)).toBe(true);
    expect(await one?.spend('key_fast', 1000, 1)).toBe(false);
    expect(requests).toBeLessThanOrEqual(100);
  });
});

test('each second begins anew, and one name does not use up another', async () => {
  const [one, other] = functions(2);
  expect(await one?.spend('key_a', 100, 100)).toBe(true);
  expect(await other?.spend('key_a', 100, 5)).toBe(false);
  expect(await other?.spend('key_b', 100, 100)).toBe(true);
  now += 1000;
  expect(await other?.spend('key_a', 100, 100)).toBe(true);
});

describe('a table that does not count', () => {
  const silent = startRecordingServer();
  afterAll(async () => (await silent).stop());

  test('lets calls through, and is asked once in a second', async () => {
    const server = await silent;
    server.answer = { status: 400, body: { __type: 'com.amazonaws.dynamodb.v20120810#AccessDeniedException' } };
    const client = { endpoint: server.url, region: 'local', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } };
    const rate = sharedRate(
      documentTable('table', () => undefined, client),
      () => now,
    );
    for (let call = 0; call < 30; call += 1) expect(await rate.spend('key_a', 1000, 10)).toBe(true);
    expect(server.requests).toHaveLength(1);
    now += 1000;
    expect(await rate.spend('key_a', 1000, 100)).toBe(true);
    expect(server.requests).toHaveLength(2);
    // Its own count still holds: no single function lets through more than the limit.
    expect(await rate.spend('key_a', 1000, 901)).toBe(false);
  });
});
