import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acme } from '../support/api/api.ts';
import { type SignedInApi, signedInApi } from '../support/sign-in/signed-in.ts';

let api: SignedInApi;
let personId: string;
const mara = 'mara@acme.example';
beforeEach(async () => {
  api = await signedInApi();
  await api.call('POST', '/v1/apps', { body: acme });
  await api.call('POST', '/v1/apps', { body: { appId: 'plain', displayName: 'Plain' } });
  await api.firstOwner('olga@acme.example');
});
afterEach(() => {
  vi.restoreAllMocks();
  return api.stop();
});

const appoint = async (role: string, more: object = {}) => {
  const body = { email: mara, role, ...(role !== 'owner' && { apps: ['acme'] }), ...more };
  personId = (await api.as(api.tokenOf('olga@acme.example'), 'POST', '/v1/people', { body })).body.personId;
};
const asMara = (method: string, path: string, body?: unknown) =>
  api.as(api.tokenOf(mara), method, path, body === undefined ? {} : { body });
const optIn = (evidence: object) => ({
  user: { phone: '+52 55 1234 5678' },
  purposes: ['offers'],
  saidAt: '2026-11-21T09:00:00Z',
  source: 'paper',
  by: 'data-subject',
  evidence,
});

describe('who signs in', () => {
  it('is told to the functions by our own id, and until when', async () => {
    await appoint('auditor');
    expect(await api.authorize(`Bearer ${api.tokenOf(mara)}`)).toEqual({
      isAuthorized: true,
      context: {
        keyId: personId,
        scopes: 'apps:read audit:read collection:read eligibility:read exports:counts imports:read users:read',
        apps: 'acme',
        until: String(api.now + 300_000),
      },
    });
  });

  it('may no more once the token has run out, also while the authorizer is remembered', async () => {
    await appoint('auditor');
    const { context } = await api.authorize(`Bearer ${api.tokenOf(mara)}`);
    const ask = () => api.call('GET', '/v1/me', { key: context as never });
    api.now += 299_999;
    expect((await ask()).status).toBe(200);
    api.now += 1;
    expect(await ask()).toMatchObject({ status: 401, body: { detail: expect.stringContaining('run out') } });
  });

  it.each([
    ['another client', { client_id: 'another' }],
    ['another pool', { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Another1' }],
    ['an ID token', { token_use: 'id', client_id: undefined, aud: '6exampleclient' }],
    ['somebody of no role', { sub: 'd2e5a4f0-0000-4000-8000-00000000ffff' }],
    ['no group', { 'cognito:groups': undefined }],
    ['a group that we did not give', { 'cognito:groups': ['marketer'] }],
    ['a token that ran out', { exp: 1 }],
  ])('is nobody with %s, and is told so with 401', async (_what, claims) => {
    const answer = await api.as(api.tokenOf('olga@acme.example', claims), 'GET', '/v1/apps');
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('is told 503, not 401, when the keys of the pool cannot be had; API keys go on', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const issued = await api.call('POST', '/v1/keys', { body: { name: 'shop', scopes: ['apps:read'], apps: 'all' } });
    api.userPool.fails = 'cut';
    const answer = await api.as(api.tokenOf('olga@acme.example'), 'GET', '/v1/apps');
    expect(answer).toMatchObject({ status: 503, body: { code: 'try-again' } });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await api.authorize(`Bearer ${issued.body.key}`)).isAuthorized).toBe(true);
  });

  it('with forged tokens is held back like with wrong keys; with one that ran out never', async () => {
    const seen = async (claims: object) => {
      const { context } = await api.authorize(`Bearer ${api.tokenOf('olga@acme.example', { ...claims })}`);
      return Object.keys(context)[0];
    };
    for (let tries = 0; tries < 30; tries += 1) expect(await seen({ exp: 1 })).toBe('refused');
    for (let tries = 0; tries < 10; tries += 1) expect(await seen({ iss: 'x' })).toBe('refused');
    expect(await seen({ iss: 'x' })).toBe('waitSeconds');
    expect(await seen({})).toBe('keyId');
  });

  it('costs one read, and a write once an hour; an API key costs what it did', async () => {
    const token = api.tokenOf('olga@acme.example');
    const asked = async (header: string) => {
      api.consumed.length = 0;
      await api.authorize(`Bearer ${header}`);
      return api.consumed.map(({ operation }) => operation);
    };
    expect(await asked(token)).toEqual(['GetItem', 'UpdateItem']);
    expect(await asked(token)).toEqual(['GetItem']);
    const { key } = (await api.call('POST', '/v1/keys', { body: { name: 'x', scopes: ['apps:read'], apps: 'all' } }))
      .body;
    await asked(key);
    // The key, and the one that made it.
    expect(await asked(key)).toEqual(['GetItem', 'GetItem']);
    expect(await asked('a.b.c')).toEqual([]);
  });
});

describe('a marketer', () => {
  const refused: [string, string, unknown?][] = [
    ['GET', '/v1/keys'],
    ['POST', '/v1/keys', { name: 'x', scopes: ['apps:read'], apps: ['acme'] }],
    ['GET', '/v1/people'],
    ['POST', '/v1/people', { email: 'eve@evil.example', role: 'owner' }],
    ['GET', '/v1/audit'],
    ['GET', '/v1/apps/acme/users'],
    ['POST', '/v1/apps/acme/users/search', { user: { phone: '+525512345678' } }],
    ['GET', '/v1/apps/acme/withdrawals'],
    ['POST', '/v1/apps/acme/opt-ins', {}],
    ['POST', '/v1/apps', { appId: 'mine', displayName: 'Mine' }],
  ];
  it.each(refused)('may not %s %s', async (method, path, body) => {
    await appoint('marketer');
    expect(await asMara(method, path, body)).toMatchObject({ status: 403, body: { code: 'missing-scope' } });
  });

  it('makes nobody of herself', async () => {
    await appoint('marketer');
    const body = { role: 'owner' };
    expect((await asMara('PATCH', `/v1/people/${personId}`, body)).status).toBe(403);
  });

  it('changes the look and no other setting', async () => {
    await appoint('marketer');
    expect((await asMara('PATCH', '/v1/apps/acme', { brand: { supportLine: 'Ask us' } })).status).toBe(200);
    for (const body of [
      { displayName: 'Mine' },
      { brand: { supportLine: 'Ask us' }, purposes: [] },
      { doubleOptIn: [] },
    ]) {
      expect(await asMara('PATCH', '/v1/apps/acme', body)).toMatchObject({
        status: 403,
        body: { code: 'missing-scope' },
      });
    }
  });

  it('finds no other app', async () => {
    await appoint('marketer');
    expect((await asMara('GET', '/v1/apps/plain')).status).toBe(404);
    expect((await asMara('GET', '/v1/apps')).body.data.map((each: { appId: string }) => each.appId)).toEqual(['acme']);
  });
});

describe('what support records', () => {
  beforeEach(() => appoint('support'));

  it('is recorded under the own name', async () => {
    const made = await asMara('POST', '/v1/apps/acme/opt-ins', optIn({ documentRef: 'A-1179' }));
    expect(made.status).toBe(201);
    const { data } = (await api.call('GET', `/v1/apps/acme/users/${made.body.userId}/statements`)).body;
    expect(JSON.stringify(data)).toContain(`"operator":"${personId}"`);
  });

  it('is not recorded under the name of somebody else', async () => {
    const answer = await asMara('POST', '/v1/apps/acme/opt-ins', optIn({ operator: 'till 4' }));
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/evidence/operator', code: 'not-yours' }] },
    });
    expect((await asMara('POST', '/v1/apps/acme/opt-ins', optIn({ operator: personId }))).status).toBe(201);
    const many = await asMara('POST', '/v1/apps/acme/opt-ins/bulk', { items: [optIn({ operator: 'till 4' })] });
    expect(many.body.data[0].status).toBe(422);
  });

  it('is a no whatever name is given, and bears the own one', async () => {
    const { evidence: _none, ...no } = optIn({});
    for (const evidence of [{ operator: 'till 4' }, {}, undefined]) {
      const answer = await asMara('POST', '/v1/apps/acme/opt-outs', { ...no, evidence });
      expect(answer.status).toBe(201);
      const { data } = (await api.call('GET', `/v1/apps/acme/users/${answer.body.userId}/statements`)).body;
      expect(JSON.stringify(data)).toContain(`"operator":"${personId}"`);
      expect(JSON.stringify(data)).not.toContain('till 4');
    }
  });

  it('by a key is as before', async () => {
    const made = await api.call('POST', '/v1/apps/acme/opt-ins', { body: optIn({ operator: 'till 4' }) });
    const { data } = (await api.call('GET', `/v1/apps/acme/users/${made.body.userId}/statements`)).body;
    expect(JSON.stringify(data)).toContain('"operator":"till 4"');
  });
});
