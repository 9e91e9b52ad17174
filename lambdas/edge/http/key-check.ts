import { createHash } from 'node:crypto';
import { type ApiKey, isLive } from '../../domain/api-key/api-key.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { KeyStore } from '../../use-cases/admin/key-ports.ts';
import type { Clock } from '../../use-cases/ledger/ports.ts';
import { logger } from '../runtime/logger.ts';
import { badKeys } from './bad-keys.ts';
import { TooManyBadKeysError, UnauthenticatedError } from './refusals.ts';

/** How long a good key is believed, as API Gateway believes the authorizer: a revoked key lives a minute at most. */
export const keyAge: Milliseconds = 60_000;
/** So many keys are remembered at once. */
const mostKeys = 1_000;

/**
 * Whose a token is, for functions that check keys themselves because they answer in the words of another service.
 *
 * @param refusal what is said where the token is no good key
 * @returns what throws UnauthenticatedError, TooManyBadKeysError
 */
export function keyCheck({ keys, now }: { readonly keys: KeyStore; readonly now: Clock }, refusal: string) {
  const bad = badKeys(now);
  const kept = new Map<string, { readonly key: ApiKey; readonly at: Milliseconds }>();

  async function keyOf(token: string): Promise<ApiKey | undefined> {
    const name = createHash('sha256').update(token).digest('base64');
    const known = kept.get(name);
    const time = now();
    if (known !== undefined && Math.abs(time - known.at) < keyAge && isLive(known.key, time)) return known.key;
    kept.delete(name);
    const key = await keys.authenticate(token, time);
    if (key === undefined) return undefined;
    if (kept.size >= mostKeys) kept.clear();
    kept.set(name, { key, at: time });
    // Who calls is known; that the time of use could not be kept must not lock anybody out.
    await keys.noteUse(key, time).catch((error: unknown) => logger.failure('use not noted', error));
    return key;
  }

  return async (token: string, sourceIp: string): Promise<ApiKey> => {
    const key = await keyOf(token);
    if (key !== undefined) return key;
    const wait = bad.count(sourceIp);
    throw wait === undefined ? new UnauthenticatedError(refusal) : new TooManyBadKeysError(wait);
  };
}
