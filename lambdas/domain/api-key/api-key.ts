import type { Milliseconds } from '../consent/statement.ts';
import { DomainError } from '../errors.ts';

/** What a key may do, and for which apps. */
export interface KeyRights {
  readonly scopes: readonly string[];
  /** App ids, or `*` for all apps, also those made later. */
  readonly apps: readonly string[] | '*';
}

/** An API key as it is listed; its secret is known to its owner only. */
export interface ApiKey extends KeyRights {
  /** `key_…`; not secret. */
  readonly keyId: string;
  readonly name: string;
  readonly createdAt: Milliseconds;
  readonly expiresAt?: Milliseconds;
  readonly revokedAt?: Milliseconds;
  /** Kept to the hour. */
  readonly lastUsedAt?: Milliseconds;
  /** Until when the secret before the last rotation is accepted too. */
  readonly previousSecretUntil?: Milliseconds;
}

/** Who calls: the key that the authorizer let through. */
export interface Caller extends KeyRights {
  readonly keyId: string;
}

/** A key was asked to give or touch more than it has itself. */
export class BeyondOwnKeyError extends DomainError {
  readonly code = 'beyond-own-key';
}

/** Whether the rights reach this app. */
export function reaches(rights: KeyRights, appId: string): boolean {
  return rights.apps === '*' || rights.apps.includes(appId);
}

/** Whether the first rights include all of the second. */
export function covers(own: KeyRights, other: KeyRights): boolean {
  const allScopes = other.scopes.every((scope) => own.scopes.includes(scope));
  const allApps = other.apps === '*' ? own.apps === '*' : other.apps.every((appId) => reaches(own, appId));
  return allScopes && allApps;
}

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
