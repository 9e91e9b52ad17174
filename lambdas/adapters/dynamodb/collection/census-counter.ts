import { type Counted, isOver } from '../../../domain/identity/census.ts';
import type { CensusCounter, CountedChange } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { censusKey, countedKey, windowEndsKey } from '../table/app-keys.ts';
import { batchGet } from '../table/batch-get.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { mostItems, type TransactItem, transact, untilSettled } from '../table/transaction.ts';
import { type CensusItem, censusItem } from './census-item.ts';

/** What is counted of one state or window. */
interface CountedItem extends Key {
  readonly g: number;
  /** As of which change. */
  readonly o: string;
  readonly c: readonly string[];
  readonly ttl?: number;
}

const countedItem: Shape<CountedItem> = { g: 'number', o: 'string', c: 'list' };

/** Seconds. A window that is told of when its mark is gone ended long before, and nobody asks for that count. */
export const windowCountedFor = 4 * 24 * 60 * 60;

/**
 * Keeps count of how many people stand where and of when windows end. Beside each state and window lies what is counted of it, and as of
 * which change: one transaction writes that anew and adds the difference, so what is told twice, too late or not at all is made good by
 * the next that is told, and everybody may be told once more at any time.
 */
export function censusCounter(table: DocumentTable, now: Clock): CensusCounter {
  /** Counts what is news of some changes of one app, each of another item. */
  const countOnce = async (appId: string, changes: readonly CountedChange[]): Promise<void> => {
    const keys = changes.map(({ place, of }) => countedKey(appId, place, of));
    const found = (await batchGet(table, [censusKey(appId), ...keys], { consistent: true })) as Key[];
    const at = ({ pk, sk }: Key) => found.find((item) => item.pk === pk && item.sk === sk);
    const head = at(censusKey(appId));
    const census = head && itemAs(head, censusItem);
    const news = changes.flatMap((change, index) => {
      if (census === undefined && change.of === 'S') return [];
      const item = at(keys[index] as Key);
      const read = item && itemAs(item, countedItem);
      const isOfNow = read !== undefined && (change.of === 'W' || read.g === census?.g);
      // In another counting an older change is no news either; what somebody has just read is, whatever was known before.
      const isOlder = isOfNow ? read.o >= change.order : read !== undefined && read.o > change.order && !change.isRead;
      if (isOlder) return [];
      return [{ change, read, before: isOfNow ? read.c : [] }];
    });
    const writes = [
      ...news.map(({ change, read }) => mark(change, read, change.of === 'W' ? 0 : (census?.g ?? 0))),
      ...(census === undefined ? [] : people(census, differences(news, 'S'))),
      ...windows(appId, differences(news, 'W')),
    ];
    if (writes.length > mostItems) {
      const half = Math.ceil(changes.length / 2);
      await countOnce(appId, changes.slice(0, half));
      await countOnce(appId, changes.slice(half));
    } else if (writes.length > 0) await transact(table, writes);
  };

  const mark = ({ appId, place, of, order, counted }: CountedChange, read: CountedItem | undefined, g: number) => {
    const ttl = of === 'W' ? { ttl: Math.floor(now() / 1000) + windowCountedFor } : {};
    const item: CountedItem = { ...countedKey(appId, place, of), g, o: order, c: counted, ...ttl };
    return { Put: { TableName: table.tableName, Item: { ...item }, ...asRead(read) } };
  };

  /** The whole census once more, without what has lapsed. */
  const people = (census: CensusItem, more: Counted): TransactItem[] => {
    if (more.size === 0) return [];
    const sums = new Map(Object.entries(census.c));
    for (const [name, number] of more) sums.set(name, (sums.get(name) ?? 0) + number);
    const c = Object.fromEntries([...sums].filter(([name, number]) => number !== 0 && !isOver(name, now())));
    const asRead = {
      ConditionExpression: 'g = :g AND n = :n',
      ExpressionAttributeValues: { ':g': census.g, ':n': census.n },
    };
    return [{ Put: { TableName: table.tableName, Item: { ...census, n: census.n + 1, c }, ...asRead } }];
  };

  const windows = (appId: string, more: Counted): TransactItem[] =>
    [...Map.groupBy(more, ([name]) => name.slice(0, 10))].map(([day, own]) => ({
      Update: {
        TableName: table.tableName,
        Key: { ...windowEndsKey(appId, day) },
        UpdateExpression: `SET #ttl = :ttl ADD ${own.map((_, n) => `#n${n} :n${n}`).join(', ')}`,
        ExpressionAttributeNames: {
          '#ttl': 'ttl',
          ...Object.fromEntries(own.map(([name], n) => [`#n${n}`, name.slice(11)])),
        },
        ExpressionAttributeValues: {
          ':ttl': Date.parse(day) / 1000 + windowCountedFor,
          ...Object.fromEntries(own.map(([, number], n) => [`:n${n}`, number])),
        },
      },
    }));

  return {
    async count(changes) {
      const failed = new Map<CountedChange, unknown>();
      await Promise.all(
        [...Map.groupBy(changes, ({ appId }) => appId)].map(async ([appId, own]) => {
          for (let from = 0; from < own.length; from += mostAtOnce) {
            const part = own.slice(from, from + mostAtOnce);
            await untilSettled(() => countOnce(appId, latestOf(part))).catch((error: unknown) => {
              for (const change of part) failed.set(change, error);
            });
          }
        }),
      );
      return failed;
    },
  };
}

/** With the census and the days of windows it fits one transaction, and one reading. */
const mostAtOnce = 90;

/** Of several changes of one item the last. */
function latestOf(changes: readonly CountedChange[]): readonly CountedChange[] {
  const latest = new Map<string, CountedChange>();
  for (const change of changes) {
    const name = `${change.place} ${change.of}`;
    if ((latest.get(name)?.order ?? '') < change.order) latest.set(name, change);
  }
  return [...latest.values()];
}

/** What becomes more and less by some changes of states or of windows; nothing that stays as it is. */
function differences(
  news: readonly { readonly change: CountedChange; readonly before: readonly string[] }[],
  of: CountedChange['of'],
): Counted {
  const sums = new Map<string, number>();
  const add = (name: string, number: number) => sums.set(name, (sums.get(name) ?? 0) + number);
  for (const { change, before } of news.filter(({ change }) => change.of === of)) {
    for (const name of before) add(name, -1);
    for (const name of change.counted) add(name, 1);
  }
  return new Map([...sums].filter(([, number]) => number !== 0));
}

const asRead = (read: CountedItem | undefined) =>
  read === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : {
        ConditionExpression: 'g = :g AND o = :o',
        ExpressionAttributeValues: { ':g': read.g, ':o': read.o },
      };
