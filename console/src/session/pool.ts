import { ProblemError } from '../../../client/src/index.ts';

/** The user pool of a stage, with the console as its client (`GET /v1/sign-in`). */
export interface Pool {
  readonly clientId: string;
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly revokeUrl: string;
  readonly logoutUrl: string;
  /** Where its pages lead back to. */
  readonly returnUrl: string;
  readonly scope: string;
}

/** What the pool gives for a code, or for a refresh token. */
export interface Grant {
  readonly accessToken: string;
  /** Milliseconds, by the clock of this device: the pool says only how long from now. */
  readonly until: number;
  /** Absent = the one before stays good. */
  readonly refreshToken?: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * Asks the token endpoint (RFC 6749, 4.1.3 and 6).
 *
 * @returns undefined when the pool gives nothing for this: it was used, has run out, or was taken away
 * @throws TypeError without a connection; ProblemError 503 when the pool cannot say
 */
export async function askForTokens(
  { tokenUrl, clientId }: Pool,
  fields: { readonly [name: string]: string },
  now: () => number,
): Promise<Grant | undefined> {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({ client_id: clientId, ...fields }),
    credentials: 'omit',
  });
  if (response.status === 400 || response.status === 401) return undefined;
  const said: { readonly [name: string]: unknown } = response.ok ? await response.json().catch(() => ({})) : {};
  const accessToken = text(said.access_token);
  if (accessToken === undefined) throw new ProblemError({}, new Response(null, { status: 503 }));
  const refreshToken = text(said.refresh_token);
  const seconds = typeof said.expires_in === 'number' ? said.expires_in : 0;
  return { accessToken, until: now() + seconds * 1000, ...(refreshToken !== undefined && { refreshToken }) };
}
