import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type ApiKey, formatToken, isLive, parseToken } from '../../../domain/api-key/api-key.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { KeyStore } from '../../../use-cases/admin/key-ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { apiKeyKey, apiKeysPartition, type Key } from '../table/keys.ts';
import { getItem, queryPage } from '../table/query.ts';

/** A key as it lies in the table. */
interface KeyItem extends ApiKey {
  /** SHA-256 of the secret, hexadecimal. The secret has 256 random bits, so a slow hash would add nothing. */
  readonly secretHash: string;
  readonly previousSecretHash?: string;
}

const shape: Shape<KeyItem> = {
  keyId: 'string',
  name: 'string',
  scopes: 'list',
  apps: ['list', 'string'],
  createdAt: 'number',
  secretHash: 'string',
};

const usePrecision = 60 * 60 * 1000;

/** API keys in the table. */
export function keyStore(table: DocumentTable): KeyStore {
  const { documents, tableName } = table;
  const read = async (keyId: string) => {
    const item = await getItem(table, apiKeyKey(keyId));
    return item && itemAs(item, shape);
  };

  /** Whether the key and those by which it was made are good. Only a key that was made by another costs more reads. */
  const isLineLive = async (item: KeyItem, now: Milliseconds) => {
    if (!isLive(item, now)) return false;
    const parents = await Promise.all((item.parents ?? []).map(read));
    return parents.every((parent) => parent !== undefined && isLive(parent, now));
  };

  /** The item after an update, or undefined when the condition does not hold. */
  const update = async (keyId: string, UpdateExpression: string, ConditionExpression: string, values: object) => {
    try {
      const { Attributes } = await documents.send(
        new UpdateCommand({
          TableName: tableName,
          Key: apiKeyKey(keyId),
          UpdateExpression,
          ConditionExpression,
          ExpressionAttributeValues: { ...values },
          ReturnValues: 'ALL_NEW',
        }),
      );
      return Attributes && itemAs(Attributes, shape);
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return undefined;
      throw error;
    }
  };

  return {
    create: async ({ name, scopes, apps, expiresAt }, now, parents) => {
      const keyId = `key_${newKeyId()}`;
      const { secret, secretHash } = newSecret();
      const key: ApiKey = { keyId, name, scopes, apps, createdAt: now, expiresAt, parents };
      await documents.send(
        new PutCommand({
          TableName: tableName,
          Item: { ...apiKeyKey(keyId), ...key, secretHash },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
      return { key, token: formatToken(keyId, secret) };
    },
    find: async (keyId) => {
      const item = await read(keyId);
      return item === undefined ? undefined : toKey(item);
    },
    findLive: async (keyId, now) => {
      const item = await read(keyId);
      return item !== undefined && (await isLineLive(item, now)) ? toKey(item) : undefined;
    },
    list: async (limit, after) => {
      const { items, last } = await queryPage(table, { partition: apiKeysPartition, after }, limit);
      return { data: items.map((item) => toKey(itemAs(item, shape))), next: last };
    },
    rotate: async (keyId, graceSeconds, now) => {
      const { secret, secretHash } = newSecret();
      const item = await update(
        keyId,
        'SET previousSecretHash = secretHash, previousSecretUntil = :until, secretHash = :hash',
        'attribute_exists(pk) AND attribute_not_exists(revokedAt)',
        { ':until': now + graceSeconds * 1000, ':hash': secretHash },
      );
      return item === undefined ? undefined : { key: toKey(item), token: formatToken(keyId, secret) };
    },
    revoke: async (keyId, now) => {
      const item = await update(keyId, 'SET revokedAt = if_not_exists(revokedAt, :now)', 'attribute_exists(pk)', {
        ':now': now,
      });
      return item !== undefined;
    },
    authenticate: async (token, now) => {
      const parts = parseToken(token);
      const item = parts === undefined ? undefined : await read(parts.keyId);
      if (parts === undefined || item === undefined) return undefined;
      const hash = hashOf(parts.secret);
      const isCurrent = isSame(hash, item.secretHash);
      const isPrevious = isSame(hash, item.previousSecretHash ?? '') && now < (item.previousSecretUntil ?? 0);
      return (isCurrent || isPrevious) && (await isLineLive(item, now)) ? toKey(item) : undefined;
    },
    noteUse: async (key, now) => {
      if (key.lastUsedAt !== undefined && now < key.lastUsedAt + usePrecision) return;
      await update(key.keyId, 'SET lastUsedAt = :now', 'attribute_exists(pk)', { ':now': now });
    },
  };
}

/** The key without its hashes. */
function toKey(item: KeyItem & Key): ApiKey {
  const { secretHash: _hash, previousSecretHash: _previous, ...key } = withoutKey<KeyItem>(item);
  return key;
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** 80 random bits in lower-case letters and digits. */
function newKeyId(): string {
  return Array.from(randomBytes(16), (byte) => letters.charAt(byte % letters.length)).join('');
}

function newSecret(): { readonly secret: string; readonly secretHash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, secretHash: hashOf(secret) };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares in a time that does not depend on where they differ. */
function isSame(hash: string, kept: string): boolean {
  return hash.length === kept.length && timingSafeEqual(Buffer.from(hash), Buffer.from(kept));
}
