import type { Pool } from './pool.ts';

/** A sign-in that was begun: what proves that its return is ours. */
export interface Begun {
  /** The page of the pool on which somebody signs in. */
  readonly url: string;
  readonly state: string;
  /** PKCE: never leaves this window but for the token endpoint (RFC 7636). */
  readonly verifier: string;
}

/** What the pool's page sent back in the address. */
export interface Returned {
  readonly state: string;
  /** Absent = nobody was let in. */
  readonly code?: string;
}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Prepares a sign-in by authorization code with PKCE, S256. PKCE is also what a nonce would be for (RFC 9700, 2.1.1). */
export async function beginSignIn({ authorizeUrl, clientId, returnUrl, scope }: Pool): Promise<Begun> {
  const [state, verifier] = [random(), random()];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: returnUrl,
    scope,
    state,
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
  });
  return { url: `${authorizeUrl}?${query}`, state, verifier };
}

/** What stands in the address of somebody who comes back; undefined: nobody does. */
export function returnedIn(search: string): Returned | undefined {
  const query = new URLSearchParams(search);
  const [state, code, error] = [query.get('state'), query.get('code'), query.get('error')];
  if (state === null || (code === null && error === null)) return undefined;
  return { state, ...(code !== null && error === null && { code }) };
}
