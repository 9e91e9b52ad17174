import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { userDirectory } from '../../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { placeKey, usersKeys, windowKey } from '../../../lambdas/adapters/dynamodb/table/keys.ts';
import { countryOf } from '../../../lambdas/edge/numbers/country-of.ts';
import { listUsers, type UserFilter, type UsersPage } from '../../../lambdas/use-cases/people/list-users.ts';
import type { PagePosition } from '../../../lambdas/use-cases/people/ports.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../../support/ledger/ledger-bench.ts';
import { promised } from '../../support/promised.ts';
import { writeAll } from '../../support/table/eligible-people.ts';
import { rowsWhere } from '../../support/table/rows.ts';

const hour = 60 * 60 * 1000;
const point = 'pt_pdkz7w3n5q2m4x6r';

let bench: LedgerBench;
beforeAll(async () => {
  bench = await ledgerBench();
  for (let n = 10; n < 22; n += 1) await bench.say({ phone: `141555501${n}` });
  // Someone in Canada by a point, somebody in Mexico on the web, somebody in Brazil of whom WhatsApp shows no number.
  await bench.say({ phone: '16135550142' }, { evidence: { pointId: point, identifiers: {} } });
  await bench.say({ phone: '525512345678' }, { source: 'web-form' });
  await bench.say({ bsuid: 'BR.20001' }, { source: 'web-form', purposes: ['orders'] });
  await bench.hear({ phone: '525512345678' }, noon - hour);
  await bench.hear({ phone: '14155550110' }, noon - 30 * hour);
});

const page = (filter: UserFilter, limit = 50, from?: PagePosition): Promise<UsersPage> =>
  callsOf(bench, filter, limit)(from);

/** All pages. */
async function pages(filter: UserFilter, limit: number): Promise<UsersPage[]> {
  const all: UsersPage[] = [];
  let from: PagePosition | undefined;
  do {
    const next = await page(filter, limit, from);
    all.push(next);
    from = next.next;
  } while (from !== undefined);
  return all;
}

const found = async (filter: UserFilter) =>
  (await pages(filter, 50)).flatMap(({ data }) => data.map(({ subject }) => subject.phone ?? subject.bsuid)).toSorted();

test('a filter that fits nobody answers an empty page that says how many were looked at', async () => {
  const all = await pages({ consent: 'opted-out', purpose: 'offers' }, 1);
  expect(all.flatMap(({ data }) => data)).toEqual([]);
  expect(all.reduce((sum, { looked }) => sum + looked, 0)).toBe(15);
  expect(all.at(-1)?.progress).toBe(1);
});

test.each([1, 2, 7, 100])('a filter misses nobody and shows nobody twice, in pages of %i', async (limit) => {
  const all = await pages({ consent: 'opted-in', purpose: 'offers' }, limit);
  expect(all.every(({ data }) => data.length <= limit)).toBe(true);
  const ids = all.flatMap(({ data }) => data.map(({ subject }) => subject.userId));
  expect(new Set(ids).size).toBe(14);
  expect(ids).toHaveLength(14);
  expect(all.reduce((sum, { looked }) => sum + looked, 0)).toBe(15);
  const shares = all.map(({ progress }) => progress);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(new Set(shares).size).toBe(shares.length);
});

describe('people are found', () => {
  test('by country: one of several with the same calling code, and by the BSUID where no number is known', async () => {
    expect(await found({ country: 'CA' })).toEqual(['16135550142']);
    expect(await found({ country: 'MX' })).toEqual(['525512345678']);
    expect(await found({ country: 'BR' })).toEqual(['BR.20001']);
    expect(await found({ country: 'US' })).toHaveLength(12);
  });

  test('by the point that brought the opt-in, and by its source', async () => {
    expect(await found({ point })).toEqual(['16135550142']);
    expect(await found({ point, purpose: 'orders' })).toEqual([]);
    expect(await found({ source: 'web-form' })).toEqual(['525512345678', 'BR.20001']);
    expect(await found({ source: 'web-form', purpose: 'orders', country: 'BR' })).toEqual(['BR.20001']);
    expect(await found({ source: 'web-form', country: 'CA' })).toEqual([]);
  });

  test('by activity, and by when they were last seen', async () => {
    expect(await found({ activity: 'active' })).toEqual(['525512345678']);
    expect(await found({ activity: 'inactive' })).toEqual(['14155550110']);
    expect(await found({ activity: 'never' })).toHaveLength(13);
    expect(await found({ seenSince: noon - hour })).toEqual(['525512345678']);
    expect(await found({ seenSince: noon - hour + 1 })).toEqual([]);
    expect(await found({ activity: 'active', country: 'US' })).toEqual([]);
  });

  test('by the brake that holds', async () => {
    const evidence = { text: 'cancel everything please', identifiers: {} };
    await bench.ledger.recordSuppression(acme, {
      ...{ person: { phone: '14155550111' }, at: noon, eventId: 'wamid.U', evidence, source: 'whatsapp-message' },
      ...{ reason: 'ambiguous-stop', lift: false, reply: 'ask-whether-stop' },
    });
    expect(await found({ suppression: 'ambiguous-stop' })).toEqual(['14155550111']);
  });
});

test('of those who do not fit no window is read', async () => {
  // 15 people and the 16 partitions of the index, at half a unit each; then the windows of whoever fits.
  const nobody = await bench.measure(() => page({ consent: 'erased' }));
  const one = await bench.measure(() => page({ country: 'MX' }));
  expect(nobody).toMatchObject({ rru: 15.5, wru: 0 });
  expect(one).toMatchObject({ rru: 16, wru: 0 });
});

test('of many people a call looks at a thousand, whatever fits, and says how much of the list they are', async () => {
  const crowd = await ledgerBench();
  await crowd.say({ phone: '14155550110' });
  await multiply(crowd, 1300);
  const call = callsOf(crowd, { consent: 'opted-out' }, 1);
  const first = await call();
  expect(first).toMatchObject({ data: [], looked: 1000 });
  // They are spread at random: 1,000 of 1,301 are 77 of a hundred, give or take.
  expect(first.progress).toBeGreaterThan(0.7);
  expect(first.progress).toBeLessThan(0.84);
  expect(await call(first.next)).toMatchObject({ data: [], looked: 301, next: undefined, progress: 1 });

  // Where each look at the clock is 150 ms later, a call begins three reads and says where it came to.
  let time = crowd.now();
  const slow = callsOf(crowd, { consent: 'opted-out' }, 50, () => {
    time += 150;
    return time;
  });
  const short = await slow();
  expect(short).toMatchObject({ data: [], looked: 550 });
  expect(short.next).toBeDefined();
});

describe('a call costs no more, however many there are:', () => {
  const crowds: LedgerBench[] = [];
  beforeAll(async () => {
    for (const count of [1200, 2400]) {
      const crowd = await ledgerBench();
      for (let n = 10; n < 14; n += 1) await crowd.say({ phone: `141555501${n}` });
      await crowd.say({ phone: '14155550113' }, { action: 'revoked' });
      await crowd.hear({ phone: '14155550110' }, noon - hour);
      await multiply(crowd, count);
      crowds.push(crowd);
    }
  }, 60_000);

  // Half a unit for each home that is read, as much for the window of each that fits by its state, and for 4 KB of the index.
  const asked: readonly [string, UserFilter, { looked: number; requests: number; rru: number }][] = [
    ['a page of everybody', {}, { looked: 50, requests: 3, rru: 50.5 }],
    ['of those who opted in, three of four', { consent: 'opted-in' }, { looked: 75, requests: 7, rru: 77 }],
    ['of those who opted out, one of four', { consent: 'opted-out' }, { looked: 240, requests: 13, rru: 170 }],
    ['of those who wrote today', { activity: 'active' }, { looked: 50, requests: 8, rru: 55 }],
    ['of nobody, after a thousand', { consent: 'erased' }, { looked: 1000, requests: 31, rru: 514 }],
  ];
  test.each(asked)('%s', async (_, filter, most) => {
    for (const crowd of crowds) {
      let looked = 0;
      const { requests, rru } = await crowd.measure(async () => {
        looked = (await callsOf(crowd, filter, 50)()).looked;
      });
      expect(looked).toBeLessThanOrEqual(most.looked);
      expect(requests).toBeLessThanOrEqual(most.requests);
      expect(rru).toBeLessThanOrEqual(most.rru);
    }
  });

  test('a page that nobody is left out of costs what docs/table.md says', async () => {
    const says = 'that is {n} in {n} requests for a page of {n} without a filter';
    for (const crowd of crowds) {
      const { requests, rru } = await crowd.measure(callsOf(crowd, {}, 50));
      expect(promised('docs/table.md', says)).toEqual([rru, requests, 50]);
    }
  });
});

const callsOf =
  ({ table, now }: LedgerBench, filter: UserFilter, limit: number, clock = now) =>
  (from?: PagePosition): Promise<UsersPage> =>
    listUsers({ directory: userDirectory(table), countryOf, clock }, acme, filter, { limit, from }, now());

/** Puts so many others beside the people of a bench, each like one of them, window and all, at a place of their own. */
async function multiply({ table }: LedgerBench, count: number): Promise<void> {
  const known = [...Map.groupBy(await rowsWhere(table, /^acme#[\w-]{22}$/), ({ pk }) => pk).values()];
  const others = Array.from({ length: count }, (_, n) => {
    const hash = createHash('sha256').update(String(n)).digest('base64url');
    const [place, u] = [hash.slice(0, 22), hash.slice(22, 33)];
    return (known[n % known.length] ?? []).map((item) =>
      item.sk === 'W'
        ? { ...item, ...windowKey('acme', place), ...usersKeys('acme', 'W', u), u }
        : { ...item, ...placeKey('acme', place), ...usersKeys('acme', 'S', u), u },
    );
  });
  await writeAll(table.documents, table.tableName, others.flat());
}
