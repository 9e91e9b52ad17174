import type { ApiKey } from '../../../domain/api-key/api-key.ts';
import { formatInstant } from '../../fields/instant.ts';

/** A key as shown; never with its secret. */
export function keyView(key: ApiKey) {
  const { keyId, name, scopes, apps, createdAt, parents, expiresAt, revokedAt, lastUsedAt, previousSecretUntil } = key;
  const createdBy = parents?.at(-1);
  return {
    keyId,
    name,
    scopes,
    apps: apps === '*' ? 'all' : apps,
    createdAt: formatInstant(createdAt),
    ...(createdBy !== undefined && { createdBy }),
    ...(expiresAt !== undefined && { expiresAt: formatInstant(expiresAt) }),
    ...(revokedAt !== undefined && { revokedAt: formatInstant(revokedAt) }),
    ...(lastUsedAt !== undefined && { lastUsedAt: formatInstant(lastUsedAt) }),
    ...(previousSecretUntil !== undefined && { previousSecretUntil: formatInstant(previousSecretUntil) }),
  };
}
