import { createHash } from 'node:crypto';
import { type ApiKey, holds, isLive } from '../../domain/api-key/api-key.ts';
import { defaultRate } from '../../domain/api-key/key-rate.ts';
import { MissingScopeError } from '../../domain/errors.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { KeyRate, KeyStore } from '../../use-cases/admin/key-ports.ts';
import type { Clock } from '../../use-cases/ledger/ports.ts';
import { badKeys } from '../http/bad-keys.ts';
import { TooManyBadKeysError, UnauthenticatedError } from '../http/refusals.ts';
import { logger } from '../runtime/logger.ts';

/** How long a good key is believed, as API Gateway believes the authorizer: a revoked key lives a minute at most. */
export const keyAge: Milliseconds = 60_000;
/** What a call counts against the rate of its key: it reads what a check reads, and writes. */
export const messageUnits = 2;
/** So many keys are remembered at once. */
const mostKeys = 1_000;

export interface GateCallerDeps {
  readonly keys: KeyStore;
  readonly rate: KeyRate;
  /** Units a second of a key that has no rate of its own. @default - that of the functions */
  readonly stageRate?: number | undefined;
  readonly now: Clock;
}

/**
 * Who calls the gate: an API key in `Authorization: Bearer`, with the scope `messages:send`. Checked here and not by the authorizer, which could
 * refuse in its own words only.
 *
 * @returns what throws UnauthenticatedError, TooManyBadKeysError, MissingScopeError and TooManyCallsError
 */
export function gateCaller({ keys, rate, stageRate = defaultRate, now }: GateCallerDeps) {
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

  return async (authorization: string | undefined, sourceIp: string): Promise<ApiKey> => {
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    const key = await keyOf(token);
    if (key === undefined) {
      const wait = bad.count(sourceIp);
      if (wait !== undefined) throw new TooManyBadKeysError(wait);
      throw new UnauthenticatedError('Send an API key of OptLedger as the access token: Authorization: Bearer olk_…');
    }
    if (!holds(key, 'messages:send'))
      throw new MissingScopeError('This call needs a key with the scope messages:send.');
    await rate.spend(
      { keyId: key.keyId, ratePerSecond: key.ratePerSecond ?? stageRate },
      { units: messageUnits, isNo: false },
    );
    return key;
  };
}
