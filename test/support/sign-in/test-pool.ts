import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';

/** A user pool as the world sees it: a key set on loopback, and tokens signed with its keys as Amazon Cognito signs them. */
export interface TestUserPool {
  readonly issuer: string;
  readonly clientId: string;
  readonly keysUrl: URL;
  /** How often the key set was asked for. */
  asked: number;
  /** What the key set answers instead; `'cut'` = nothing. */
  fails: { readonly status: number; readonly body: string } | 'cut' | undefined;
  /** Signs with a new key from now on; the keys before go when `keeps` is false. */
  rotate(keeps: boolean): void;
  /** An access token; claims and header can be changed, `undefined` takes one away. */
  token(claims?: Claims, more?: { readonly header?: Claims; readonly key?: KeyObject }): string;
  publicKeyPem(): string;
  stop(): Promise<void>;
}

type Claims = { readonly [name: string]: unknown };

export const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** @param now seconds, for `iat` and `exp` */
export async function startUserPool(now: () => number): Promise<TestUserPool> {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = [{ kid: 'first', ...pair() }];
  const current = () => keys.at(-1) as (typeof keys)[number];
  const server = createServer((request, response) => {
    pool.asked += 1;
    if (pool.fails === 'cut') return request.socket.destroy();
    if (pool.fails !== undefined) return response.writeHead(pool.fails.status).end(pool.fails.body);
    const shown = keys.map(({ kid, publicKey }) => ({
      ...publicKey.export({ format: 'jwk' }),
      ...{ kid, alg: 'RS256', use: 'sig' },
    }));
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: shown }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const poolId = 'eu-west-1_TestPool1';
  const [issuer, clientId] = [`https://cognito-idp.eu-west-1.amazonaws.com/${poolId}`, '6exampleclient'];
  const pool: TestUserPool = {
    ...{ issuer, clientId, asked: 0, fails: undefined },
    keysUrl: new URL(`http://127.0.0.1:${port}/${poolId}/.well-known/jwks.json`),
    rotate(keeps) {
      if (!keeps) keys.length = 0;
      keys.push({ kid: `key-${now()}`, ...pair() });
    },
    token(claims = {}, { header = {}, key = current().privateKey } = {}) {
      const said = {
        sub: 'd2e5a4f0-0000-4000-8000-000000000001',
        'cognito:groups': ['owner'],
        iss: issuer,
        version: 2,
        client_id: clientId,
        origin_jti: 'a-sign-in',
        token_use: 'access',
        scope: 'openid email',
        auth_time: now(),
        exp: now() + 300,
        iat: now(),
        jti: 'a-token',
        username: 'd2e5a4f0-0000-4000-8000-000000000001',
        ...claims,
      };
      const signed = `${part({ kid: current().kid, alg: 'RS256', ...header })}.${part(said)}`;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
    },
    publicKeyPem: () => String(current().publicKey.export({ format: 'pem', type: 'spki' })),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return pool;
}
