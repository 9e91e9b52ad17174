import type { createLocalJWKSet, JWTVerifyGetKey } from 'jose';
import { TryAgainError } from '../../domain/errors.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Clock } from '../../use-cases/ledger/ports.ts';
import { ask } from '../http/ask.ts';

/** How long the keys of the pool are believed, in milliseconds. */
export const keptFor = 60 * 60 * 1000;
/** A key that is not among them is looked for again, but not for every made-up name of one; nor is a pool that was silent asked again. */
export const askedAgainAfter = 10_000;
const timeLimit = 2000;

/**
 * The keys with which the user pool signs, fetched when they are first needed.
 *
 * @param url of the pool's key set (RFC 7517)
 * @throws TryAgainError when they cannot be had: who calls is not known, which is no reason to say that nobody does
 */
export function keySet(
  url: URL,
  now: Clock,
  jose: { readonly createLocalJWKSet: typeof createLocalJWKSet },
): JWTVerifyGetKey {
  let known: { readonly at: Milliseconds; readonly find: JWTVerifyGetKey } | undefined;
  let silentUntil = 0;
  let asking: Promise<NonNullable<typeof known>> | undefined;

  const fetchKeys = async () => {
    const { status, body } = await ask({ method: 'GET', url }, timeLimit);
    const at = now();
    try {
      if (status !== 200) throw new Error(`The key set answered ${status}.`);
      const find = jose.createLocalJWKSet(JSON.parse(Buffer.from(body).toString()));
      known = { at, find };
      return known;
    } catch (error) {
      silentUntil = at + askedAgainAfter;
      throw unavailable(error);
    }
  };
  const fetched = () => {
    if (now() < silentUntil) throw unavailable();
    asking ??= fetchKeys().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  return async (header, token) => {
    const current = known !== undefined && now() < known.at + keptFor ? known : await fetched();
    try {
      return await current.find(header, token);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ERR_JWKS_NO_MATCHING_KEY') throw error;
      if (now() < current.at + askedAgainAfter) throw error;
      return (await fetched()).find(header, token);
    }
  };
}

function unavailable(cause?: unknown): TryAgainError {
  const error = new TryAgainError('Sign-ins cannot be checked at the moment: the user pool does not answer.', 60);
  error.cause = cause;
  return error;
}
