import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type ApiKey, formatToken, isLive, parseToken } from '../../../domain/api-key/api-key.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { KeyStore } from '../../../use-cases/admin/key-ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { getItem, glimpse, queryPage } from '../table/query.ts';
import { apiKeyKey, apiKeyPartition, apiKeyPartitions, keyShards } from '../table/stage-keys.ts';
import { wrongKeys } from './wrong-keys.ts';

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
  const wrong = wrongKeys();
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
    create: async ({ name, scopes, apps, expiresAt, ratePerSecond }, now, parents, madeBy) => {
      const keyId = `key_${newKeyId()}`;
      const { secret, secretHash } = newSecret();
      const key: ApiKey = { keyId, name, scopes, apps, createdAt: now, expiresAt, parents, madeBy, ratePerSecond };
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
      const data: ApiKey[] = [];
      const first = after === undefined ? undefined : apiKeyPartition(after);
      const left = apiKeyPartitions.slice(first === undefined ? 0 : apiKeyPartitions.indexOf(first));
      for (const partition of left) {
        const page = await queryPage(
          table,
          { partition, after: partition === first ? after : undefined },
          limit - data.length,
        );
        data.push(...page.items.map((item) => toKey(itemAs(item, shape))));
        if (page.last !== undefined) return { data, next: page.last };
        if (data.length >= limit && partition !== apiKeyPartitions.at(-1)) return { data, next: data.at(-1)?.keyId };
      }
      return { data };
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
    setRate: async (keyId, ratePerSecond) => {
      const isThere = 'attribute_exists(pk) AND attribute_not_exists(revokedAt)';
      const item = await update(keyId, 'SET ratePerSecond = :rate', isThere, { ':rate': ratePerSecond });
      return item && toKey(item);
    },
    revoke: async (keyId, now) => {
      const item = await update(keyId, 'SET revokedAt = if_not_exists(revokedAt, :now)', 'attribute_exists(pk)', {
        ':now': now,
      });
      return item !== undefined;
    },
    authenticate: async (token, now) => {
      const parts = parseToken(token);
      if (parts === undefined || wrong.isUnknown(parts.keyId, now)) return undefined;
      const { keyId, secret } = parts;
      // While many come with wrong keys, a glimpse tells most of them; what it finds good is read like any other.
      if (wrong.areMany(now)) {
        const seen = await glimpse(table, apiKeyKey(keyId));
        if (seen === undefined || !isSecretOf(itemAs(seen, shape), secret, now)) return undefined;
      }
      const item = await read(keyId);
      if (item !== undefined && isSecretOf(item, secret, now))
        return (await isLineLive(item, now)) ? toKey(item) : undefined;
      wrong.note(keyId, item === undefined, now);
      return undefined;
    },
    noteUse: async (key, now) => {
      if (key.lastUsedAt !== undefined && now < key.lastUsedAt + usePrecision) return;
      await update(key.keyId, 'SET lastUsedAt = :now', 'attribute_exists(pk)', { ':now': now });
    },
  };
}

/** Whether it is the secret of this key, or the one before while that is good. */
function isSecretOf(item: KeyItem, secret: string, now: Milliseconds): boolean {
  const hash = hashOf(secret);
  const isPrevious = isSame(hash, item.previousSecretHash ?? '') && now < (item.previousSecretUntil ?? 0);
  return isSame(hash, item.secretHash) || isPrevious;
}

/** The key without its hashes. */
function toKey(item: KeyItem & Key): ApiKey {
  const { secretHash: _hash, previousSecretHash: _previous, ...key } = withoutKey<KeyItem>(item);
  return key;
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** A 9, the partition, and 70 random bits in lower-case letters and digits. */
function newKeyId(): string {
  const [first = 0, ...others] = randomBytes(15);
  return `9${first % keyShards}${others.map((byte) => letters.charAt(byte % letters.length)).join('')}`;
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
