import type { ApiKey, Caller, KeyRights } from '../../domain/api-key/api-key.ts';
import type { CallCost } from '../../domain/api-key/key-rate.ts';
import type { Milliseconds } from '../../domain/time.ts';

export interface NewKey extends KeyRights {
  readonly name: string;
  readonly expiresAt?: Milliseconds | undefined;
  /** As in `ApiKey`. */
  readonly ratePerSecond?: number | undefined;
}

/** A key with its token `olk_<keyId>_<secret>`, which is shown this once: only a hash of the secret is kept. */
export interface IssuedKey {
  readonly key: ApiKey;
  readonly token: string;
}

/** API keys, and where they are kept. */
export interface KeyStore {
  /** @param parents, madeBy as in `ApiKey`; neither = made with the command */
  create(key: NewKey, now: Milliseconds, parents?: readonly string[], madeBy?: string): Promise<IssuedKey>;
  find(keyId: string): Promise<ApiKey | undefined>;
  /** The key, if it and all its parents are good now: neither revoked nor expired. Strong. */
  findLive(keyId: string, now: Milliseconds): Promise<ApiKey | undefined>;
  /** All keys by id, after `after`; `next` is where the list goes on. */
  list(limit: number, after?: string): Promise<{ readonly data: readonly ApiKey[]; readonly next?: string }>;
  /** A new secret; the one before is accepted `graceSeconds` more. Undefined = no such key, or a revoked one. */
  rotate(keyId: string, graceSeconds: number, now: Milliseconds): Promise<IssuedKey | undefined>;
  /** Undefined = no such key, or a revoked one. */
  setRate(keyId: string, ratePerSecond: number): Promise<ApiKey | undefined>;
  /** False = no such key. Revoking twice keeps the first time. */
  revoke(keyId: string, now: Milliseconds): Promise<boolean>;
  /** The live key that a token belongs to; a key ends with its parents. What is not a token costs no read. */
  authenticate(token: string, now: Milliseconds): Promise<ApiKey | undefined>;
  /** Keeps when the key was used, once an hour at most. */
  noteUse(key: ApiKey, now: Milliseconds): Promise<void>;
}

/** How much keys ask. */
export interface KeyRate {
  /**
   * Counts a call. Noes have as much again for themselves: as long as a key has a check left, it has a no left.
   *
   * @throws TooManyCallsError before anything was done
   */
  spend(caller: Pick<Caller, 'keyId' | 'ratePerSecond'>, cost: CallCost): Promise<void>;
}
