import { beforeAll, describe, expect, it } from 'vitest';
import { keyStore } from '../../lambdas/adapters/dynamodb/admin/key-store.ts';
import { start, type TestApi, testApi } from '../support/api/api.ts';

let api: TestApi;
let token: string;
let keyId: string;
beforeAll(async () => {
  api = await testApi();
  const issued = await keyStore(api.table).create(
    { name: 'ops', scopes: ['apps:read', 'users:read'], apps: ['acme', 'beta'] },
    start,
  );
  token = issued.token;
  keyId = issued.key.keyId;
});

describe('authorizer', () => {
  it('says who calls, in strings', async () => {
    expect(await api.authorize(`Bearer ${token}`)).toEqual({
      isAuthorized: true,
      context: { keyId, scopes: 'apps:read users:read', apps: 'acme beta' },
    });
  });

  it('takes any case of the scheme', async () => {
    expect((await api.authorize(`bearer ${token}`)).isAuthorized).toBe(true);
  });

  it.each([
    ['no header', () => undefined],
    ['an empty header', () => ''],
    ['the token alone', () => token],
    ['basic', () => `Basic ${token}`],
    ['something behind it', () => `Bearer ${token} x`],
    ['two tokens', () => `Bearer ${token}, Bearer ${token}`],
    ['upper case', () => `Bearer ${token.toUpperCase()}`],
    ['a cut token', () => `Bearer ${token.slice(0, -1)}`],
    ['another prefix', () => `Bearer sk${token.slice(3)}`],
  ])('refuses %s without asking the table', async (_name, header) => {
    api.consumed.length = 0;
    expect(await api.authorize(header())).toEqual({ isAuthorized: false, context: {} });
    expect(api.consumed).toEqual([]);
  });

  it('refuses a wrong secret', async () => {
    const wrong = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    expect((await api.authorize(`Bearer ${wrong}`)).isAuthorized).toBe(false);
  });

  it('writes down the use once an hour', async () => {
    await api.authorize(`Bearer ${token}`);
    api.consumed.length = 0;
    await api.authorize(`Bearer ${token}`);
    expect(api.consumed.map(({ operation }) => operation)).toEqual(['GetItem']);
    api.now = start + 60 * 60 * 1000;
    await api.authorize(`Bearer ${token}`);
    expect((await keyStore(api.table).find(keyId))?.lastUsedAt).toBe(api.now);
  });
});
