import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import {
  type CollectionPoint,
  type CountedPoint,
  type PointCounts,
  tokenOf,
} from '../../../domain/collection/collection-point.ts';
import { sumOf } from '../../../domain/collection/funnel.ts';
import { parseReference } from '../../../domain/collection/reference.ts';
import type { Day } from '../../../domain/day.ts';
import { AlreadyExistsError, TryAgainError } from '../../../domain/errors.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import { eventRow } from '../events/event-row.ts';
import {
  pointCountsKey,
  pointDaysPartition,
  pointKey,
  pointPartition,
  pointsPartition,
  pointVisitsKey,
} from '../table/app-keys.ts';
import { batchGet } from '../table/batch-get.ts';
import type { DocumentTable } from '../table/document-table.ts';
import type { Key } from '../table/keys.ts';
import { queryPage, queryPages } from '../table/query.ts';
import { put, type TransactItem } from '../table/transaction.ts';
import { adPoints } from './ad-points.ts';
import { keyOfPoint, listedKeyOfPoint, newPointWrites, toPoint } from './point-item.ts';
import { findSignup } from './signup-store.ts';
import { visitCounter } from './visit-counter.ts';

type CountsItem = Key & Partial<PointCounts>;

/** The collection points of every app. */
export function pointStore(table: DocumentTable): PointStore {
  const { documents, tableName: TableName } = table;

  const visits = visitCounter(table);

  const write = async (items: readonly TransactItem[], refusal: string) => {
    try {
      await documents.send(new TransactWriteCommand({ TransactItems: [...items] }));
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
    const items = page.items as readonly CountsItem[];
    const point = items.find(({ sk }) => sk === pointKey(token).sk);
    return point && { point: toPoint(point), counts: toCounts(items.filter((item) => item !== point)) };
  };

  /** What is counted at points, by partition. */
  const countsOf = async (tokens: readonly string[]): Promise<ReadonlyMap<string, PointCounts>> => {
    const keys = tokens.flatMap((token) => [pointCountsKey(token), pointVisitsKey(token)]);
    const items = (await batchGet(table, keys, { consistent: false })) as CountsItem[];
    const byPoint = Map.groupBy(items, ({ pk }) => pk ?? '');
    return new Map([...byPoint].map(([pk, own]) => [pk, toCounts(own)]));
  };

  return {
    create: (point) => write(newPointWrites(table, point), 'There is a point with this id.'),

    replace: (before, after) =>
      write(
        [
          {
            Put: {
              TableName,
              Item: { ...keyOfPoint(after), ...after },
              ConditionExpression: 'version = :before',
              ExpressionAttributeValues: { ':before': before.version },
            },
          },
          put(table, { ...listedKeyOfPoint(after), ...after }),
          ...(isPaused(before, after) ? [put(table, pausedEvent(after))] : []),
        ],
        'The point was changed meanwhile. Read it again and repeat the change.',
      ),

    ...adPoints(table),
    ofSignup: findSignup(table),

    find: (token) => read(token, false),
    findFresh: (token) => read(token, true),

    async list(appId, limit, after) {
      const { items } = await queryPage(table, { partition: pointsPartition(appId), after }, limit);
      if (items.length === 0) return [];
      const points = items.map(toPoint);
      const counts = await countsOf(points.map(({ pointId }) => tokenOf(pointId)));
      return points.map((point) => ({
        point,
        counts: counts.get(pointPartition(tokenOf(point.pointId))) ?? toCounts([]),
      }));
    },

    async countVisit(token, counts, day) {
      if (!isPointToken(token)) return;
      if (await visits.add(token, counts, day, true)) return;
      // A point of before visits had an item of their own gets it with its next visit.
      if ((await read(token, false)) !== undefined) await visits.add(token, counts, day, false);
    },

    async days(token, from, to) {
      // Visits are moved from here to their days, so they are looked for here first.
      const recent = await visits.recent(token);
      const stretch = { partition: pointDaysPartition(token), from };
      const moved: CountedPart[] = [];
      for await (const items of queryPages(table, stretch)) {
        moved.push(...(items as (Partial<PointCounts> & Key)[]).map(partOf));
        if (moved.some(({ day }) => day > to)) break;
      }
      const isTwice = (part: CountedPart) => part.of === 'V' && recent.some(({ day }) => day === part.day);
      const parts = [...moved.filter((part) => !isTwice(part)), ...recent];
      const within = parts.filter(({ day }) => day >= from && day <= to);
      const byDay = [...Map.groupBy(within, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
      return byDay.map(([day, own]) => ({ day, counts: sumOf(own.map(({ counts }) => counts)) }));
    },
  };
}

const isPaused = (before: CollectionPoint, after: CollectionPoint): boolean =>
  before.status === 'active' && after.status === 'paused';

function pausedEvent({ appId, pointId, name, version, updatedAt: at }: CollectionPoint): Key {
  return eventRow(appId, { type: 'point.paused', name: `${pointId}|${version}`, at, data: { pointId, name } });
}

/** Anything else comes from a made-up link; it is not even asked for. */
function isPointToken(token: string): boolean {
  return parseReference(token)?.kind === 'point';
}

/** Visits of before there was an item for them stand where charges do, so counts are added up. */
const toCounts = sumOf;

/** What was counted of one kind on one day, `N` acts or `V` visits. */
interface CountedPart {
  readonly day: Day;
  readonly of: string;
  readonly counts: Partial<PointCounts>;
}

function partOf({ sk, ...counts }: Partial<PointCounts> & Key): CountedPart {
  const [day = '', of = ''] = sk.split('#');
  return { day, of, counts };
}
