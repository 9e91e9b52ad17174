import { type ApiKey, holds } from '../../domain/api-key/api-key.ts';
import { defaultRate } from '../../domain/api-key/key-rate.ts';
import { MissingScopeError } from '../../domain/errors.ts';
import type { KeyRate, KeyStore } from '../../use-cases/admin/key-ports.ts';
import type { Clock } from '../../use-cases/ledger/ports.ts';
import { keyCheck } from '../http/key-check.ts';

/** What a call counts against the rate of its key: it reads what a check reads, and writes. */
export const messageUnits = 2;

export interface GateCallerDeps {
  readonly keys: KeyStore;
  readonly rate: KeyRate;
  /** Units a second of a key that has no rate of its own. @default - that of the functions */
  readonly stageRate?: number | undefined;
  readonly now: Clock;
}

const refusal = 'Send an API key of OptLedger as the access token: Authorization: Bearer olk_…';

/**
 * Who calls the gate: an API key in `Authorization: Bearer`, with the scope `messages:send`. Checked here and not by the authorizer, which could
 * refuse in its own words only.
 *
 * @returns what throws UnauthenticatedError, TooManyBadKeysError, MissingScopeError and TooManyCallsError
 */
export function gateCaller({ keys, rate, stageRate = defaultRate, now }: GateCallerDeps) {
  const check = keyCheck({ keys, now }, refusal);
  return async (authorization: string | undefined, sourceIp: string): Promise<ApiKey> => {
    const [, token = ''] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
    const key = await check(token, sourceIp);
    if (!holds(key, 'messages:send'))
      throw new MissingScopeError('This call needs a key with the scope messages:send.');
    await rate.spend(
      { keyId: key.keyId, ratePerSecond: key.ratePerSecond ?? stageRate },
      { units: messageUnits, isNo: false },
    );
    return key;
  };
}
