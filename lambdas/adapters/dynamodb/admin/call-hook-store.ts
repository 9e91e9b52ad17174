import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CallHook } from '../../../domain/telephone/call-hook.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { CallHookStore, IssuedHook } from '../../../use-cases/telephone/ports.ts';
import { callHookKey, callHooksPartition } from '../table/app-keys.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { getItem, queryAll } from '../table/query.ts';

/** A hook as it lies in the table. */
interface HookItem extends CallHook {
  /** SHA-256 of the secret, base64url. The secret has 256 random bits, so a slow hash would add nothing. */
  readonly secretHash: string;
  readonly previousSecretHash?: string;
}

const shape: Shape<HookItem> = {
  hookId: 'string',
  appId: 'string',
  provider: 'string',
  mapping: 'map',
  createdAt: 'number',
  secretHash: 'string',
};

/** Secret addresses for calls, in the table. */
export function callHookStore(table: DocumentTable): CallHookStore {
  const { documents, tableName: TableName } = table;
  return {
    async create(given) {
      const name = randomBytes(10).toString('hex').slice(0, 16);
      const hook: CallHook = { ...given, hookId: `hook_${name}` };
      const { secret, secretHash } = newSecret(name);
      const Item = { ...callHookKey(hook.appId, hook.hookId), ...hook, secretHash };
      await documents.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }));
      return { hook, secret };
    },

    list: async (appId) =>
      (await queryAll(table, { partition: callHooksPartition(appId) })).map((item) => toHook(itemAs(item, shape))),

    async rotate(appId, hookId, graceSeconds, now): Promise<IssuedHook | undefined> {
      const { secret, secretHash } = newSecret(hookId.replace(/^hook_/, ''));
      try {
        const { Attributes } = await documents.send(
          new UpdateCommand({
            TableName,
            Key: callHookKey(appId, hookId),
            UpdateExpression: 'SET previousSecretHash = secretHash, previousSecretUntil = :until, secretHash = :hash',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':until': now + graceSeconds * 1000, ':hash': secretHash },
            ReturnValues: 'ALL_NEW',
          }),
        );
        return Attributes && { hook: toHook(itemAs(Attributes, shape)), secret };
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return undefined;
        throw error;
      }
    },

    remove: (appId, hookId) =>
      holds(
        documents.send(
          new DeleteCommand({
            TableName,
            Key: callHookKey(appId, hookId),
            ConditionExpression: 'attribute_exists(pk)',
          }),
        ),
      ),

    async authenticate(appId, secret, now) {
      const [, name] = /^([0-9a-f]{16})-[A-Za-z0-9_-]{43}$/.exec(secret) ?? [];
      if (name === undefined || !/^[a-z][a-z0-9-]{1,30}$/.test(appId)) return undefined;
      const found = await getItem(table, callHookKey(appId, `hook_${name}`));
      const item = found && itemAs(found, shape);
      return item !== undefined && isSecretOf(item, secret, now) ? toHook(item) : undefined;
    },
  };
}

function newSecret(name: string) {
  const secret = `${name}-${randomBytes(32).toString('base64url')}`;
  return { secret, secretHash: hashOf(secret) };
}

/** Both are compared, whichever holds. */
function isSecretOf(item: HookItem, secret: string, now: Milliseconds): boolean {
  const given = Buffer.from(hashOf(secret));
  const isCurrent = isSame(given, item.secretHash);
  const wasBefore = isSame(given, item.previousSecretHash ?? '');
  return isCurrent || (wasBefore && now < (item.previousSecretUntil ?? 0));
}

function isSame(given: Uint8Array, hash: string): boolean {
  const kept = Buffer.from(hash);
  return kept.length === given.length && timingSafeEqual(kept, given);
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

function toHook(item: HookItem & { readonly pk: string; readonly sk: string }): CallHook {
  const { secretHash: _current, previousSecretHash: _previous, ...hook } = withoutKey(item);
  return hook;
}
