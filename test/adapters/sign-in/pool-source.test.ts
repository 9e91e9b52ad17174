import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../client/src/index.ts';
import { beginSignIn, returnedIn } from '../../../console/src/session/authorization.ts';
import { askForTokens, type Pool } from '../../../console/src/session/pool.ts';
import { poolSource, renewedBefore } from '../../../console/src/session/pool-source.ts';
import { type PoolPages, startPoolPages } from '../../support/sign-in/pool-pages.ts';

const olga = 'olga@acme.example';
let pages: PoolPages;
let now: number;
let kept: (string | undefined)[];
let left: string[];

beforeEach(async () => {
  now = Date.parse('2026-11-26T10:00:00Z');
  [kept, left] = [[], []];
  pages = await startPoolPages(() => now);
  pages.returnUrl = 'https://console.example/console';
  await pages.account(olga);
});
afterEach(() => pages.stop());

const pool = (): Pool => ({
  clientId: pages.userPool.clientId,
  authorizeUrl: `${pages.url}/oauth2/authorize`,
  tokenUrl: `${pages.url}/oauth2/token`,
  revokeUrl: `${pages.url}/oauth2/revoke`,
  logoutUrl: `${pages.url}/logout`,
  returnUrl: pages.returnUrl,
  scope: 'openid email',
});
const source = (more: Partial<Parameters<typeof poolSource>[0]>) =>
  poolSource({
    refreshToken: undefined,
    ...more,
    pool: async () => pool(),
    keep: (token) => void kept.push(token),
    leave: ({ logoutUrl }) => void left.push(logoutUrl),
    now: () => now,
  });

/** Signs somebody in, as the page does after its return. */
async function signedIn() {
  const { url, verifier } = await beginSignIn(pool());
  const code = pages.codeFor(olga, new URL(url).searchParams.get('code_challenge') ?? '');
  const fields = { grant_type: 'authorization_code', code, redirect_uri: pages.returnUrl, code_verifier: verifier };
  const grant = await askForTokens(pool(), fields, () => now);
  if (grant === undefined) throw new Error('Nobody was let in.');
  return { source: source({ grant, refreshToken: grant.refreshToken }), grant, fields };
}
const expiryOf = (token: string | undefined): number =>
  JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()).exp * 1000;

describe('a sign-in', () => {
  it('asks by code with PKCE, and never sends the verifier to the page', async () => {
    const { url, state, verifier } = await beginSignIn(pool());
    const query = new URL(url).searchParams;
    expect(Object.fromEntries(query)).toEqual({
      response_type: 'code',
      client_id: pages.userPool.clientId,
      redirect_uri: pages.returnUrl,
      scope: 'openid email',
      state,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    expect(url).not.toContain(verifier);
    expect((await beginSignIn(pool())).state).not.toBe(state);
  });

  it.each([
    ['?code=abc&state=xyz', { state: 'xyz', code: 'abc' }],
    ['?error=access_denied&error_description=no&state=xyz', { state: 'xyz' }],
    ['?code=abc&error=access_denied&state=xyz', { state: 'xyz' }],
    ['?code=abc', undefined],
    ['?state=xyz', undefined],
    ['?consent=opted-in', undefined],
  ])('comes back with %s', (search, returned) => expect(returnedIn(search)).toEqual(returned));

  it('is let in once by a code, and only who began it', async () => {
    const { source: signed, fields } = await signedIn();
    expect(await signed.token()).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(await askForTokens(pool(), fields, () => now)).toBeUndefined();
    const code = pages.codeFor(olga, 'the-challenge-of-somebody-else');
    expect(await askForTokens(pool(), { ...fields, code }, () => now)).toBeUndefined();
  });
});

describe('a token', () => {
  it('is the same until a minute before its end, and then another one', async () => {
    const { source: signed, grant } = await signedIn();
    now += 300_000 - renewedBefore - 1;
    expect(await signed.token()).toBe(grant.accessToken);
    now += 1;
    const next = await signed.token();
    expect(next).not.toBe(grant.accessToken);
    expect(expiryOf(next)).toBe(now - (now % 1000) + 300_000);
    expect(pages.asked).toHaveLength(2);
  });

  it('is asked for once by everybody at the same time, each time with the newest refresh token', async () => {
    const { source: signed } = await signedIn();
    for (let n = 0; n < 3; n++) {
      now += 300_000;
      const tokens = await Promise.all([signed.token(), signed.token(), signed.token()]);
      expect(new Set(tokens).size).toBe(1);
      expect(tokens[0]).toBeDefined();
    }
    const used = pages.asked.map((each) => each.refresh_token);
    expect(used).toHaveLength(4);
    expect(new Set(used).size).toBe(4);
    // The newest one is what a reload goes on with.
    expect(kept).toHaveLength(4);
    expect(await source({ refreshToken: kept.at(-1) }).token()).toBeDefined();
  });

  it('that the API takes no more is replaced once, however many calls were refused', async () => {
    const { source: signed, grant } = await signedIn();
    now += 1000;
    const others = await Promise.all([signed.renew?.(grant.accessToken), signed.renew?.(grant.accessToken)]);
    expect(others[0]).not.toBe(grant.accessToken);
    expect(others[1]).toBe(others[0]);
    expect(await signed.renew?.(grant.accessToken)).toBe(others[0]);
    expect(pages.asked).toHaveLength(2);
  });

  it('is none any more when the sign-in has ended, and nothing is asked for again', async () => {
    const { source: signed } = await signedIn();
    pages.endAll();
    now += 300_000;
    expect(await signed.token()).toBeUndefined();
    expect(await signed.token()).toBeUndefined();
    expect(kept.at(-1)).toBeUndefined();
    expect(pages.asked).toHaveLength(2);
  });

  it('of an account that was disabled is none', async () => {
    const { source: signed } = await signedIn();
    const [account] = pages.cognito.accounts;
    if (account !== undefined) account.isEnabled = false;
    now += 300_000;
    expect(await signed.token()).toBeUndefined();
  });

  it.each([500, 503, 429, 'cut'] as const)('is not given up when the pool fails with %s', async (fails) => {
    const { source: signed, grant } = await signedIn();
    now += 300_000 - renewedBefore;
    pages.fails = fails;
    // It is good for another minute.
    expect(await signed.token()).toBe(grant.accessToken);
    now += renewedBefore;
    await expect(signed.token()).rejects.toThrow(fails === 'cut' ? TypeError : ProblemError);
    pages.fails = undefined;
    expect(await signed.token()).toBeDefined();
    expect(kept).not.toContain(undefined);
  });
});

describe('who signs out', () => {
  it('is signed out at the pool, and what they had is good for nothing', async () => {
    const { source: signed, grant } = await signedIn();
    signed.forget();
    await expect.poll(() => left).toEqual([pool().logoutUrl]);
    await expect.poll(() => pages.revoked).toEqual([grant.refreshToken]);
    expect(kept.at(-1)).toBeUndefined();
    expect(await signed.token()).toBeUndefined();
    expect(await source({ refreshToken: grant.refreshToken }).token()).toBeUndefined();
  });

  it('while a token is asked for has none afterwards', async () => {
    const { source: signed } = await signedIn();
    now += 300_000;
    const asked = signed.token();
    signed.forget();
    expect(await asked).toBeUndefined();
    expect(await signed.token()).toBeUndefined();
    expect(kept.at(-1)).toBeUndefined();
    await expect.poll(() => pages.revoked.length).toBe(2);
  });
});
