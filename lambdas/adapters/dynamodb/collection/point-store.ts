import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import {
  type CollectionPoint,
  type CountedPoint,
  countNames,
  type PointCounts,
  tokenOf,
} from '../../../domain/collection/collection-point.ts';
import { parseReference } from '../../../domain/collection/reference.ts';
import { AlreadyExistsError, TryAgainError } from '../../../domain/errors.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import { batchGet } from '../table/batch-get.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { type Key, listedPointKey, pointCountsKey, pointKey, pointPartition, pointsPartition } from '../table/keys.ts';
import { queryPage } from '../table/query.ts';
import { put, putNew, type TransactItem, untilSettled } from '../table/transaction.ts';

const shape: Shape<CollectionPoint> = {
  pointId: 'string',
  appId: 'string',
  kind: 'string',
  name: 'string',
  purposes: 'list',
  opens: 'string',
  origins: 'list',
  status: 'string',
  version: 'number',
  createdAt: 'number',
  updatedAt: 'number',
};
type CountsItem = Key & Partial<PointCounts>;

/** The collection points of every app. */
export function pointStore(table: DocumentTable): PointStore {
  const { documents, tableName: TableName } = table;

  const write = async (TransactItems: TransactItem[], refusal: string) => {
    try {
      await documents.send(new TransactWriteCommand({ TransactItems }));
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const refused = error.CancellationReasons?.[0]?.Code === 'ConditionalCheckFailed';
      if (refused) throw new AlreadyExistsError(refusal);
      throw new TryAgainError('The point is being changed by another call. Nothing was stored by this one.');
    }
  };

  const read = async (token: string, consistent: boolean): Promise<CountedPoint | undefined> => {
    if (!isPointToken(token)) return undefined;
    const page = await queryPage(table, { partition: pointPartition(token), consistent });
    const items = page.items as readonly Key[];
    const point = items.find(({ sk }) => sk === pointKey(token).sk);
    const counts = items.find(({ sk }) => sk === pointCountsKey(token).sk);
    return point && { point: toPoint(point), counts: toCounts(counts) };
  };

  /** The counts of up to 100 points by partition. */
  const countsOf = async (tokens: readonly string[]): Promise<ReadonlyMap<string, PointCounts>> => {
    const items = (await batchGet(table, tokens.map(pointCountsKey), { consistent: false })) as CountsItem[];
    return new Map(items.map((item) => [item.pk ?? '', toCounts(item)]));
  };

  return {
    create: (point) =>
      write(
        [
          putNew(table, { ...keyOf(point), ...point }),
          put(table, { ...listedKeyOf(point), ...point }),
          // Counting asks whether this is there, so that it counts nothing for a point that is not.
          put(table, pointCountsKey(tokenOf(point.pointId))),
        ],
        'There is a point with this id.',
      ),

    replace: (before, after) =>
      write(
        [
          {
            Put: {
              TableName,
              Item: { ...keyOf(after), ...after },
              ConditionExpression: 'version = :before',
              ExpressionAttributeValues: { ':before': before.version },
            },
          },
          put(table, { ...listedKeyOf(after), ...after }),
        ],
        'The point was changed meanwhile. Read it again and repeat the change.',
      ),

    find: (token) => read(token, false),
    findFresh: (token) => read(token, true),

    async list(appId, limit, after) {
      const { items } = await queryPage(table, { partition: pointsPartition(appId), after }, limit);
      if (items.length === 0) return [];
      const points = items.map(toPoint);
      const counts = await countsOf(points.map(({ pointId }) => tokenOf(pointId)));
      return points.map((point) => ({
        point,
        counts: counts.get(pointPartition(tokenOf(point.pointId))) ?? toCounts(undefined),
      }));
    },

    async countVisit(token, count) {
      if (!isPointToken(token)) return;
      const counted = () =>
        documents.send(
          new UpdateCommand({
            TableName,
            Key: pointCountsKey(token),
            UpdateExpression: 'ADD #count :one',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeNames: { '#count': count },
            ExpressionAttributeValues: { ':one': 1 },
          }),
        );
      await holds(untilSettled(counted));
    },
  };
}

/** Anything else comes from a made-up link; it is not even asked for. */
function isPointToken(token: string): boolean {
  return parseReference(token)?.kind === 'point';
}

const keyOf = ({ pointId }: CollectionPoint): Key => pointKey(tokenOf(pointId));
const listedKeyOf = ({ appId, pointId }: CollectionPoint): Key => listedPointKey(appId, tokenOf(pointId));

const toPoint = (item: object): CollectionPoint => withoutKey(itemAs(item, shape));

function toCounts(item: Partial<CountsItem> | undefined): PointCounts {
  const counts = countNames.map((name) => [name, item?.[name] ?? 0]);
  return Object.fromEntries(counts) as PointCounts;
}
