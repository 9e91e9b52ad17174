import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { keyRate } from '../../lambdas/adapters/dynamodb/admin/key-rate.ts';
import { keyStore } from '../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { type DocumentTable, documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { apiKeyKey } from '../../lambdas/adapters/dynamodb/table/stage-keys.ts';
import { personalLinkSeal } from '../../lambdas/adapters/links/sealed-link.ts';
import { type RouteKey, routes } from '../../lambdas/contract/routes.ts';
import { costOfCall } from '../../lambdas/edge/http/cost-of-call.ts';
import { httpEndpoint } from '../../lambdas/edge/http/http-endpoint.ts';
import type { RouteTable } from '../../lambdas/edge/http/http-request.ts';
import { authorizer } from '../../lambdas/handlers/authorizer.ts';
import { putKey, start, type TestApi, testApi } from '../support/api/api.ts';
import { fullKey, httpEvent, sendTo } from '../support/api/http-event.ts';
import { lambdaContext } from '../support/api/lambda-context.ts';
import { importsOf } from '../support/imports.ts';
import { freshTable } from '../support/table/table.ts';

const answered = () => ({ status: 200 });
/** Routes that do nothing: what is tried stands before them. */
const everyRoute: RouteTable = Object.fromEntries(routes.map(({ method, path }) => [`${method} ${path}`, answered]));

let table: DocumentTable;
let now: number;
beforeEach(async () => {
  const { endpoint, tableName } = await freshTable();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  table = documentTable(tableName, undefined, { endpoint, region: 'eu-west-1', credentials });
  now = start;
});

/** A function of its own, which shares nothing with the others but the table. */
const newFunction = () => httpEndpoint(everyRoute, undefined, { rate: keyRate(table, () => now) });
const key = { ...fullKey, rate: '500' };
const check = (handler: ReturnType<typeof newFunction>, as = key) =>
  sendTo(handler, 'POST', '/v1/apps/acme/eligibility', { body: {}, key: as });
const bulk = (handler: ReturnType<typeof newFunction>, what: string, count: number) =>
  sendTo(handler, 'POST', `/v1/apps/acme/${what}/bulk`, {
    body: { items: Array.from({ length: count }, () => ({})) },
    key,
  });

describe('a key that asks for more than its rate', () => {
  it('is told to come again in a second, and everybody else is not', async () => {
    const [one, other] = [newFunction(), newFunction()];
    expect((await bulk(one, 'opt-ins', 100)).status).toBe(200);
    const refused = await bulk(other, 'eligibility', 100);
    expect(refused).toMatchObject({
      status: 429,
      headers: { 'retry-after': '1', 'content-type': 'application/problem+json' },
      body: { code: 'too-many-calls', type: '/docs/problems#too-many-calls' },
    });
    expect((await check(other, { ...key, keyId: 'key_bbbbbbbbbbbbbbbb' })).status).toBe(200);
    now += 1000;
    expect((await check(other)).status).toBe(200);
  });

  it('goes on saying no for people: noes have as much again, and a check that is left is a no that is left', async () => {
    const [one, other] = [newFunction(), newFunction()];
    expect((await bulk(one, 'opt-ins', 100)).status).toBe(200);
    expect((await bulk(one, 'opt-outs', 100)).status).toBe(200);
    expect((await bulk(other, 'opt-outs', 2)).status).toBe(429);
    now += 1000;
    // Its noes use up their own share, then that of everything else.
    for (const each of [one, other]) expect((await bulk(each, 'opt-outs', 100)).status).toBe(200);
    expect((await bulk(other, 'eligibility', 100)).status).toBe(429);
  });

  it('is refused before anything is read, and after what it may not do at all', async () => {
    const one = newFunction();
    await bulk(one, 'opt-ins', 100);
    expect((await check(one, { ...key, scopes: 'users:read' })).status).toBe(403);
    expect((await check(one, { ...key, apps: 'beta' })).status).toBe(404);
  });
});

it('public routes have no key, and are not counted', async () => {
  const one = newFunction();
  for (let n = 0; n < 600; n += 1) expect((await sendTo(one, 'GET', '/health', { key: null })).status).toBe(200);
});

it('a key whose rate the authorizer did not say has that of every key', async () => {
  const one = newFunction();
  const { rate: _rate, ...old } = key;
  const ask = () =>
    sendTo(one, 'POST', '/v1/apps/acme/opt-ins/bulk', { body: { items: Array(100).fill({}) }, key: old });
  expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([200, 200, 429]);
});

describe('what a call counts', () => {
  const body = (items: unknown) => () => ({ items }) as never;
  it.each([
    ['GET /v1/apps', undefined, 1, false],
    ['POST /v1/apps/{appId}/eligibility', undefined, 1, false],
    ['POST /v1/apps/{appId}/eligibility/bulk', Array(100).fill({}), 100, false],
    ['POST /v1/apps/{appId}/opt-ins', undefined, 5, false],
    ['POST /v1/apps/{appId}/opt-ins/bulk', Array(100).fill({}), 500, false],
    ['POST /v1/apps/{appId}/opt-outs', undefined, 5, true],
    ['POST /v1/apps/{appId}/opt-outs/bulk', Array(7).fill({}), 35, true],
    ['POST /v1/apps/{appId}/personal-links/bulk', Array(20).fill({}), 20, false],
    // No call is too large for the smallest rate: what is refused anyway may be asked.
    ['POST /v1/apps/{appId}/opt-ins/bulk', Array(5000).fill({}), 500, false],
    ['POST /v1/apps/{appId}/opt-ins/bulk', [], 5, false],
    ['POST /v1/apps/{appId}/suppressions', undefined, 5, true],
    ['POST /v1/apps/{appId}/suppressions/lift', undefined, 5, false],
    ['POST /v1/apps/{appId}/opt-ins/bulk', 'many', 5, false],
  ] as const)('%s of %j: %i', (route, items, units, isNo) => {
    expect(costOfCall(route as RouteKey, body(items))).toEqual({ units, isNo });
  });

  it('a body that cannot be read counts once', () => {
    const unreadable = () => {
      throw new Error('no JSON');
    };
    expect(costOfCall('POST /v1/apps/{appId}/eligibility/bulk', unreadable).units).toBe(1);
  });
});

it('every function that answers keys counts them', () => {
  const keyed = new Set(routes.filter(({ scope }) => scope !== 'public').map(({ handler }) => handler));
  expect(keyed.size).toBeGreaterThan(6);
  for (const name of keyed) {
    const file = `lambdas/handlers/${name}.ts`;
    // What a function works with may be put together beside it.
    const besides = importsOf(file).filter((imported) => imported.startsWith('lambdas/handlers/deps/'));
    const text = [file, ...besides].map((each) => readFileSync(each, 'utf8')).join('\n');
    expect([name, /rate: keyRate\(table, systemClock\)/.test(text), /undefined,\s+deps,?\s*\)/.test(text)]).toEqual([
      name,
      true,
      true,
    ]);
  }
});

describe('the rate of a key', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await testApi();
    await api.call('POST', '/v1/apps', {
      body: { appId: 'acme', displayName: 'A', locale: 'en', timeZone: 'UTC', purposes: [] },
    });
  });
  const wanted = { name: 'import', scopes: ['keys:write', 'consent:write'], apps: ['acme'] };
  const make = (more: object = {}, as = fullKey) =>
    api.call('POST', '/v1/keys', { body: { ...wanted, ...more }, key: as });
  const change = (keyId: string, ratePerSecond: unknown, as = fullKey) =>
    api.call('PATCH', `/v1/keys/${keyId}`, { body: { ratePerSecond }, key: as });
  const listed = async (keyId: string) =>
    (await api.call('GET', '/v1/keys')).body.data.find((each: { keyId: string }) => each.keyId === keyId)
      ?.ratePerSecond;

  it('is what every key has, or its own; it is listed, and told to the functions', async () => {
    const [usual, own] = [await make(), await make({ ratePerSecond: 5000 })];
    expect([await listed(usual.body.keyId), await listed(own.body.keyId)]).toEqual([1000, 5000]);
    const stage = authorizer({ keys: keyStore(api.table), now: () => api.now, stageRate: 700 });
    const told = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      const { context } = await stage({ ...httpEvent('GET', '/v1/apps'), headers } as never, lambdaContext('a'));
      return 'rate' in context ? context.rate : undefined;
    };
    expect([await told(usual.body.key), await told(own.body.key)]).toEqual(['700', '5000']);
  });

  it('is changed, and so in the list', async () => {
    const { keyId } = (await make()).body;
    expect(await change(keyId, 2500)).toMatchObject({ status: 200, body: { keyId, ratePerSecond: 2500 } });
    expect(await listed(keyId)).toBe(2500);
  });

  it.each([[499], [100_001], [1.5], ['1000'], [null]])('%j is none', async (ratePerSecond) => {
    const { keyId } = (await make()).body;
    expect((await change(keyId, ratePerSecond)).status).toBe(422);
    expect((await make({ ratePerSecond })).status).toBe(422);
  });

  it('is given by a key of the owners as they like, and by every other up to its own', async () => {
    const mine = (await make({ ratePerSecond: 2000 })).body;
    const asMine = { ...fullKey, keyId: mine.keyId, scopes: 'keys:write consent:write', apps: 'acme' };
    expect(await make({ ratePerSecond: 2001 }, asMine)).toMatchObject({
      status: 403,
      body: { code: 'beyond-own-key' },
    });
    const child = (await make({ ratePerSecond: 900 }, asMine)).body;
    expect(child.ratePerSecond).toBe(900);
    // Said nothing, it has that of the key that made it.
    expect((await make({}, asMine)).body.ratePerSecond).toBe(2000);
    expect(await change(child.keyId, 2000, asMine)).toMatchObject({ status: 200 });
    expect(await change(child.keyId, 2001, asMine)).toMatchObject({ status: 403 });
    expect(await change(mine.keyId, 90_000, asMine)).toMatchObject({ status: 403 });
    expect(await change(mine.keyId, 90_000)).toMatchObject({ status: 200 });
  });

  it('is that of a key that is there: not of a revoked one, nor of one beyond the caller', async () => {
    const { keyId } = (await make()).body;
    const other = { ...fullKey, keyId: 'key_cccccccccccccccc', apps: 'beta' };
    await putKey(api.table, other);
    expect((await change(keyId, 2000, other)).status).toBe(404);
    await api.call('DELETE', `/v1/keys/${keyId}`);
    expect((await change(keyId, 2000)).status).toBe(404);
    expect((await change('key_dddddddddddddddd', 2000)).status).toBe(404);
  });
});

describe('keys that nobody has', () => {
  it('do not all ask one partition, and new keys say in which they lie', async () => {
    const keys = keyStore(table);
    const made = await Promise.all(
      Array.from({ length: 60 }, (_, n) => keys.create({ name: `k${n}`, scopes: [], apps: '*' }, start)),
    );
    const partitions = new Set(made.map(({ key: { keyId } }) => apiKeyKey(keyId).pk));
    expect(partitions.size).toBeGreaterThan(5);
    for (const { key: each, token } of made) expect((await keys.authenticate(token, start))?.keyId).toBe(each.keyId);
    // A personal link writes the id of the key that made it in ten bytes.
    const { seal, open } = personalLinkSeal('test-key-of-the-identifier-hashes-0123456789');
    for (const {
      key: { keyId },
    } of made) {
      const link = {
        kind: 'personal-link',
        pointId: 'pt_pbcdfghjkmnpqrst',
        person: { phone: '525512345678' },
      } as const;
      expect(open(seal({ ...link, keyId, madeAt: start, expiresAt: start + 1000 }))?.keyId).toBe(keyId);
    }
  });

  it('are listed with the keys of before, each once, in pages of any size', async () => {
    const keys = keyStore(table);
    const old = ['key_aaaaaaaaaaaaaaaa', 'key_zzzzzzzzzzzzzzzz', 'key_2222222222222222'];
    for (const keyId of old) await putKey(table, { ...fullKey, keyId });
    const made = await Promise.all(
      Array.from({ length: 20 }, () => keys.create({ name: 'k', scopes: [], apps: '*' }, start)),
    );
    for (const limit of [1, 3, 100]) {
      const seen: string[] = [];
      for (let after: string | undefined, more = true; more; ) {
        const page = await keys.list(limit, after);
        expect(page.data.length).toBeLessThanOrEqual(limit);
        seen.push(...page.data.map(({ keyId }) => keyId));
        after = page.next;
        more = after !== undefined;
      }
      expect(seen.toSorted()).toEqual([...old, ...made.map((each) => each.key.keyId)].toSorted());
    }
  });

  it('cost a strong read ten times in a second, then half of one, and the same one nothing', async () => {
    const reads: boolean[] = [];
    table.documents.middlewareStack.add(
      (next) => (args) => {
        reads.push((args.input as { ConsistentRead?: boolean }).ConsistentRead === true);
        return next(args);
      },
      { step: 'initialize', name: 'reads' },
    );
    const keys = keyStore(table);
    const token = (n: number) =>
      `olk_key_9${n % 8}${String(n)
        .padStart(14, 'a')
        .replace(/[0189]/g, 'b')}_${'x'.repeat(43)}`;
    const [first] = [token(1)];
    await keys.authenticate(first, start);
    await keys.authenticate(first, start);
    expect(reads).toEqual([true]);
    const { token: good } = await keys.create({ name: 'k', scopes: [], apps: '*' }, start);
    reads.length = 0;
    for (let n = 100; n < 140; n += 1) {
      await keys.authenticate(
        `olk_key_${String(n).replace(/./g, (d) => 'abcdefghij'.charAt(Number(d)))}${'a'.repeat(13)}_${'x'.repeat(43)}`,
        start,
      );
    }
    expect(reads.filter((isStrong) => isStrong)).toHaveLength(9);
    expect(reads.filter((isStrong) => !isStrong)).toHaveLength(31);
    // A key that was made a moment ago is good all the while, and read strongly, so that one that was revoked is not.
    expect(await keys.authenticate(good, start)).toBeDefined();
    expect(reads.slice(-2)).toEqual([false, true]);
    await keys.revoke(good.slice(4, 24), start);
    expect(await keys.authenticate(good, start)).toBeUndefined();
  });
});
