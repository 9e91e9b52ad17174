import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scopes } from '../../lambdas/contract/routes.ts';
import { acme, putKey, start, testApi } from '../support/api/api.ts';
import { fullKey } from '../support/api/http-event.ts';
import { type SignedInApi, signedInApi } from '../support/sign-in/signed-in.ts';

let api: SignedInApi;
let owner: string;
beforeEach(async () => {
  api = await signedInApi();
  await api.call('POST', '/v1/apps', { body: acme });
  await api.call('POST', '/v1/apps', { body: { appId: 'plain', displayName: 'Plain' } });
  owner = await api.firstOwner('olga@acme.example');
});
afterEach(() => api.stop());

const asOwner = (method: string, path: string, body?: unknown) =>
  api.as(api.tokenOf('olga@acme.example'), method, path, body === undefined ? {} : { body });
const invite = (body: object) => asOwner('POST', '/v1/people', body);
const marketer = { email: 'Mara@Acme.example', role: 'marketer', apps: ['acme'] };
const mara = 'mara@acme.example';

describe('people', () => {
  it('are invited by an owner, and sign in with their role', async () => {
    const invited = await invite(marketer);
    expect(invited).toMatchObject({
      status: 201,
      body: { email: mara, role: 'marketer', apps: ['acme'], numbers: false, invitedBy: owner },
    });
    const me = await api.as(api.tokenOf(mara), 'GET', '/v1/me');
    expect(me.body).toEqual({
      kind: 'person',
      personId: invited.body.personId,
      email: mara,
      role: 'marketer',
      numbers: false,
      apps: ['acme'],
      scopes: [
        'apps:read',
        'eligibility:read',
        'exports:write',
        'collection:read',
        'collection:write',
        'brand:write',
        'exports:counts',
        'imports:read',
        'imports:write',
      ],
      ratePerSecond: 1000,
    });
    expect((await asOwner('GET', '/v1/people')).body.data.map((each: { email: string }) => each.email).sort()).toEqual([
      mara,
      'olga@acme.example',
    ]);
  });

  it.each([
    [{ email: 'mara' }, '/email', 'not-an-email'],
    [{ email: 'mara@acme.example, eve@evil.example' }, '/email', 'not-an-email'],
    [{ email: 'mara@localhost' }, '/email', 'not-an-email'],
    [{ role: 'admin' }, '/role', 'not-one-of'],
    [{ role: ['owner'] }, '/role', 'not-one-of'],
    [{ apps: undefined }, '/apps', 'required'],
    [{ apps: [] }, '/apps', 'too-short'],
    [{ apps: ['acme', 'nobody'] }, '/apps/1', 'unknown-app'],
    [{ role: 'owner' }, '/apps', 'not-for-this-role'],
    [{ role: 'support', numbers: true }, '/numbers', 'not-for-this-role'],
    [{ scopes: ['keys:write'] }, '/scopes', 'unknown-field'],
  ])('are not invited with %j', async (more, pointer, code) => {
    const answer = await invite({ ...marketer, ...more });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((each: { pointer: string; code: string }) => [each.pointer, each.code])).toEqual([
      [pointer, code],
    ]);
    expect(api.cognito.accounts).toHaveLength(1);
  });

  it('are invited once', async () => {
    await invite(marketer);
    expect(await invite(marketer)).toMatchObject({ status: 409, body: { code: 'already-exists' } });
  });

  it('have another role with the next token, and none until then', async () => {
    const { personId } = (await invite(marketer)).body;
    const before = api.tokenOf(mara);
    const changed = await asOwner('PATCH', `/v1/people/${personId}`, { role: 'support' });
    expect(changed.body).toMatchObject({ role: 'support', apps: ['acme'], numbers: true });
    expect(await api.as(before, 'GET', '/v1/me')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect((await api.as(api.tokenOf(mara), 'GET', '/v1/me')).body.role).toBe('support');
  });

  it('are marketers with numbers when that is given, and taken', async () => {
    const { personId } = (await invite({ ...marketer, numbers: true })).body;
    const users = () => api.as(api.tokenOf(mara), 'GET', '/v1/apps/acme/users');
    expect((await users()).status).toBe(200);
    await asOwner('PATCH', `/v1/people/${personId}`, { numbers: false });
    expect(await users()).toMatchObject({ status: 403, body: { code: 'missing-scope' } });
  });

  it.each([{}, { email: 'eve@evil.example' }, { role: 'owner', apps: ['acme'] }, { numbers: 'yes' }])(
    'are not changed with %j',
    async (body) => {
      const { personId } = (await invite(marketer)).body;
      expect((await asOwner('PATCH', `/v1/people/${personId}`, body)).status).toBe(422);
    },
  );

  it('who were owners need apps to be anything else', async () => {
    const { personId } = (await invite({ email: mara, role: 'owner' })).body;
    expect((await asOwner('PATCH', `/v1/people/${personId}`, { role: 'auditor' })).status).toBe(422);
    expect((await asOwner('PATCH', `/v1/people/${personId}`, { role: 'auditor', apps: 'all' })).status).toBe(200);
  });

  it('are removed: with no token from before, no new one, and no account', async () => {
    const { personId } = (await invite(marketer)).body;
    const before = api.tokenOf(mara);
    expect((await asOwner('DELETE', `/v1/people/${personId}`)).status).toBe(204);
    expect((await api.as(before, 'GET', '/v1/me')).status).toBe(401);
    // Even if the pool gave one, and the group had stayed.
    expect((await api.as(api.tokenOf(mara, { 'cognito:groups': ['marketer'] }), 'GET', '/v1/me')).status).toBe(401);
    expect(api.cognito.accounts[1]).toMatchObject({ isEnabled: false, signOuts: 1, groups: new Set() });
    const listed = (await asOwner('GET', '/v1/people')).body.data;
    expect(listed.find((each: { email: string }) => each.email === mara)).toHaveProperty('removedAt');
    expect((await asOwner('DELETE', `/v1/people/${personId}`)).status).toBe(204);
    expect((await asOwner('PATCH', `/v1/people/${personId}`, { role: 'support' })).status).toBe(404);
  });

  it('who were removed are invited anew, as what is said then', async () => {
    const { personId } = (await invite({ ...marketer, numbers: true })).body;
    await asOwner('DELETE', `/v1/people/${personId}`);
    expect(await invite({ ...marketer, role: 'auditor' })).toMatchObject({
      status: 201,
      body: { personId, role: 'auditor' },
    });
    expect(api.cognito.accounts[1]).toMatchObject({ isEnabled: true, groups: new Set(['auditor']) });
  });

  it('who are not there are not changed', async () => {
    for (const [method, body] of [
      ['PATCH', { role: 'support' }],
      ['DELETE', undefined],
    ] as const) {
      expect((await asOwner(method, '/v1/people/person_aaaaaaaaaaaaaaaa', body)).status).toBe(404);
      expect((await asOwner(method, '/v1/people/!owners', body)).status).toBe(404);
    }
  });
});

describe('owners', () => {
  it('are never none: the last is neither removed nor made anything else', async () => {
    const refused = { status: 409, body: { code: 'last-owner' } };
    expect(await asOwner('DELETE', `/v1/people/${owner}`)).toMatchObject(refused);
    expect(await asOwner('PATCH', `/v1/people/${owner}`, { role: 'auditor', apps: 'all' })).toMatchObject(refused);
    expect(api.cognito.accounts[0]).toMatchObject({ isEnabled: true, groups: new Set(['owner']) });
    expect((await asOwner('GET', '/v1/me')).body.role).toBe('owner');
  });

  it('two who remove each other in the same moment leave one', async () => {
    const { personId } = (await invite({ email: mara, role: 'owner' })).body;
    const [olga, other] = [api.tokenOf('olga@acme.example'), api.tokenOf(mara)];
    const answers = await Promise.all([
      api.as(olga, 'DELETE', `/v1/people/${personId}`),
      api.as(other, 'DELETE', `/v1/people/${owner}`),
    ]);
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    const { data } = await api.operators.list(10);
    expect(data.filter(({ role, removedAt }) => role === 'owner' && removedAt === undefined)).toHaveLength(1);
  });

  it('who were removed give nothing any more in the minute that the authorizer remembers them', async () => {
    const { personId } = (await invite({ email: mara, role: 'owner' })).body;
    const { context } = await api.authorize(`Bearer ${api.tokenOf(mara)}`);
    await asOwner('DELETE', `/v1/people/${personId}`);
    const key = context as never;
    const own = { email: mara, role: 'owner' };
    const calls = [
      ['POST', '/v1/people', own],
      ['POST', '/v1/people', { email: 'eve@evil.example', role: 'owner' }],
      ['GET', '/v1/people', undefined],
      ['PATCH', `/v1/people/${owner}`, { role: 'auditor', apps: 'all' }],
      ['DELETE', `/v1/people/${owner}`, undefined],
      ['POST', '/v1/keys', { name: 'back door', scopes: ['apps:read'], apps: 'all' }],
      ['GET', '/v1/keys', undefined],
    ] as const;
    for (const [method, path, body] of calls) {
      expect([path, (await api.call(method, path, { key, body })).status]).toEqual([path, 401]);
    }
    expect(api.cognito.accounts).toHaveLength(2);
    expect(api.cognito.accounts[1]).toMatchObject({ isEnabled: false, groups: new Set() });
  });

  it('who are made something else give nothing any more in that minute', async () => {
    const { personId } = (await invite({ email: mara, role: 'owner' })).body;
    const { context } = await api.authorize(`Bearer ${api.tokenOf(mara)}`);
    await asOwner('PATCH', `/v1/people/${personId}`, { role: 'support', apps: 'all' });
    const body = { email: 'eve@evil.example', role: 'owner' };
    expect((await api.call('POST', '/v1/people', { key: context as never, body })).status).toBe(401);
  });

  it('make keys, which say who made them and live on', async () => {
    const { personId } = (await invite({ email: mara, role: 'owner' })).body;
    const body = { name: 'shop', scopes: ['consent:write', 'keys:write'], apps: ['acme'] };
    const made = await api.as(api.tokenOf(mara), 'POST', '/v1/keys', { body });
    expect(made).toMatchObject({ status: 201, body: { createdBy: personId } });
    await asOwner('DELETE', `/v1/people/${personId}`);
    expect((await api.authorize(`Bearer ${made.body.key}`)).isAuthorized).toBe(true);
    // Such a key is no elder: it touches what it made, and not what its maker might.
    const key = { keyId: made.body.keyId, scopes: body.scopes.join(' '), apps: 'acme' };
    expect((await api.call('DELETE', `/v1/keys/${fullKey.keyId}`, { key })).status).toBe(404);
    const other = await api.call('POST', '/v1/keys', { body: { ...body, scopes: ['consent:write'] } });
    expect((await api.call('POST', `/v1/keys/${other.body.keyId}/rotate`, { key })).status).toBe(404);
    expect((await asOwner('POST', `/v1/keys/${made.body.keyId}/rotate`)).status).toBe(200);
  });
});

describe('a key', () => {
  it('invites nobody who may do more than it', async () => {
    const own = { keyId: 'key_cccccccccccccccc', scopes: 'people:write apps:read collection:read', apps: '*' };
    await putKey(api.table, own);
    for (const role of ['owner', 'marketer', 'support', 'auditor']) {
      const body = { email: 'eve@evil.example', role, ...(role !== 'owner' && { apps: 'all' }) };
      const answer = await api.call('POST', '/v1/people', { key: own, body });
      expect(answer).toMatchObject({ status: 403, body: { code: 'beyond-own-key' } });
    }
    expect(await api.call('DELETE', `/v1/people/${owner}`, { key: own })).toMatchObject({ status: 403 });
    expect(
      await api.call('PATCH', `/v1/people/${owner}`, { key: own, body: { role: 'auditor', apps: 'all' } }),
    ).toMatchObject({ status: 403 });
    expect(api.cognito.accounts).toHaveLength(1);
  });

  it('that ends by itself makes nobody who does not', async () => {
    const own = { keyId: 'key_dddddddddddddddd', scopes: scopes.join(' '), apps: '*' };
    await putKey(api.table, own, { expiresAt: start + 60_000 });
    const body = { email: 'eve@evil.example', role: 'owner' };
    expect((await api.call('POST', '/v1/people', { key: own, body })).status).toBe(403);
  });

  it('asks who it is', async () => {
    const me = await api.call('GET', '/v1/me', { key: { ...fullKey, scopes: 'apps:write', apps: 'acme' } });
    expect(me.body).toMatchObject({
      kind: 'key',
      keyId: fullKey.keyId,
      scopes: ['apps:write', 'brand:write'],
      apps: ['acme'],
    });
  });
});

describe('the user pool', () => {
  it.each([
    ['TooManyRequestsException', 400, 503, 'try-again'],
    ['LimitExceededException', 400, 503, 'try-again'],
    ['InternalErrorException', 500, 503, 'try-again'],
    ['InvalidParameterException', 400, 422, 'invalid-input'],
  ])('that refuses with %s makes nobody, and the call may be repeated', async (type, status, answered, code) => {
    api.cognito.refuses.set('AdminCreateUser', { type, status });
    expect(await invite(marketer)).toMatchObject({ status: answered, body: { code } });
    api.cognito.refuses.clear();
    expect((await invite(marketer)).status).toBe(201);
  });

  it('that fails halfway leaves somebody without rights, until the same is said again', async () => {
    api.cognito.refuses.set('AdminAddUserToGroup', { type: 'InternalErrorException', status: 500 });
    expect((await invite(marketer)).status).toBe(503);
    expect((await api.as(api.tokenOf(mara), 'GET', '/v1/me')).status).toBe(401);
    api.cognito.refuses.clear();
    const { data } = (await asOwner('GET', '/v1/people')).body;
    const { personId } = data.find((each: { email: string }) => each.email === mara);
    expect((await asOwner('PATCH', `/v1/people/${personId}`, { role: 'marketer' })).status).toBe(200);
    expect((await api.as(api.tokenOf(mara), 'GET', '/v1/me')).status).toBe(200);
  });

  it('that cannot be reached when somebody is removed: the rights are gone at once, the account with the next try', async () => {
    const { personId } = (await invite(marketer)).body;
    api.cognito.refuses.set('AdminDisableUser', { type: 'InternalErrorException', status: 500 });
    expect((await asOwner('DELETE', `/v1/people/${personId}`)).status).toBe(503);
    expect((await api.as(api.tokenOf(mara), 'GET', '/v1/me')).status).toBe(401);
    api.cognito.refuses.clear();
    expect((await asOwner('DELETE', `/v1/people/${personId}`)).status).toBe(204);
    expect(api.cognito.accounts[1]?.isEnabled).toBe(false);
  });

  it('puts nobody into a role by its groups alone', async () => {
    await invite(marketer);
    api.cognito.accounts[1]?.groups.add('owner');
    expect((await api.as(api.tokenOf(mara), 'GET', '/v1/me')).body.role).toBe('marketer');
    api.cognito.accounts[1]?.groups.delete('marketer');
    expect((await api.as(api.tokenOf(mara), 'GET', '/v1/me')).status).toBe(401);
  });
});

describe('a stage without a user pool', () => {
  it.each([
    ['GET', '/v1/people', undefined],
    ['POST', '/v1/people', marketer],
    ['PATCH', '/v1/people/person_aaaaaaaaaaaaaaaa', { role: 'support' }],
    ['DELETE', '/v1/people/person_aaaaaaaaaaaaaaaa', undefined],
  ])('says so: %s %s', async (method, path, body) => {
    const plain = await testApi();
    expect(await plain.call(method, path, { body })).toMatchObject({ status: 409, body: { code: 'no-sign-in' } });
  });

  it('takes no access token, and has no opinion of it', async () => {
    const plain = await testApi();
    expect(await plain.authorize(`Bearer ${api.tokenOf('olga@acme.example')}`)).toEqual({
      isAuthorized: false,
      context: {},
    });
    expect((await plain.call('GET', '/v1/sign-in', { key: null })).body).toEqual({ method: 'keys' });
  });
});
