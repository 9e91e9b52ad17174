import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type CognitoService, startCognito } from './cognito-service.ts';
import { startUserPool, type TestUserPool } from './test-pool.ts';

/** What a code or a refresh token is good for. */
interface Given {
  readonly email: string;
  readonly challenge?: string;
  readonly redirectUri?: string;
}

/**
 * The pages and the token endpoint of a user pool on loopback, as Amazon Cognito has them: /oauth2/authorize, /login, /oauth2/token,
 * /oauth2/revoke, /logout (its developer guide, "User pool endpoints"). Its accounts and keys are those of the other two stand-ins, whose
 * addresses it also answers at: the SDK and the authorizer know one address only.
 */
export interface PoolPages {
  readonly url: string;
  readonly cognito: CognitoService;
  readonly userPool: TestUserPool;
  /** Where people may come back to; nowhere else. */
  returnUrl: string;
  /** Seconds that an access token lives. */
  lifetime: number;
  /** What was asked of the token endpoint, in order. */
  readonly asked: { readonly [field: string]: string }[];
  readonly revoked: string[];
  /** What the token endpoint answers instead: a status, or nothing at all. */
  fails: number | 'cut' | undefined;
  /** Makes an account, as an invitation does. */
  account(email: string): Promise<void>;
  /** A code of whoever has this address, as the page gives it. */
  codeFor(email: string, challenge: string): string;
  /** Ends every sign-in: no refresh token is good any more. */
  endAll(): void;
  stop(): Promise<void>;
}

const poolId = 'eu-west-1_TestPool1';

export async function startPoolPages(now: () => number = Date.now): Promise<PoolPages> {
  const cognito = await startCognito(poolId);
  const userPool = await startUserPool(() => Math.floor(now() / 1000));
  const codes = new Map<string, Given>();
  const refreshTokens = new Map<string, Given>();
  const sessions = new Map<string, string>();
  const random = () => randomBytes(24).toString('base64url');
  const accountOf = (email: string) => cognito.accounts.find((each) => each.email === email && each.isEnabled);
  const codeFor = (given: Given): string => {
    const code = random();
    codes.set(code, given);
    return code;
  };

  /** RFC 6749, 5.1: a code is good once, a refresh token is replaced at every use. */
  const tokensOf = (email: string): object | undefined => {
    const account = accountOf(email);
    if (account === undefined) return undefined;
    const refreshToken = random();
    refreshTokens.set(refreshToken, { email });
    const { sub, groups } = account;
    const claims = {
      sub,
      username: sub,
      'cognito:groups': [...groups],
      exp: Math.floor(now() / 1000) + pages.lifetime,
    };
    return {
      access_token: userPool.token(claims),
      id_token: userPool.token({ ...claims, token_use: 'id', aud: userPool.clientId, email }),
      refresh_token: refreshToken,
      token_type: 'Bearer',
      expires_in: pages.lifetime,
    };
  };
  const granted = (asked: { readonly [field: string]: string }): object | undefined => {
    if (asked.client_id !== userPool.clientId) return undefined;
    if (asked.grant_type === 'authorization_code') {
      const given = codes.get(asked.code ?? '');
      codes.delete(asked.code ?? '');
      const challenge = createHash('sha256')
        .update(asked.code_verifier ?? '')
        .digest('base64url');
      if (given === undefined || given.challenge !== challenge || asked.redirect_uri !== given.redirectUri)
        return undefined;
      return tokensOf(given.email);
    }
    const given = asked.grant_type === 'refresh_token' ? refreshTokens.get(asked.refresh_token ?? '') : undefined;
    refreshTokens.delete(asked.refresh_token ?? '');
    return given && tokensOf(given.email);
  };

  const back = (response: ServerResponse, query: URLSearchParams, email: string): void => {
    const [challenge, redirectUri] = [query.get('code_challenge') ?? '', query.get('redirect_uri') ?? ''];
    const to = new URL(redirectUri);
    to.searchParams.set('code', codeFor({ email, challenge, redirectUri }));
    to.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(302, { location: to.href }).end();
  };

  const answer = async (request: IncomingMessage, response: ServerResponse, body: string): Promise<unknown> => {
    const url = new URL(request.url ?? '/', pages.url);
    const { pathname, searchParams: query } = url;
    const cookie = /cognito=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const open = {
      'access-control-allow-origin': '*',
      'content-type': 'application/json',
      'cache-control': 'no-store',
    };
    if (request.headers['x-amz-target'] !== undefined || pathname.endsWith('/jwks.json')) {
      return passOn(request, response, body, pathname.endsWith('.json') ? userPool.keysUrl.href : cognito.url);
    }
    switch (`${request.method} ${pathname}`) {
      case 'GET /oauth2/authorize': {
        const isOurs = query.get('client_id') === userPool.clientId && query.get('redirect_uri') === pages.returnUrl;
        const isGood = query.get('response_type') === 'code' && query.get('code_challenge_method') === 'S256';
        if (!isOurs || !isGood) return response.writeHead(400).end('invalid_request');
        const email = sessions.get(cookie);
        if (email !== undefined) return back(response, query, email);
        return response.writeHead(302, { location: `/login?${query}` }).end();
      }
      case 'GET /login':
        return response.writeHead(200, { 'content-type': 'text/html' }).end(loginPage(''));
      case 'POST /login': {
        const typed = new URLSearchParams(body);
        const account = accountOf(typed.get('username') ?? '');
        if (account === undefined) {
          return response
            .writeHead(200, { 'content-type': 'text/html' })
            .end(loginPage('Incorrect username or password.'));
        }
        account.status = 'CONFIRMED';
        const id = random();
        sessions.set(id, account.email);
        response.setHeader('set-cookie', `cognito=${id}; Path=/; HttpOnly; SameSite=Lax`);
        return back(response, query, account.email);
      }
      case 'POST /oauth2/token': {
        const asked = Object.fromEntries(new URLSearchParams(body));
        pages.asked.push(asked);
        if (pages.fails === 'cut') return request.socket.destroy();
        if (pages.fails !== undefined) return response.writeHead(pages.fails, open).end('{}');
        const tokens = granted(asked);
        if (tokens === undefined) return response.writeHead(400, open).end('{"error":"invalid_grant"}');
        return response.writeHead(200, open).end(JSON.stringify(tokens));
      }
      case 'POST /oauth2/revoke': {
        const token = new URLSearchParams(body).get('token') ?? '';
        pages.revoked.push(token);
        refreshTokens.delete(token);
        return response.writeHead(200, open).end();
      }
      case 'GET /logout': {
        if (query.get('logout_uri') !== pages.returnUrl) return response.writeHead(400).end('invalid_request');
        sessions.delete(cookie);
        return response.writeHead(302, { location: pages.returnUrl }).end();
      }
      default:
        return response.writeHead(404).end();
    }
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      answer(request, response, Buffer.concat(chunks).toString()).catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const pages: PoolPages = {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    ...{ cognito, userPool, returnUrl: '', lifetime: 300, asked: [], revoked: [], fails: undefined },
    codeFor: (email, challenge) => codeFor({ email, challenge, redirectUri: pages.returnUrl }),
    async account(Username) {
      const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.AdminCreateUser' };
      await fetch(cognito.url, { method: 'POST', headers, body: JSON.stringify({ UserPoolId: poolId, Username }) });
    },
    endAll() {
      refreshTokens.clear();
      sessions.clear();
    },
    async stop() {
      await Promise.all([cognito.stop(), userPool.stop()]);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
  return pages;
}

/** To the stand-in that answers this. */
async function passOn(request: IncomingMessage, response: ServerResponse, body: string, to: string): Promise<void> {
  const target = request.headers['x-amz-target'];
  const answer = await fetch(to, {
    method: request.method ?? 'GET',
    ...(target !== undefined && { body, headers: { 'x-amz-target': String(target) } }),
  });
  const type = answer.headers.get('content-type') ?? 'application/json';
  response.writeHead(answer.status, { 'content-type': type }).end(Buffer.from(await answer.arrayBuffer()));
}

const loginPage = (complaint: string): string => `<!doctype html><html lang="en"><title>Signin</title><body><main>
<h1>Sign in with your email and password</h1><p role="alert">${complaint}</p>
<form method="post"><label>Email <input name="username" type="email"></label>
<label>Password <input name="password" type="password"></label><button>Sign in</button></form></main></body></html>`;
