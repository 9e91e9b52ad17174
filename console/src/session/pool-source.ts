import { askForTokens, type Grant, type Pool } from './pool.ts';
import type { TokenSource } from './session.ts';

/** A token is replaced so long before its end, in milliseconds: a slow call must still arrive with it. */
export const renewedBefore = 60_000;

export interface PoolSourceOptions {
  readonly pool: () => Promise<Pool>;
  /** What the pool gave for a code; without it the first token is asked for by the refresh token. */
  readonly grant?: Grant | undefined;
  readonly refreshToken: string | undefined;
  /** Keeps the refresh token for this tab; undefined = there is none any more. */
  readonly keep: (refreshToken: string | undefined) => void;
  /** Leads to the page of the pool that ends its own session. */
  readonly leave: (pool: Pool) => void;
  readonly now: () => number;
}

/**
 * Access tokens of the user pool. They live for minutes and are kept in memory only; the refresh token is replaced at every use, so it is
 * used by one call at a time.
 */
export function poolSource({ pool, grant, refreshToken, keep, leave, now }: PoolSourceOptions): TokenSource {
  let current = grant;
  let refresh = refreshToken;
  let renewing: Promise<string | undefined> | undefined;

  const take = (given: Grant | undefined): void => {
    current = given;
    refresh = given === undefined ? undefined : (given.refreshToken ?? refresh);
    keep(refresh);
  };
  if (grant !== undefined) take(grant);

  const renewNow = async (): Promise<string | undefined> => {
    if (refresh === undefined) return undefined;
    const used = refresh;
    const given = await askForTokens(await pool(), { grant_type: 'refresh_token', refresh_token: used }, now);
    if (refresh === used) take(given);
    // Somebody signed out meanwhile.
    else if (given?.refreshToken !== undefined) revoke(await pool(), given.refreshToken);
    return current?.accessToken;
  };
  const renewed = (): Promise<string | undefined> => {
    renewing ??= renewNow().finally(() => {
      renewing = undefined;
    });
    return renewing;
  };
  const left = (): number => (current === undefined ? 0 : current.until - now());

  return {
    kind: 'person',
    async token() {
      if (left() > renewedBefore) return current?.accessToken;
      try {
        return await renewed();
      } catch (error) {
        // The pool is silent; this one is still good.
        if (left() > 0) return current?.accessToken;
        throw error;
      }
    },
    // Several calls may have been refused with the same token: it is replaced once.
    renew: async (refused) => (current?.accessToken === refused ? renewed() : current?.accessToken),
    forget() {
      const used = refresh;
      take(undefined);
      // Without a connection nobody can be signed out there; here they are.
      void end(pool, used, leave).catch(() => undefined);
    },
  };
}

/** Ends what was given, and then the pool's own session: or whoever comes next to this device would be let in without a password. */
async function end(
  pool: PoolSourceOptions['pool'],
  token: string | undefined,
  leave: (pool: Pool) => void,
): Promise<void> {
  const place = await pool();
  if (token !== undefined) revoke(place, token);
  leave(place);
}

/** RFC 7009. What cannot be revoked ends by itself; nobody waits for it. */
function revoke({ revokeUrl, clientId }: Pool, token: string): void {
  const body = new URLSearchParams({ token, client_id: clientId });
  void fetch(revokeUrl, { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(() => undefined);
}
