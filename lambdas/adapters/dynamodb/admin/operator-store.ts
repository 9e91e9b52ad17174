import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { TryAgainError } from '../../../domain/errors.ts';
import { isPersonId, type Operator } from '../../../domain/operators/operator.ts';
import type { OperatorStore } from '../../../use-cases/operators/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { getItem, queryPage } from '../table/query.ts';
import { operatorKey, operatorsPartition, ownersKey } from '../table/stage-keys.ts';
import { cancellationReasons, type TransactItem } from '../table/transaction.ts';

const shape: Shape<Operator> = {
  personId: 'string',
  username: 'string',
  email: 'string',
  role: 'string',
  apps: ['list', 'string'],
  invitedAt: 'number',
  version: 'number',
};

const usePrecision = 60 * 60 * 1000;
const isOwner = (each: Operator | undefined): boolean => each?.role === 'owner' && each.removedAt === undefined;
const toOperator = (item: object): Operator => withoutKey<Operator>(itemAs(item, shape));

/**
 * The people of one user pool in the table. A pool that is made anew begins with nobody.
 *
 * @param pool its id
 */
export function operatorStore(table: DocumentTable, pool: string): OperatorStore {
  const { documents, tableName: TableName } = table;

  /** Who the owners are, in one item that every change writes: so two owners cannot take each other away in the same moment. */
  const owners = (before: Operator | undefined, after: Operator, by: string | undefined): TransactItem => {
    const [was, is] = [isOwner(before), isOwner(after)];
    const change = was === is ? '' : is ? ', owners :ids' : ' DELETE owners :ids';
    const conditions = [
      ...(by !== undefined && isPersonId(by) ? ['contains(owners, :by)'] : []),
      ...(was && !is ? ['contains(owners, :id) AND size(owners) > :one'] : []),
    ];
    const values = {
      ':one': 1,
      ...(change !== '' && { ':ids': new Set([after.personId]) }),
      ...(conditions.some((each) => each.includes(':id')) && { ':id': after.personId }),
      ...(conditions.some((each) => each.includes(':by')) && { ':by': by }),
    };
    return {
      Update: {
        TableName,
        Key: { ...ownersKey(pool) },
        UpdateExpression: `ADD changes :one${change}`,
        ConditionExpression: conditions.length === 0 ? undefined : conditions.join(' AND '),
        ExpressionAttributeValues: values,
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    };
  };

  return {
    personIdOf,
    find: async (personId) => {
      // Beside people lies who the owners are.
      if (!isPersonId(personId)) return undefined;
      const item = await getItem(table, operatorKey(pool, personId));
      return item && toOperator(item);
    },
    list: async (limit, after) => {
      const partition = operatorsPartition(pool);
      const { items, last } = await queryPage(table, { partition, prefix: 'person_', after }, limit);
      return { data: items.map(toOperator), ...(last !== undefined && { next: last }) };
    },
    save: async (before, after, by) => {
      const person: TransactItem = {
        Put: {
          TableName,
          Item: { ...operatorKey(pool, after.personId), ...after },
          ConditionExpression: before === undefined ? 'attribute_not_exists(pk)' : '#version = :before',
          ExpressionAttributeNames: before === undefined ? undefined : { '#version': 'version' },
          ExpressionAttributeValues: before === undefined ? undefined : { ':before': before.version },
        },
      };
      try {
        await documents.send(new TransactWriteCommand({ TransactItems: [owners(before, after, by), person] }));
        return 'saved';
      } catch (error) {
        const [ofOwners, ofPerson] = cancellationReasons(error) ?? [];
        if (ofOwners?.Code === 'ConditionalCheckFailed') {
          const named = ofOwners.Item && unmarshall(ofOwners.Item).owners;
          const asks = by === undefined || !isPersonId(by) || (named instanceof Set && named.has(by));
          return asks ? 'last-owner' : 'no-owner-asks';
        }
        if (ofPerson?.Code === 'ConditionalCheckFailed') return 'changed-meanwhile';
        if (ofOwners === undefined) throw error;
        throw new TryAgainError('People are being changed by another call. Nothing was stored by this one.');
      }
    },
    noteSeen: async ({ personId, lastSeenAt }, now) => {
      if (lastSeenAt !== undefined && now < lastSeenAt + usePrecision) return;
      try {
        await documents.send(
          new UpdateCommand({
            TableName,
            Key: operatorKey(pool, personId),
            UpdateExpression: 'SET lastSeenAt = :now',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':now': now },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** `person_` and 80 bits of a hash: as long as the id of a key, so that a personal link can name its maker, and no name of the pool's. */
function personIdOf(username: string): string {
  const bytes = createHash('sha256').update(username).digest();
  return `person_${[...bytes.subarray(0, 16)].map((byte) => letters.charAt(byte % letters.length)).join('')}`;
}
