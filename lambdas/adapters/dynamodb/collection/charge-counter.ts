import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { tokenOf } from '../../../domain/collection/collection-point.ts';
import type { Day } from '../../../domain/day.ts';
import type { ChargeCounter, ChargedEntry } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { chargedKey, type Key, pointCountsKey, pointDayKey } from '../table/keys.ts';
import {
  cancellationReasons,
  mostItems,
  passingReasons,
  putNew,
  StaleReadError,
  type TransactItem,
  untilSettled,
} from '../table/transaction.ts';

/**
 * Seconds. Longer than an entry can be told again: a day in the stream, fourteen in the queue, fourteen in its dead letters, and fourteen
 * more when somebody sends those back.
 */
export const keptFor = 45 * 24 * 60 * 60;

/** The counts that one entry raises at one point. */
interface AtPoint {
  readonly pointId: string;
  readonly entry: string;
  readonly counts: readonly string[];
  readonly day: Day | undefined;
}

/**
 * Adds charges to the counts of points. For each point, a transaction puts a marker for each entry, which must not be there, and adds
 * what they charge all together, to the totals of the point and to its days: the more come at once, the fewer writes of the items that
 * everybody charges.
 */
export function chargeCounter(table: DocumentTable, now: Clock): ChargeCounter {
  const marker = (token: string, { entry }: AtPoint): TransactItem =>
    putNew(table, { ...chargedKey(token, entry), ttl: Math.floor(now() / 1000) + keptFor });

  const addition = (key: Key, charged: readonly AtPoint[]): TransactItem['Update'] => {
    const sums = [
      ...Map.groupBy(
        charged.flatMap(({ counts }) => counts),
        (name) => name,
      ),
    ];
    return {
      TableName: table.tableName,
      Key: { ...key },
      UpdateExpression: `ADD ${sums.map(([name]) => `#${name} :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(sums.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(sums.map(([name, all]) => [`:${name}`, all.length])),
    };
  };

  /** The days that entries count on. What was recorded before there were days counts in the totals alone. */
  const days = (token: string, charged: readonly AtPoint[]): TransactItem[] =>
    [...Map.groupBy(charged, ({ day }) => day)].flatMap(([day, own]) =>
      day === undefined ? [] : [{ Update: addition(pointDayKey(token, day, 'acts'), own) }],
    );

  /** What is left to count when some of it was counted before; each round leaves fewer. */
  const addOnce = async (token: string, charged: readonly AtPoint[]): Promise<readonly AtPoint[]> => {
    const total = {
      Update: { ...addition(pointCountsKey(token), charged), ConditionExpression: 'attribute_exists(pk)' },
    } as TransactItem;
    const TransactItems = [total, ...charged.map((each) => marker(token, each)), ...days(token, charged)];
    try {
      await table.documents.send(new TransactWriteCommand({ TransactItems }));
      return [];
    } catch (error) {
      const [atPoint, ...others] = (cancellationReasons(error) ?? []).map(({ Code }) => Code);
      // There is no such point: it counts nowhere.
      if (atPoint === 'ConditionalCheckFailed') return [];
      const left = charged.filter((_, index) => others[index] !== 'ConditionalCheckFailed');
      if (left.length < charged.length) return left;
      if ([atPoint, ...others].some((code) => code !== undefined && passingReasons.has(code)))
        throw new StaleReadError('counted at once');
      throw error;
    }
  };

  const addAt = async (token: string, charged: readonly AtPoint[]): Promise<void> => {
    let left = charged;
    while (left.length > 0) left = await untilSettled(() => addOnce(token, left));
  };

  return {
    async addCharges(entries) {
      const failed = new Map<string, unknown>();
      const points = [...Map.groupBy(atPoints(entries), ({ pointId }) => pointId)];
      await Promise.all(
        points.map(async ([pointId, charged]) => {
          for (const part of partsOf(charged)) {
            await addAt(tokenOf(pointId), part).catch((error: unknown) => {
              for (const { entry } of part) failed.set(entry, error);
            });
          }
        }),
      );
      return failed;
    },
  };
}

/** What each entry raises at each point, every entry once. */
function atPoints(entries: readonly ChargedEntry[]): readonly AtPoint[] {
  const told = new Map(entries.map((each) => [each.entry, each]));
  return [...told.values()].flatMap(({ entry, charges, day }) =>
    [...Map.groupBy(charges, ({ point }) => point)].map(([pointId, own]) => ({
      pointId,
      entry,
      counts: [...new Set(own.map(({ count }) => count))],
      day,
    })),
  );
}

/** As many as fit into a transaction each. */
function partsOf(charged: readonly AtPoint[]): readonly (readonly AtPoint[])[] {
  const parts: (readonly AtPoint[])[] = [];
  for (const each of charged) {
    const grown = [...(parts.at(-1) ?? []), each];
    if (parts.length > 0 && itemsOf(grown) <= mostItems) parts[parts.length - 1] = grown;
    else parts.push([each]);
  }
  return parts;
}

/** A marker for each entry, an item for each day, and the totals. */
const itemsOf = (part: readonly AtPoint[]): number => part.length + new Set(part.map(({ day }) => day)).size + 1;
