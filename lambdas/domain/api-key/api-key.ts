import { DomainError } from '../errors.ts';
import type { Milliseconds } from '../time.ts';

/** What a key may do, and for which apps. */
export interface KeyRights {
  readonly scopes: readonly string[];
  /** App ids, or `*` for all apps, also those made later. */
  readonly apps: readonly string[] | '*';
}

/** Rights that may end. */
export interface LimitedRights extends KeyRights {
  readonly expiresAt?: Milliseconds | undefined;
}

/** An API key as it is listed; its secret is known to its owner only. */
export interface ApiKey extends KeyRights {
  /** `key_…`; not secret. */
  readonly keyId: string;
  readonly name: string;
  readonly createdAt: Milliseconds;
  readonly expiresAt?: Milliseconds;
  readonly revokedAt?: Milliseconds;
  /** Units a second (`key-rate.ts`); absent = what the stage gives to every key. */
  readonly ratePerSecond?: number;
  /** Kept to the hour. */
  readonly lastUsedAt?: Milliseconds;
  /** The keys by which it was made, the eldest first and the one that made it last; none for a key made with the command. */
  readonly parents?: readonly string[];
  /** The person who made it (`person_…`). It does not end with that person; absent = a key or the command made it. */
  readonly madeBy?: string;
  /** Until when the secret before the last rotation is accepted too. */
  readonly previousSecretUntil?: Milliseconds;
}

/** Who calls: the key or the person that the authorizer let through. */
export interface Caller extends KeyRights {
  /** `key_…`, or `person_…` of somebody who signed in. */
  readonly keyId: string;
  /** Units a second. */
  readonly ratePerSecond: number;
}

/** A key was asked to give or touch more than it has itself. */
export class BeyondOwnKeyError extends DomainError {
  readonly code = 'beyond-own-key';
}

/** Whether the rights reach this app. */
export function reaches(rights: KeyRights, appId: string): boolean {
  return rights.apps === '*' || rights.apps.includes(appId);
}

/** Scopes that hold narrower ones: keys from before those were split off go on as they are. */
const narrower: { readonly [scope: string]: readonly string[] } = {
  'apps:write': ['brand:write'],
  'exports:read': ['exports:counts'],
};

/** Whether the rights hold a scope, by itself or in a wider one. */
export function holds(rights: KeyRights, scope: string): boolean {
  return rights.scopes.some((own) => own === scope || narrower[own]?.includes(scope) === true);
}

/** Whether the first may all that the second may, for as long: who lives longer may more. */
export function covers(own: LimitedRights, other: LimitedRights): boolean {
  const allScopes = other.scopes.every((scope) => holds(own, scope));
  const allApps = other.apps === '*' ? own.apps === '*' : other.apps.every((appId) => reaches(own, appId));
  return (
    allScopes && allApps && (other.expiresAt ?? Number.POSITIVE_INFINITY) <= (own.expiresAt ?? Number.POSITIVE_INFINITY)
  );
}

/**
 * Whether a key may revoke another or give it a new secret. A new secret is in the hands of who asked for it, so a key that must end with
 * its parents may only touch what ends with it: itself and its descendants. A key that was made with the command belongs to the owners of
 * the stage and touches whatever it covers. Nobody touches a parent.
 */
export function mayChange(own: ApiKey, other: ApiKey): boolean {
  if (!covers(own, other)) return false;
  if (own.keyId === other.keyId || other.parents?.includes(own.keyId) === true) return true;
  return own.parents === undefined;
}

/** So many generations of keys; each is read when a key is checked. */
export const mostParents = 5;

/** Whether the key itself is good at this time; whether a secret belongs to it is another question. */
export function isLive(key: ApiKey, now: Milliseconds): boolean {
  return key.revokedAt === undefined && (key.expiresAt === undefined || now < key.expiresAt);
}

/** The two parts of `olk_<keyId>_<secret>`, or undefined when it is nothing of the kind. */
export function parseToken(token: string): { readonly keyId: string; readonly secret: string } | undefined {
  const [, keyId, secret] = /^olk_(key_[a-z0-9]{16})_([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  return keyId === undefined || secret === undefined ? undefined : { keyId, secret };
}

/** The key as its owner sends it. */
export function formatToken(keyId: string, secret: string): string {
  return `olk_${keyId}_${secret}`;
}
