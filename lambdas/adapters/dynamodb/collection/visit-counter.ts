import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type VisitName, visitNames } from '../../../domain/collection/collection-point.ts';
import { addDays, type Day } from '../../../domain/day.ts';
import { pointDayKey, pointVisitsKey } from '../table/app-keys.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { getItem } from '../table/query.ts';

/**
 * Days that stay in the item of visits, today among them. No time zone is more than 26 hours from another, so whatever becomes of the
 * app's, nothing is counted on an earlier day.
 */
export const recentDays = 4;

type Visits = Readonly<Record<string, unknown>>;

/** The visits of one day. */
interface DayOfVisits {
  readonly day: Day;
  readonly of: 'V';
  readonly counts: { readonly [Name in VisitName]?: number };
}

/**
 * Counts visits of a point in one item, each by one plain addition: to the totals, and beside them to those of the day (`2026-11-26 shown`).
 * The first visit of a day finds days that are over for good and moves them to items of their own, so the item stays below one KB.
 */
export function visitCounter(table: DocumentTable) {
  const { documents, tableName: TableName } = table;

  /** The item after it; undefined = it was not there and had to be. */
  const added = async (token: string, counts: readonly VisitName[], day: Day, mustExist: boolean) => {
    const names = [...new Set(counts)].flatMap((count) => [count, `${day} ${count}`]);
    let after: Visits | undefined;
    const add = async () => {
      const { Attributes } = await documents.send(
        new UpdateCommand({
          TableName,
          Key: { ...pointVisitsKey(token) },
          UpdateExpression: `ADD ${names.map((_, n) => `#n${n} :one`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(names.map((name, n) => [`#n${n}`, name])),
          ExpressionAttributeValues: { ':one': 1 },
          ConditionExpression: mustExist ? 'attribute_exists(pk)' : undefined,
          ReturnValues: 'ALL_NEW',
        }),
      );
      after = Attributes ?? {};
    };
    await holds(add());
    return after;
  };

  /** Nothing is lost on the way: first they are in both places, with the same numbers, and whoever comes second finds them there. */
  const move = async (token: string, days: readonly DayOfVisits[]): Promise<void> => {
    for (const { day, counts } of days) {
      const Item = { ...pointDayKey(token, day, 'visits'), ...counts };
      await holds(documents.send(new PutCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
    }
    const names = days.flatMap(({ day, counts }) => Object.keys(counts).map((count) => `${day} ${count}`));
    await documents.send(
      new UpdateCommand({
        TableName,
        Key: { ...pointVisitsKey(token) },
        UpdateExpression: `REMOVE ${names.map((_, n) => `#n${n}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(names.map((name, n) => [`#n${n}`, name])),
      }),
    );
  };

  return {
    /** False = there is no item of visits, and nothing was counted. */
    async add(token: string, counts: readonly VisitName[], day: Day, mustExist: boolean): Promise<boolean> {
      const after = await added(token, counts, day, mustExist);
      if (after === undefined) return false;
      const over = daysIn(after).filter((each) => each.day <= addDays(day, -recentDays));
      if (over.length > 0) await move(token, over);
      return true;
    },

    /** The days that are still in the item. */
    async recent(token: string): Promise<readonly DayOfVisits[]> {
      return daysIn(((await getItem(table, pointVisitsKey(token))) ?? {}) as Visits);
    },
  };
}

function daysIn(item: Visits): DayOfVisits[] {
  const counted = Object.entries(item).flatMap(([attribute, number]) => {
    const [day = '', name] = attribute.split(' ');
    const count = visitNames.find((each) => each === name);
    return count === undefined ? [] : [{ day, count, number }];
  });
  return [...Map.groupBy(counted, ({ day }) => day)].map(([day, own]) => ({
    day,
    of: 'V',
    counts: Object.fromEntries(own.map(({ count, number }) => [count, number])),
  }));
}
