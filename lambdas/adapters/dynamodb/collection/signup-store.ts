import { createHash } from 'node:crypto';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { type Signup, signupCanonicalForm } from '../../../domain/collection/signup.ts';
import { AlreadyExistsError, TryAgainError } from '../../../domain/errors.ts';
import type { SignupStore } from '../../../use-cases/collection/signup-ports.ts';
import { batchGet } from '../table/batch-get.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { getItem } from '../table/query.ts';
import { signupKey } from '../table/stage-keys.ts';
import { cancellationReasons, putNew, type TransactItem } from '../table/transaction.ts';
import { newPointWrites } from './point-item.ts';

const shape: Shape<Signup> = {
  signupId: 'string',
  appId: 'string',
  wabaId: 'string',
  pointId: 'string',
  name: 'string',
  purposes: 'list',
  locale: 'string',
  texts: 'list',
  version: 'number',
  createdAt: 'number',
  updatedAt: 'number',
};

/** The In-App Signups of all apps, by Meta's ids: each is of one app. */
export function signupStore(table: DocumentTable): SignupStore {
  const write = async (TransactItems: TransactItem[], refusal: string) => {
    try {
      await table.documents.send(new TransactWriteCommand({ TransactItems }));
    } catch (error) {
      const reasons = cancellationReasons(error);
      if (reasons === undefined) throw error;
      if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) throw new AlreadyExistsError(refusal);
      throw new TryAgainError('The signup is being changed by another call. Nothing was stored by this one.');
    }
  };

  return {
    seal: (text, since) => ({
      since,
      text,
      hash: createHash('sha256').update(signupCanonicalForm(text)).digest('base64url'),
    }),

    create: (signup, point) =>
      write(
        [putNew(table, { ...signupKey(signup.signupId), ...signup }), ...newPointWrites(table, point)],
        'The signup is adopted already, here or by another app.',
      ),

    find: findSignup(table),

    async findMany(signupIds) {
      const items = await batchGet(table, signupIds.map(signupKey), { consistent: true });
      return items.map(toSignup);
    },

    replace: (before, after) =>
      write(
        [
          {
            Put: {
              TableName: table.tableName,
              Item: { ...signupKey(after.signupId), ...after },
              ConditionExpression: 'version = :before',
              ExpressionAttributeValues: { ':before': before.version },
            },
          },
        ],
        'The signup was changed meanwhile. Read it again and repeat the change.',
      ),
  };
}

/** Finds a signup by Meta's id, read strongly. */
export function findSignup(table: DocumentTable): SignupStore['find'] {
  return async (signupId) => {
    const item = await getItem(table, signupKey(signupId));
    return item && toSignup(item);
  };
}

const toSignup = (item: object): Signup => withoutKey(itemAs(item, shape));
