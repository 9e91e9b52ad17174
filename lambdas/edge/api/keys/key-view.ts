import type { ApiKey } from '../../../domain/api-key/api-key.ts';
import type { IssuedKey } from '../../../use-cases/admin/key-ports.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { issuedKeyAnswer, keyAnswer } from './answers.ts';

/**
 * A key as shown; never with its secret.
 *
 * @param stageRate units a second of a key that has no rate of its own
 */
export function keyView(key: ApiKey, stageRate: number): View<typeof keyAnswer> {
  const {
    keyId,
    name,
    scopes,
    apps,
    createdAt,
    parents,
    madeBy,
    expiresAt,
    revokedAt,
    lastUsedAt,
    previousSecretUntil,
  } = key;
  return {
    keyId,
    name,
    scopes,
    apps: apps === '*' ? 'all' : apps,
    createdAt: formatInstant(createdAt),
    createdBy: parents?.at(-1) ?? madeBy,
    expiresAt: formatInstantIfAny(expiresAt),
    revokedAt: formatInstantIfAny(revokedAt),
    ratePerSecond: key.ratePerSecond ?? stageRate,
    lastUsedAt: formatInstantIfAny(lastUsedAt),
    previousSecretUntil: formatInstantIfAny(previousSecretUntil),
  };
}

/** A key with its token: the only answer that ever holds one. */
export function issuedKeyView({ key, token }: IssuedKey, stageRate: number): View<typeof issuedKeyAnswer> {
  return { ...keyView(key, stageRate), key: token };
}
