import type { RoutesOf, View } from '../../http/operation.ts';
import type { signInAnswer } from './answers.ts';
import type { healthOperations } from './operations.ts';

/** The user pool by which people sign in, and the console as its client. */
export interface SignInPlace {
  readonly issuer: string;
  readonly clientId: string;
  /** Base URL of the pool's pages, without a slash at the end. */
  readonly url: string;
  /** Where they come back to. */
  readonly returnUrl: string;
}

/** Says that the API answers, and how people sign in; asks nothing else. */
export function healthRoutes(signIn?: SignInPlace): RoutesOf<typeof healthOperations> {
  return {
    'GET /health': () => ({ status: 200, body: { status: 'ok' } }),
    'GET /v1/sign-in': () => ({ status: 200, body: signIn === undefined ? { method: 'keys' } : signInView(signIn) }),
  };
}

function signInView({ issuer, clientId, url, returnUrl }: SignInPlace): View<typeof signInAnswer> {
  return {
    method: 'user-pool',
    issuer,
    clientId,
    authorizeUrl: `${url}/oauth2/authorize`,
    tokenUrl: `${url}/oauth2/token`,
    revokeUrl: `${url}/oauth2/revoke`,
    logoutUrl: `${url}/logout`,
    returnUrl,
    scope: 'openid email',
  };
}
