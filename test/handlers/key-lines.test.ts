import { beforeEach, describe, expect, it } from 'vitest';
import { keyStore } from '../../lambdas/adapters/dynamodb/admin/key-store.ts';
import type { AuthorizerContext } from '../../lambdas/edge/http/caller.ts';
import { acme, start, type TestApi, testApi } from '../support/api/api.ts';

const minute = 60_000;
let api: TestApi;
beforeEach(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
});

const rights = { name: 'ops', scopes: ['keys:write', 'users:read'], apps: ['acme'] };

/** A key as its owner calls with it. */
interface Held {
  readonly keyId: string;
  readonly token: string;
  readonly key: AuthorizerContext;
}

/** Made with the command: by no other key. */
async function rootKey(more: object = {}): Promise<Held> {
  const { key, token } = await keyStore(api.table).create({ ...rights, ...more }, api.now);
  return held(key.keyId, token);
}

const held = (keyId: string, token: string): Held => ({
  keyId,
  token,
  key: { keyId, scopes: rights.scopes.join(' '), apps: 'acme' },
});
const make = (by: Held, more: object = {}) =>
  api.call('POST', '/v1/keys', { key: by.key, body: { ...rights, ...more } });
async function child(by: Held, more: object = {}): Promise<Held> {
  const { status, body } = await make(by, more);
  expect(status).toBe(201);
  return held(body.keyId, body.key);
}
const works = async ({ token }: Held) => 'keyId' in (await api.authorize(`Bearer ${token}`)).context;
const revoke = async (by: Held, keyId: string) =>
  (await api.call('DELETE', `/v1/keys/${keyId}`, { key: by.key })).status;
const rotate = (by: Held, keyId: string) =>
  api.call('POST', `/v1/keys/${keyId}/rotate`, { key: by.key, body: { graceSeconds: 0 } });
const listed = async (by: Held) => {
  const { body } = await api.call('GET', '/v1/keys', { key: by.key, query: { limit: '100' } });
  return body.data.map(({ keyId }: { keyId: string }) => keyId) as string[];
};

describe('a key that was made by another', () => {
  it('ends no later than its parent', async () => {
    const parent = await rootKey({ expiresAt: start + 2 * minute });
    for (const expiresAt of [undefined, '2026-11-21T10:02:00.001Z', '9999-01-01T00:00:00Z']) {
      expect(await make(parent, { expiresAt })).toMatchObject({ status: 403, body: { code: 'beyond-own-key' } });
    }
    const same = await child(parent, { expiresAt: '2026-11-21T10:02:00Z' });
    expect(await works(same)).toBe(true);
    api.now = start + 2 * minute;
    expect(await works(same)).toBe(false);
  });

  it('ends when its parent, or any key before it, is revoked', async () => {
    const [parent, other] = [await rootKey(), await rootKey()];
    const first = await child(parent);
    const second = await child(first);
    const third = await child(second);
    const foreign = await child(other);
    expect(await revoke(parent, first.keyId)).toBe(204);
    expect(await Promise.all([parent, first, second, third, foreign].map(works))).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect((await rotate(parent, third.keyId)).status).toBe(200);
    expect(await works(third)).toBe(false);
  });

  it('ends with it also when it was made in the minute in which its parent was still let through', async () => {
    const [root, parent] = [await rootKey(), await rootKey()];
    const early = await child(parent);
    expect(await revoke(root, parent.keyId)).toBe(204);
    expect(await make(parent)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect((await rotate(parent, early.keyId)).status).toBe(401);
    expect(await revoke(parent, early.keyId)).toBe(401);
    expect((await api.call('GET', '/v1/keys', { key: parent.key })).status).toBe(401);
    expect((await rotate(early, early.keyId)).status).toBe(401);
    expect((await make(early)).status).toBe(401);
  });

  it('says by which key it was made', async () => {
    const parent = await rootKey();
    const first = await child(parent);
    const second = await child(first);
    const { body } = await api.call('GET', '/v1/keys', { key: parent.key });
    const by = Object.fromEntries(
      body.data.map((key: { keyId: string; createdBy?: string }) => [key.keyId, key.createdBy]),
    );
    expect(by).toEqual({ [parent.keyId]: undefined, [first.keyId]: parent.keyId, [second.keyId]: first.keyId });
  });

  it('touches what ends with it, and neither its parent nor anybody beside it', async () => {
    const [parent, other] = [await rootKey(), await rootKey()];
    const [first, brother] = [await child(parent), await child(parent)];
    const second = await child(first);
    for (const { keyId } of [parent, other, brother]) {
      expect(await revoke(first, keyId)).toBe(404);
      expect((await rotate(first, keyId)).status).toBe(404);
      expect(await revoke(second, keyId)).toBe(404);
    }
    expect(await revoke(second, first.keyId)).toBe(404);
    const renewed = await rotate(first, second.keyId);
    expect(renewed.status).toBe(200);
    expect(await works(held(second.keyId, renewed.body.key))).toBe(true);
    expect((await rotate(first, first.keyId)).status).toBe(200);
    expect(await revoke(first, second.keyId)).toBe(204);
  });

  it('cannot go on for ever', async () => {
    let key = await rootKey();
    for (let generation = 0; generation < 5; generation += 1) key = await child(key);
    expect(await works(key)).toBe(true);
    expect(await make(key)).toMatchObject({ status: 403, body: { code: 'beyond-own-key' } });
  });

  it('costs a read for each before it, and a key without parents what it cost', async () => {
    const parent = await rootKey();
    const first = await child(parent);
    for (const key of [parent, first]) await works(key);
    const reads = async (key: Held) => {
      api.consumed.length = 0;
      await works(key);
      return api.consumed.map(({ operation }) => operation);
    };
    expect(await reads(parent)).toEqual(['GetItem']);
    expect(await reads(first)).toEqual(['GetItem', 'GetItem']);
  });
});

describe('a key that ends', () => {
  it('neither sees nor touches one that lives longer', async () => {
    const short = await rootKey({ expiresAt: start + minute });
    const long = await rootKey();
    expect(await listed(short)).toEqual([short.keyId]);
    expect((await rotate(short, long.keyId)).status).toBe(404);
    expect(await revoke(short, long.keyId)).toBe(404);
    expect((await listed(long)).sort()).toEqual([short.keyId, long.keyId].sort());
  });
});

describe('a list of keys', () => {
  it('says nothing of keys that the caller does not see: no short page, no cursor, nothing in it', async () => {
    const mine = await rootKey();
    for (let n = 0; n < 30; n += 1) await rootKey({ apps: ['beta'] });
    const children = [await child(mine), await child(mine), await child(mine)];
    const visible = [mine, ...children].map(({ keyId }) => keyId).sort();
    const seen: string[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const query: Record<string, string> = { limit: '1', ...(cursor !== null && { cursor }) };
      const { body } = await api.call('GET', '/v1/keys', { key: mine.key, query });
      expect(body.data).toHaveLength(1);
      seen.push(body.data[0].keyId);
      cursor = body.nextCursor;
      pages += 1;
    } while (cursor !== null);
    expect(seen).toEqual(visible);
    expect(pages).toBe(visible.length);
  });

  it('gives cursors that another key cannot use', async () => {
    const [one, two] = [await rootKey(), await rootKey()];
    await child(one);
    const { body } = await api.call('GET', '/v1/keys', { key: one.key, query: { limit: '1' } });
    const query = { limit: '1', cursor: body.nextCursor };
    expect(await api.call('GET', '/v1/keys', { key: two.key, query })).toMatchObject({
      status: 400,
      body: { code: 'unreadable-input', errors: [{ pointer: 'cursor' }] },
    });
    expect((await api.call('GET', '/v1/keys', { key: one.key, query })).status).toBe(200);
  });
});

describe('wrong keys', () => {
  const wrong = (n: number) => `Bearer olk_key_aaaaaaaaaaaaaaaa_${String(n).padStart(43, 'A')}`;

  it('of one source are told to wait after ten in a minute; a good key is let through all the while', async () => {
    const good = await rootKey();
    for (let n = 0; n < 10; n += 1) expect(await api.authorize(wrong(n))).toEqual({ isAuthorized: false, context: {} });
    const refused = await api.authorize(wrong(10));
    expect(refused).toEqual({ isAuthorized: true, context: { waitSeconds: '60' } });
    for (const path of ['/v1/apps', '/v1/keys', '/v1/apps/acme/users']) {
      expect(await api.call('GET', path, { key: refused.context as never })).toMatchObject({
        status: 429,
        headers: { 'retry-after': '60' },
        body: { code: 'too-many-bad-keys' },
      });
    }
    expect(await works(good)).toBe(true);
    api.now = start + minute;
    expect((await api.authorize(wrong(11))).isAuthorized).toBe(false);
  });
});
