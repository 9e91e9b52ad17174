import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { tokenOf } from '../../../domain/collection/collection-point.ts';
import type { Day } from '../../../domain/day.ts';
import type { ChargeCounter, ChargedEntry } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { appChargedKey, appDayKey, chargedKey, pointCountsKey, pointDayKey } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';
import type { Key } from '../table/keys.ts';
import {
  cancellationReasons,
  mostItems,
  passingReasons,
  putNew,
  StaleReadError,
  type TransactItem,
  untilSettled,
} from '../table/transaction.ts';
import { flipName } from './app-counts.ts';

/**
 * Seconds. Longer than an entry can be told again: a day in the stream, fourteen in the queue, fourteen in its dead letters, and fourteen
 * more when somebody sends those back.
 */
export const keptFor = 45 * 24 * 60 * 60;

/** Where something is counted: a point, or an app. */
interface Place {
  readonly name: string;
  /** Must be there, where a place has one. */
  readonly totals?: Key;
  day(day: Day): Key;
  marker(entry: string): Key;
}

/** The counts that one entry raises at one place. */
interface Raised {
  readonly place: Place;
  readonly entry: string;
  readonly counts: readonly string[];
  readonly day: Day | undefined;
}

/**
 * Adds charges to the counts of points, and flips to those of apps. For each place, a transaction puts a marker for each entry, which must
 * not be there, and adds what they raise all together, to the totals of the place and to its days: the more come at once, the fewer
 * writes of the items that everybody charges.
 */
export function chargeCounter(table: DocumentTable, now: Clock): ChargeCounter {
  const marker = (place: Place, { entry }: Raised): TransactItem =>
    putNew(table, { ...place.marker(entry), ttl: Math.floor(now() / 1000) + keptFor });

  const addition = (key: Key, raised: readonly Raised[]) => {
    const sums = [
      ...Map.groupBy(
        raised.flatMap(({ counts }) => counts),
        (name) => name,
      ),
    ];
    return {
      TableName: table.tableName,
      Key: { ...key },
      UpdateExpression: `ADD ${sums.map((_, n) => `#n${n} :n${n}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(sums.map(([name], n) => [`#n${n}`, name])),
      ExpressionAttributeValues: Object.fromEntries(sums.map(([, all], n) => [`:n${n}`, all.length])),
    };
  };

  const totals = ({ totals: key }: Place, raised: readonly Raised[]): TransactItem[] =>
    key === undefined ? [] : [{ Update: { ...addition(key, raised), ConditionExpression: 'attribute_exists(pk)' } }];

  /** The days that entries count on. What was recorded before there were days counts in the totals alone. */
  const days = (place: Place, raised: readonly Raised[]): TransactItem[] =>
    [...Map.groupBy(raised, ({ day }) => day)].flatMap(([day, own]) =>
      day === undefined ? [] : [{ Update: addition(place.day(day), own) }],
    );

  /** What is left to count when some of it was counted before; each round leaves fewer. */
  const addOnce = async (place: Place, raised: readonly Raised[]): Promise<readonly Raised[]> => {
    const first = totals(place, raised);
    const markers = raised.map((each) => marker(place, each));
    try {
      const TransactItems = [...first, ...markers, ...days(place, raised)];
      await table.documents.send(new TransactWriteCommand({ TransactItems }));
      return [];
    } catch (error) {
      const codes = (cancellationReasons(error) ?? []).map(({ Code }) => Code);
      // There is no such point: it counts nowhere.
      if (first.length > 0 && codes[0] === 'ConditionalCheckFailed') return [];
      const left = raised.filter((_, index) => codes[index + first.length] !== 'ConditionalCheckFailed');
      if (left.length < raised.length) return left;
      if (codes.some((code) => code !== undefined && passingReasons.has(code)))
        throw new StaleReadError('counted at once');
      throw error;
    }
  };

  const addAt = async (place: Place, raised: readonly Raised[]): Promise<void> => {
    let left = raised;
    while (left.length > 0) left = await untilSettled(() => addOnce(place, left));
  };

  return {
    async addCharges(entries) {
      const failed = new Map<string, unknown>();
      const places = [...Map.groupBy(raisedBy(entries), ({ place }) => place.name).values()];
      await Promise.all(
        places.map(async (raised) => {
          for (const part of partsOf(raised)) {
            const [{ place } = {}] = part;
            if (place === undefined) continue;
            await addAt(place, part).catch((error: unknown) => {
              for (const { entry } of part) failed.set(entry, error);
            });
          }
        }),
      );
      return failed;
    },
  };
}

function pointPlace(pointId: string): Place {
  const token = tokenOf(pointId);
  return {
    name: pointId,
    totals: pointCountsKey(token),
    day: (day) => pointDayKey(token, day, 'acts'),
    marker: (entry) => chargedKey(token, entry),
  };
}

function appPlace(appId: string): Place {
  return {
    name: `app ${appId}`,
    day: (day) => appDayKey(appId, day),
    marker: (entry) => appChargedKey(appId, entry),
  };
}

/** What each entry raises at each place, every entry once. */
function raisedBy(entries: readonly ChargedEntry[]): readonly Raised[] {
  const told = new Map(entries.map((each) => [each.entry, each]));
  return [...told.values()].flatMap(({ entry, appId, charges, flips, day }): Raised[] => {
    const atPoints = [...Map.groupBy(charges, ({ point }) => point)].map(([pointId, own]) => ({
      place: pointPlace(pointId),
      entry,
      counts: [...new Set(own.map(({ count }) => count))],
      day,
    }));
    const { won, lost } = flips ?? { won: [], lost: [] };
    const counts = [...won.map((each) => flipName('in', each)), ...lost.map((each) => flipName('out', each))];
    if (appId === undefined || day === undefined || counts.length === 0) return atPoints;
    return [...atPoints, { place: appPlace(appId), entry, counts, day }];
  });
}

/** As many as fit into a transaction each. */
function partsOf(raised: readonly Raised[]): readonly (readonly Raised[])[] {
  const parts: (readonly Raised[])[] = [];
  for (const each of raised) {
    const grown = [...(parts.at(-1) ?? []), each];
    if (parts.length > 0 && itemsOf(grown) <= mostItems) parts[parts.length - 1] = grown;
    else parts.push([each]);
  }
  return parts;
}

/** A marker for each entry, an item for each day, and the totals. */
const itemsOf = (part: readonly Raised[]): number =>
  part.length + new Set(part.flatMap(({ day }) => day ?? [])).size + 1;
