import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { SignInRefusal } from '../../domain/operators/sign-in.ts';
import type { Clock } from '../../use-cases/ledger/ports.ts';
import type { AccessTokens } from '../../use-cases/operators/ports.ts';
import { keySet } from './key-set.ts';

export interface AccessTokensOptions {
  /** The `iss` of the pool's tokens. */
  readonly issuer: string;
  /** The one client whose tokens are taken: that of the console. */
  readonly clientId: string;
  readonly keysUrl: URL;
}

/** Longer than any token of a pool with the groups of ours. */
const longest = 8192;

/** Whether it may be a token at all: three parts of base64url, the last of which an unsigned one leaves empty. */
export const looksSigned = (token: string): boolean =>
  token.length <= longest && /^[\w-]+\.[\w-]+\.[\w-]*$/.test(token);

/**
 * Reads access tokens of an Amazon Cognito user pool: RS256 under a key of the pool, its issuer, our client, `token_use` access, and not
 * run out by our clock (Cognito, "Verifying JSON web tokens"). An access token has no `aud`; ID tokens are of the same keys and issuer.
 *
 * The library is loaded when the first token comes: a cold start for an API key does not pay for it.
 */
export function accessTokens({ issuer, clientId, keysUrl }: AccessTokensOptions, now: Clock): AccessTokens {
  let loading: Promise<{ jose: typeof import('jose'); keys: JWTVerifyGetKey }> | undefined;
  const load = async () => {
    const jose = await import('jose');
    return { jose, keys: keySet(keysUrl, now, jose) };
  };
  return {
    async read(token, at) {
      if (!looksSigned(token)) return { refused: 'malformed' };
      loading ??= load();
      const { jose, keys } = await loading;
      try {
        const { payload } = await jose.jwtVerify(token, keys, {
          algorithms: ['RS256'],
          issuer,
          requiredClaims: ['sub', 'exp', 'client_id', 'token_use'],
          currentDate: new Date(at),
        });
        return said(payload, clientId);
      } catch (error) {
        const refused = refusalOf(error);
        if (refused === undefined) throw error;
        return { refused };
      }
    },
  };
}

function said(payload: JWTPayload, clientId: string): Awaited<ReturnType<AccessTokens['read']>> {
  const { sub, exp, token_use: use, client_id: client, 'cognito:groups': groups } = payload;
  if (use !== 'access') return { refused: 'not-an-access-token' };
  if (client !== clientId) return { refused: 'wrong-client' };
  if (sub === undefined || exp === undefined) return { refused: 'malformed' };
  const named = Array.isArray(groups) ? groups.filter((each) => typeof each === 'string') : [];
  return { username: sub, groups: named, expiresAt: exp * 1000 };
}

/** What of the library's failures is the token's own fault; undefined = something else failed. */
function refusalOf(error: unknown): SignInRefusal | undefined {
  const { code, claim } = error as { readonly code?: unknown; readonly claim?: unknown };
  switch (code) {
    case 'ERR_JWT_EXPIRED':
      return 'expired';
    case 'ERR_JWT_CLAIM_VALIDATION_FAILED':
      if (claim === 'iss') return 'wrong-issuer';
      return claim === 'client_id' || claim === 'token_use' ? 'not-an-access-token' : 'malformed';
    case 'ERR_JOSE_ALG_NOT_ALLOWED':
      return 'wrong-algorithm';
    case 'ERR_JWKS_NO_MATCHING_KEY':
    case 'ERR_JWKS_MULTIPLE_MATCHING_KEYS':
      return 'unknown-key';
    case 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED':
      return 'wrong-signature';
    case 'ERR_JWS_INVALID':
    case 'ERR_JWT_INVALID':
    case 'ERR_JOSE_NOT_SUPPORTED':
      return 'malformed';
    default:
      return undefined;
  }
}
