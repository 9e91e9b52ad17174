import { describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../support/journeys/shop.ts';
import { everyRow, journeyTarget } from '../support/journeys/target.ts';

const { call } = journeyTarget();

describe('API keys', () => {
  it('are limited to apps and scopes, and give no more than they have', async () => {
    const [shop, other] = [await openShop('keys'), await openShop('keys-other')];
    const made = await newKey(shop, ['users:read', 'keys:write']);
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'till',
        scopes: ['users:read', 'keys:write'],
        apps: [shop.appId],
        key: expect.stringMatching(/^olk_/),
      },
    });
    const key = String(made.body.key);

    expect(await call('GET', `/v1/apps/${shop.appId}/users`, undefined, { key })).toMatchObject({ status: 200 });
    expect(await call('GET', `/v1/apps/${shop.appId}`, undefined, { key })).toMatchObject({
      status: 403,
      body: { code: 'missing-scope' },
    });
    expect(await call('GET', `/v1/apps/${other.appId}/users`, undefined, { key })).toMatchObject({ status: 404 });
    const beyond = [
      { name: 'more', scopes: ['exports:read'], apps: [shop.appId] },
      { name: 'elsewhere', scopes: ['users:read'], apps: [other.appId] },
      { name: 'everywhere', scopes: ['users:read'], apps: 'all' },
    ];
    for (const wanted of beyond) {
      expect(await call('POST', '/v1/keys', wanted, { key })).toMatchObject({
        status: 403,
        body: { code: 'beyond-own-key' },
      });
    }
    // It sees itself among the keys, without any secret.
    const listed = await everyRow((cursor) => call('GET', `/v1/keys?limit=100${cursor}`, undefined, { key }));
    expect(listed).toMatchObject([{ keyId: made.body.keyId, name: 'till' }]);
    expect(JSON.stringify(listed)).not.toContain(key.slice(-43));
  });

  it('get a new secret by rotation, and are worth nothing once revoked', async () => {
    const shop = await openShop('keys-ended');
    const made = await newKey(shop, ['apps:read']);
    const old = String(made.body.key);
    expect(await opens(shop, old)).toBe(200);

    const rotated = await call('POST', `/v1/keys/${made.body.keyId}/rotate`, { graceSeconds: 3600 });
    const current = String(rotated.body.key);
    expect(rotated).toMatchObject({ status: 200, body: { keyId: made.body.keyId } });
    expect([await opens(shop, current), await opens(shop, old, 'bearer')]).toEqual([200, 200]);

    const ended = String((await call('POST', `/v1/keys/${made.body.keyId}/rotate`)).body.key);
    expect([await opens(shop, ended), await opens(shop, current, 'BEARER')]).toEqual([200, 403]);
    expect(await call('DELETE', `/v1/keys/${made.body.keyId}`)).toMatchObject({ status: 204 });
    expect(await opens(shop, ended, 'bearer')).toBe(403);
    expect(await call('POST', `/v1/keys/${made.body.keyId}/rotate`)).toMatchObject({ status: 404 });
  });
});

const newKey = (shop: Shop, scopes: readonly string[]) =>
  call('POST', '/v1/keys', { name: 'till', scopes, apps: [shop.appId] });

/**
 * The status of a call with a key. API Gateway remembers for a minute what it was told of a header, letter by letter; the scheme
 * in another spelling makes it ask again.
 */
async function opens(shop: Shop, key: string, scheme = 'Bearer'): Promise<number> {
  const headers = { authorization: `${scheme} ${key}` };
  return (await call('GET', `/v1/apps/${shop.appId}`, undefined, { key: null, headers })).status;
}
