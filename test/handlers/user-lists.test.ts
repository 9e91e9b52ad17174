import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { ledgerPartition } from '../../lambdas/adapters/dynamodb/table/keys.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';
import { testCursors } from '../support/api/cursors.ts';
import { rowsWhere } from '../support/table/rows.ts';

let api: TestApi;
let userId: string;
const phone = '525512345678';
beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  await api.call('POST', '/v1/apps', { body: { appId: 'beta', displayName: 'Beta' } });
  for (let n = 0; n < 5; n += 1) userId = await say(`52551234567${n}`, 0);
  userId = await say(phone, 0);
});

/** A yes of this person, `n` seconds after the start. */
async function say(number: string, n: number): Promise<string> {
  const app = await api.apps.findFresh('acme');
  if (app === undefined) throw new Error('There is no app.');
  const recorded = await api.ledger.recordStatement(app, {
    ...{ person: { phone: number }, action: 'granted', purposes: ['offers'], level: 2, provider: false },
    ...{ saidAt: start + n * 1000, source: 'paper', evidence: { documentRef: `d-${n}` }, eventId: `${number}-${n}` },
  });
  return recorded.userId;
}

const get = (path: string, query: Record<string, string> = {}) => api.call('GET', `/v1/apps/acme/${path}`, { query });
const since = '2026-11-21T09:00:00Z';
const lists = [
  ['users', ['users', 'acme', {}], {}],
  ['withdrawals', ['withdrawals', 'acme', Date.parse(since)], { since }],
] as const;

describe('a forged cursor', () => {
  const positions = [
    '{"shard":-1e999}',
    '{"shard":-20}',
    '{"shard":-1000000000}',
    '{"shard":16}',
    '{"shard":0.5}',
    '{"shard":"0"}',
    '{"shard":0,"after":"x"}',
    '{"shard":0,"after":"{}"}',
    '{}',
    '[]',
    'null',
    'not JSON',
    '',
  ];

  it.each(lists)(
    'of %s under the check that anybody can compute is refused, and nothing is asked of the table',
    async (path, name, query) => {
      for (const position of positions) {
        const check = createHash('sha256')
          .update(JSON.stringify([name, position]))
          .digest('base64url')
          .slice(0, 22);
        const cursor = `${Buffer.from(position).toString('base64url')}.${check}`;
        api.consumed.length = 0;
        const answer = await get(path, { ...query, cursor });
        expect(answer).toMatchObject({
          status: 400,
          body: { code: 'unreadable-input', errors: [{ pointer: 'cursor' }] },
        });
        expect(api.consumed.length).toBeLessThanOrEqual(1);
      }
    },
  );

  it.each(lists)('of %s is refused even under the key', async (path, name, query) => {
    const wrong = [{ shard: -20 }, { shard: 16 }, { shard: 0.5 }, { shard: 0, after: 'x' }, {}, [], null, 'text', 7];
    for (const position of wrong) {
      const cursor = await testCursors.seal(name, position);
      expect(await get(path, { ...query, cursor })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: 'cursor' }] },
      });
    }
  });

  it('is refused by every list', async () => {
    for (const path of ['/v1/apps', '/v1/keys', '/v1/apps/acme/notices', `/v1/apps/acme/users/${userId}/statements`]) {
      for (const cursor of ['x', 'bnVsbA.aaaaaaaaaaaaaaaaaaaaaa', '%00', 'A'.repeat(1999)]) {
        expect(await api.call('GET', path, { query: { cursor } })).toMatchObject({
          status: 400,
          body: { errors: [{ pointer: 'cursor' }] },
        });
      }
    }
  });
});

describe('people, page by page', () => {
  it('come once each, also one a page', async () => {
    const seen: string[] = [];
    let query: Record<string, string> = { limit: '1' };
    for (;;) {
      const { body } = await get('users', query);
      seen.push(...body.data.map((user: { userId: string }) => user.userId));
      if (body.nextCursor === null) break;
      expect(Buffer.from(body.nextCursor, 'base64url').toString('latin1')).not.toMatch(/acme|shard/);
      query = { limit: '1', cursor: body.nextCursor };
    }
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
  });
});

describe('a ledger', () => {
  const page = (limit: number, cursor?: string | null) =>
    get(`users/${userId}/statements`, { limit: String(limit), ...(cursor && { cursor }) });
  async function wholeOf(limit: number) {
    const found: { statementId: string; recordedAt: string; verdict: { applied: boolean }[] }[] = [];
    let cursor: string | null = null;
    do {
      const { status, body } = await page(limit, cursor);
      expect(status).toBe(200);
      found.push(...body.data);
      cursor = body.nextCursor;
    } while (cursor !== null);
    return found;
  }
  const sequenceOf = ({ statementId }: { statementId: string }) => Number(statementId.split('.').at(-1));

  it('of few entries is shown in recording order, whatever the size of a page', async () => {
    for (let n = 1; n < 12; n += 1) {
      api.now = start + n * 1000;
      await say(phone, n);
    }
    for (const limit of [1, 5, 100]) {
      expect((await wholeOf(limit)).map(sequenceOf)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1));
    }
  });

  it('that grows while it is read shows each entry once', async () => {
    const first = await page(5);
    for (let n = 12; n < 150; n += 1) {
      api.now = start + n * 1000;
      await say(phone, n);
    }
    const rest: number[] = first.body.data.map(sequenceOf);
    let cursor: string | null = first.body.nextCursor;
    while (cursor !== null) {
      const next: { body: { data: { statementId: string }[]; nextCursor: string | null } } = await page(40, cursor);
      rest.push(...next.body.data.map(sequenceOf));
      cursor = next.body.nextCursor;
    }
    expect(rest.sort((a, b) => a - b)).toEqual(Array.from({ length: 150 }, (_, n) => n + 1));
  });

  it('of many entries is never read as a whole for a page, and each entry comes once with the verdict of today', async () => {
    api.now = start + 200_000;
    await api.call('POST', '/v1/apps/acme/opt-outs', {
      body: {
        user: { phone: `+${phone}` },
        purposes: 'all',
        saidAt: '2026-11-21T10:03:00Z',
        source: 'call-centre',
        by: 'data-subject',
      },
    });
    const entries = await rowsWhere(api.table, new RegExp(`^${ledgerPartition('acme', userId.slice(-11))}$`));
    expect(entries).toHaveLength(151);
    const found = await wholeOf(17);
    expect(found.map(sequenceOf).sort((a, b) => a - b)).toEqual(Array.from({ length: 151 }, (_, n) => n + 1));
    const grants = found.filter(({ verdict }) => verdict.length > 0 && !verdict[0]?.applied);
    expect(grants).toHaveLength(150);

    api.consumed.length = 0;
    const { body } = await page(1);
    expect(body.data).toHaveLength(1);
    const units = api.consumed.reduce((sum, { readUnits }) => sum + readUnits, 0);
    api.consumed.length = 0;
    await page(1, body.nextCursor);
    const next = api.consumed.reduce((sum, { readUnits }) => sum + readUnits, 0);
    const whole = entries.reduce((sum, item) => sum + JSON.stringify(item).length, 0) / 4096;
    expect(units).toBeLessThanOrEqual(4);
    expect(whole).toBeGreaterThan(10);
    expect(next).toBeLessThanOrEqual(3);
  });
});
