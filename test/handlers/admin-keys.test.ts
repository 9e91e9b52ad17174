import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scopes } from '../../lambdas/contract/routes.ts';
import { acme, putKey, start, type TestApi, testApi } from '../support/api/api.ts';
import { fullKey } from '../support/api/http-event.ts';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await api.call('POST', '/v1/apps', { body: acme });
  await api.call('POST', '/v1/apps', { body: { appId: 'plain', displayName: 'Plain' } });
});
beforeEach(() => {
  api.now = start;
});

const pointers = (answer: { body: { errors: { pointer: string; code: string }[] } }) =>
  answer.body.errors.map(({ pointer, code }) => [pointer, code]);

describe('keys', () => {
  const make = (body: object, key = fullKey) =>
    api.call('POST', '/v1/keys', { body: { name: 'ops', scopes: ['apps:read'], apps: 'all', ...body }, key });
  const bearer = (token: string) => api.authorize(`Bearer ${token}`);

  it('are shown once, and work', async () => {
    const made = await make({ apps: ['acme'], scopes: ['consent:write', 'users:read'] });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      keyId: expect.stringMatching(/^key_/),
      key: expect.stringMatching(/^olk_key_/),
      name: 'ops',
      scopes: ['consent:write', 'users:read'],
      apps: ['acme'],
      createdAt: '2026-11-21T10:00:00.000Z',
      createdBy: fullKey.keyId,
      ratePerSecond: 1000,
    });
    expect(await bearer(made.body.key)).toEqual({
      isAuthorized: true,
      context: { keyId: made.body.keyId, scopes: 'consent:write users:read', apps: 'acme' },
    });
    const listed = await api.call('GET', '/v1/keys');
    expect(JSON.stringify(listed.body)).toContain(made.body.keyId);
    expect(JSON.stringify(listed.body)).not.toContain(made.body.key.slice(25));
  });

  it.each([
    [{ scopes: [] }, '/scopes', 'too-short'],
    [{ scopes: ['everything'] }, '/scopes/0', 'not-one-of'],
    [{ apps: [] }, '/apps', 'too-short'],
    [{ apps: '*' }, '/apps', 'wrong-type'],
    [{ apps: ['acme', 'B'] }, '/apps/1', 'not-a-slug'],
    [{ apps: ['acme', 'nobody'] }, '/apps/1', 'unknown-app'],
    [{ name: undefined }, '/name', 'required'],
    [{ expiresAt: '2026-11-21T10:00:00Z' }, '/expiresAt', 'in-the-past'],
    [{ expiresAt: '2026-12-21' }, '/expiresAt', 'not-a-time'],
    [{ secret: 'mine' }, '/secret', 'unknown-field'],
  ])('are refused with %j', async (more, pointer, code) => {
    const answer = await make(more);
    expect(answer.status).toBe(422);
    expect(pointers(answer)).toEqual([[pointer, code]]);
  });

  it('end at their expiry', async () => {
    const { body } = await make({ expiresAt: '2026-11-21T11:00:00Z' });
    expect((await bearer(body.key)).isAuthorized).toBe(true);
    api.now = start + 60 * 60 * 1000;
    expect((await bearer(body.key)).isAuthorized).toBe(false);
  });

  it('rotate with a grace, and without one when nothing is said', async () => {
    const first = (await make({})).body;
    const second = await api.call('POST', `/v1/keys/${first.keyId}/rotate`, { body: { graceSeconds: 60 } });
    expect(second).toMatchObject({
      status: 200,
      body: { keyId: first.keyId, previousSecretUntil: '2026-11-21T10:01:00.000Z' },
    });
    expect((await bearer(first.key)).isAuthorized).toBe(true);
    const third = await api.call('POST', `/v1/keys/${first.keyId}/rotate`);
    expect((await bearer(first.key)).isAuthorized).toBe(false);
    expect((await bearer(second.body.key)).isAuthorized).toBe(false);
    expect((await bearer(third.body.key)).isAuthorized).toBe(true);
    const tooLong = await api.call('POST', `/v1/keys/${first.keyId}/rotate`, { body: { graceSeconds: 604_801 } });
    expect(pointers(tooLong)).toEqual([['/graceSeconds', 'too-big']]);
  });

  it('are revoked at once', async () => {
    const { body } = await make({});
    expect((await api.call('DELETE', `/v1/keys/${body.keyId}`)).status).toBe(204);
    expect((await bearer(body.key)).isAuthorized).toBe(false);
    expect((await api.call('DELETE', `/v1/keys/${body.keyId}`)).status).toBe(204);
    expect((await api.call('POST', `/v1/keys/${body.keyId}/rotate`)).status).toBe(404);
    expect((await api.call('DELETE', '/v1/keys/key_zzzzzzzzzzzzzzzz')).status).toBe(404);
  });

  it('cannot give, see or touch more than they have', async () => {
    const limited = { keyId: 'key_bbbbbbbbbbbbbbbb', scopes: 'keys:write apps:read', apps: 'acme' };
    await putKey(api.table, limited);
    for (const more of [{ scopes: ['apps:write'], apps: ['acme'] }, { apps: 'all' }, { apps: ['acme', 'plain'] }]) {
      expect(await make(more, limited)).toMatchObject({ status: 403, body: { code: 'beyond-own-key' } });
    }
    const own = await make({ apps: ['acme'] }, limited);
    expect(own.status).toBe(201);
    const master = await make({ scopes: [...scopes] });
    for (const [method, path] of [
      ['POST', `/v1/keys/${master.body.keyId}/rotate`],
      ['DELETE', `/v1/keys/${master.body.keyId}`],
    ] as const) {
      expect((await api.call(method, path, { key: limited })).status).toBe(404);
    }
    const listed = await api.call('GET', '/v1/keys', { key: limited, query: { limit: '100' } });
    const ids = listed.body.data.map(({ keyId }: { keyId: string }) => keyId);
    expect(ids).toContain(own.body.keyId);
    expect(ids).not.toContain(master.body.keyId);
    expect((await bearer(master.body.key)).isAuthorized).toBe(true);
  });
});
