import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accessTokens } from '../../../lambdas/adapters/sign-in/access-tokens.ts';
import { askedAgainAfter, keptFor } from '../../../lambdas/adapters/sign-in/key-set.ts';
import { TryAgainError } from '../../../lambdas/domain/errors.ts';
import type { AccessTokens } from '../../../lambdas/use-cases/operators/ports.ts';
import { part, startUserPool, type TestUserPool } from '../../support/sign-in/test-pool.ts';

let now = 0;
let pool: TestUserPool;
let tokens: AccessTokens;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 21, 10);
  pool = await startUserPool(() => now / 1000);
  tokens = accessTokens(pool, () => now);
});
afterEach(() => pool.stop());

const read = (token: string) => tokens.read(token, now);
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

describe('an access token', () => {
  it('says who signed in, in which groups, and until when', async () => {
    expect(await read(pool.token())).toEqual({
      username: 'd2e5a4f0-0000-4000-8000-000000000001',
      groups: ['owner'],
      expiresAt: now + 300_000,
    });
  });

  it('is good until the second at which it runs out, by our clock', async () => {
    const token = pool.token();
    now += 299_000;
    expect(await read(token)).toHaveProperty('username');
    now += 1000;
    expect(await read(token)).toEqual({ refused: 'expired' });
  });

  it('of nobody in a group has no groups', async () => {
    expect(await read(pool.token({ 'cognito:groups': undefined }))).toMatchObject({ groups: [] });
    expect(await read(pool.token({ 'cognito:groups': 'owner' }))).toMatchObject({ groups: [] });
    expect(await read(pool.token({ 'cognito:groups': [['owner'], 7, 'support'] }))).toMatchObject({
      groups: ['support'],
    });
  });

  it.each([
    ['of another pool', { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Another1' }, 'wrong-issuer'],
    [
      'of an issuer that begins like ours',
      { iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_TestPool1/' },
      'wrong-issuer',
    ],
    ['of no issuer', { iss: undefined }, 'wrong-issuer'],
    ['of another client of the pool', { client_id: '7anotherclient' }, 'wrong-client'],
    ['of several clients', { client_id: ['6exampleclient'] }, 'wrong-client'],
    ['of no client', { client_id: undefined }, 'not-an-access-token'],
    ['that is an ID token', { token_use: 'id', client_id: undefined, aud: '6exampleclient' }, 'not-an-access-token'],
    ['that is an ID token with a client', { token_use: 'id', aud: '6exampleclient' }, 'not-an-access-token'],
    ['without a use', { token_use: undefined }, 'not-an-access-token'],
    ['that never ends', { exp: undefined }, 'malformed'],
    ['that ends at a word', { exp: 'never' }, 'malformed'],
    ['of nobody', { sub: undefined }, 'malformed'],
    ['that begins later', { nbf: 1_900_000_000 }, 'malformed'],
  ])('%s is refused', async (_what, claims, refused) => {
    expect(await read(pool.token(claims))).toEqual({ refused });
  });
});

describe('a forged token', () => {
  const claims = () => pool.token().split('.')[1] ?? '';
  const head = (header: object) => part({ kid: 'first', ...header });

  it.each(['none', 'None', 'NONE', ''])('without a signature is refused (alg %j)', async (alg) => {
    const refused = alg === '' ? 'malformed' : 'wrong-algorithm';
    expect(await read(`${head({ alg })}.${claims()}.`)).toEqual({ refused });
    expect(await read(`${head({ alg })}.${claims()}.AAAA`)).toEqual({ refused });
  });

  it('whose signature was taken away is refused', async () => {
    const [header, said] = pool.token().split('.');
    expect(await read(`${header}.${said}.`)).toEqual({ refused: 'wrong-signature' });
  });

  it('signed with the public key as a secret is refused', async () => {
    const signed = `${head({ alg: 'HS256' })}.${claims()}`;
    const mac = createHmac('sha256', pool.publicKeyPem()).update(signed).digest('base64url');
    expect(await read(`${signed}.${mac}`)).toEqual({ refused: 'wrong-algorithm' });
  });

  it('of another algorithm of the same key is refused', async () => {
    const signed = `${head({ alg: 'RS512' })}.${claims()}`;
    const signature = createSign('RSA-SHA512').update(signed).sign(other.privateKey).toString('base64url');
    expect(await read(`${signed}.${signature}`)).toEqual({ refused: 'wrong-algorithm' });
  });

  it('signed with another key under the name of ours is refused', async () => {
    expect(await read(pool.token({}, { key: other.privateKey }))).toEqual({ refused: 'wrong-signature' });
  });

  it('that brings its own key is refused', async () => {
    const jwk = other.publicKey.export({ format: 'jwk' });
    const evil = { jwk, jku: 'http://127.0.0.1:9/keys', x5u: 'http://127.0.0.1:9/cert' };
    expect(await read(pool.token({}, { header: evil, key: other.privateKey }))).toEqual({ refused: 'wrong-signature' });
    expect(await read(pool.token({}, { header: { ...evil, kid: 'mine' }, key: other.privateKey }))).toEqual({
      refused: 'unknown-key',
    });
  });

  it('whose claims were changed is refused', async () => {
    const [header, , signature] = pool.token({ 'cognito:groups': ['marketer'] }).split('.');
    expect(await read(`${header}.${claims()}.${signature}`)).toEqual({ refused: 'wrong-signature' });
  });

  it('with an extension that must be understood is refused', async () => {
    expect(await read(pool.token({}, { header: { crit: ['x'], x: 1 } }))).toHaveProperty('refused');
  });

  it.each(['', 'a.b', 'a.b.c', '..', 'olk_key_9aaaaaaaaaaaaaaa', 'a.b.c.d.e', `${'a'.repeat(9000)}.b.c`])(
    'that is none is refused without asking for keys: %s',
    async (token) => {
      expect(await read(token)).toEqual({ refused: 'malformed' });
      expect(pool.asked).toBe(0);
    },
  );
});

describe('the keys of the pool', () => {
  it('are fetched once, also for many at once', async () => {
    await Promise.all([1, 2, 3, 4].map(() => read(pool.token())));
    await read(pool.token());
    expect(pool.asked).toBe(1);
  });

  it('are fetched again after an hour, so that a key that was taken away ends', async () => {
    const stolen = pool.token({ exp: now / 1000 + 2 * keptFor });
    await read(pool.token());
    pool.rotate(false);
    now += keptFor - 1;
    expect(await read(stolen)).toHaveProperty('username');
    now += 1;
    expect(await read(stolen)).toEqual({ refused: 'unknown-key' });
  });

  it('are fetched again for a name that is new, as when they are rotated', async () => {
    await read(pool.token());
    pool.rotate(true);
    now += askedAgainAfter;
    expect(await read(pool.token())).toHaveProperty('username');
    expect(pool.asked).toBe(2);
  });

  it('are not fetched for every made-up name', async () => {
    await read(pool.token());
    for (const kid of ['a', 'b', 'c'])
      expect(await read(pool.token({}, { header: { kid } }))).toEqual({ refused: 'unknown-key' });
    now += askedAgainAfter;
    for (const kid of ['a', 'b', 'c'])
      expect(await read(pool.token({}, { header: { kid } }))).toEqual({ refused: 'unknown-key' });
    expect(pool.asked).toBe(2);
  });

  it.each([
    ['no answer', 'cut'],
    ['an error', { status: 500, body: '{}' }],
    ['a redirect', { status: 302, body: '' }],
    ['no JSON', { status: 200, body: '<html>' }],
    ['no keys', { status: 200, body: '{"keys":7}' }],
  ] as const)('that cannot be had (%s) are no reason to refuse anybody', async (_what, fails) => {
    pool.fails = fails;
    await expect(read(pool.token())).rejects.toThrow(TryAgainError);
    pool.fails = undefined;
    // A pool that was silent is not asked by every call.
    await expect(read(pool.token())).rejects.toThrow(TryAgainError);
    expect(pool.asked).toBe(1);
    now += askedAgainAfter;
    expect(await read(pool.token())).toHaveProperty('username');
  });
});
