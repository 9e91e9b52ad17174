import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table as schema, shards, slots } from '../../../contract/table.ts';
import type { Subject } from '../../../domain/identity/subject.ts';
import { joinWindows, type WindowTimes } from '../../../domain/window/customer-service-window.ts';
import type { ListedPerson, PagePosition, PeoplePage } from '../../../use-cases/people/ports.ts';
import type { Home } from '../places/place.ts';
import { glancingReader, type PlaceReader } from '../places/place-reader.ts';
import { type WindowItem, windowTimes } from '../places/window-item.ts';
import { acrossShards } from '../table/across-shards.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape } from '../table/item.ts';
import { type Key, parseUsersKey, placeKey, placeOfKey, shardOf, usersPartition, windowKey } from '../table/keys.ts';

/**
 * Pages of the users index, with the people as they were a moment ago: a page is to look at, and its index lags anyway. Only who is
 * behind a pointer is read strongly, on the trail there.
 */
export function listedPeople(table: DocumentTable, reader: Pick<PlaceReader, 'home'>) {
  const glance = glancingReader(table);

  async function list(
    appId: string,
    kind: 'all' | 'kept-window',
    limit: number,
    from?: PagePosition,
    wanted: (subject: Subject) => boolean = () => true,
  ): Promise<PeoplePage> {
    const { usersIndex } = schema;
    const prefix = kind === 'all' ? 'S#' : 'W#';
    const ask = (
      condition: string,
      value: string,
      upk: string,
      start: Record<string, string> | undefined,
      most?: number,
    ) =>
      table.documents.send(
        new QueryCommand({
          TableName: table.tableName,
          IndexName: usersIndex.name,
          KeyConditionExpression: `upk = :upk AND ${condition}`,
          ExpressionAttributeValues: { ':upk': upk, ':usk': value },
          Limit: most,
          ExclusiveStartKey: start,
        }),
      );
    const found = await acrossShards(
      async (shard, after, most) => {
        const upk = usersPartition(appId, shard);
        const start = after === undefined ? undefined : indexKeyAt(appId, kind, shard, after);
        const answer = await ask('begins_with(usk, :usk)', prefix, upk, start, most);
        const items = (answer.Items ?? []).map(entryOf);
        let last = answer.LastEvaluatedKey && entryOf(answer.LastEvaluatedKey);
        if (kind === 'kept-window' && last !== undefined) {
          // The windows of one person lie side by side: a page never ends between them.
          const answered = await ask('usk = :usk', last.usk, upk, { ...last });
          const rest = (answered.Items ?? []).map(entryOf);
          items.push(...rest);
          last = rest.at(-1) ?? last;
        }
        return { items, last: last && positionOf(last).after };
      },
      limit,
      from,
    );
    const { people, windows } = await homesOf(appId, kind, found.items);
    const data = await withWindows(
      appId,
      people.map((person, index) => ({ ...person, nth: index + 1 })).filter(({ home }) => wanted(home.subject)),
      windows,
    );
    return { data, next: found.next, looked: people.length };
  }

  /** Whom the entries lead to, in their order, each with the last entry that is theirs; and their windows, where it took them. */
  async function homesOf(
    appId: string,
    kind: 'all' | 'kept-window',
    entries: readonly IndexEntry[],
  ): Promise<{ readonly people: readonly Standing[]; readonly windows?: Windows }> {
    if (kind === 'kept-window') return homesOfWindows(appId, entries);
    // The index may lag: whoever moved meanwhile is found at the next listing.
    const found = await glance.places(appId, entries.map(placeOfKey));
    const people = entries.flatMap((last) => {
      const home = found.get(placeOfKey(last));
      return home?.kind === 'home' ? [{ home, last }] : [];
    });
    return { people };
  }

  /** A window may lie under another identifier than the home; a person with two windows is there once. */
  async function homesOfWindows(appId: string, entries: readonly IndexEntry[]) {
    const homes = new Map<string, Home>();
    for (const place of (await glance.places(appId, entries.map(placeOfKey))).values()) {
      const home = place.kind === 'pointer' ? await reader.home(appId, place.subjectId, place.home) : place;
      if (home?.kind === 'home') homes.set(home.place, home);
    }
    const all = [...homes.values()];
    const windows = await glance.windows(appId, all.flatMap(placesOfWindows));
    const lasts = new Map(entries.map((entry, index) => [parseUsersKey(entry.usk).u, { entry, index }]));
    const people = all
      .flatMap((home) => {
        const last = lasts.get(listedUnder(home, windows) ?? '');
        return last === undefined ? [] : [{ home, last: last.entry, index: last.index }];
      })
      .toSorted((a, b) => a.index - b.index);
    return { people, windows };
  }

  async function withWindows(
    appId: string,
    people: readonly (Standing & { readonly nth: number })[],
    known?: Windows,
  ): Promise<ListedPerson[]> {
    const places = people.flatMap(({ home }) => placesOfWindows(home));
    const windows = known ?? (await glance.windows(appId, places));
    return people.map(({ home, last, nth }) => ({
      subject: home.subject,
      window: placesOfWindows(home).reduce<WindowTimes>(
        (times, place) => joinWindows(times, windowTimes(windows.get(place))),
        {},
      ),
      position: positionOf(last),
      nth,
    }));
  }

  return { list };
}

/** What the users index says of an item: only keys. */
interface IndexEntry extends Key {
  readonly usk: string;
}

const indexEntry: Shape<IndexEntry> = { usk: 'string' };
const entryOf = (item: object): IndexEntry => itemAs(item, indexEntry);

/** A person in the order of the index, and the last entry that is theirs. */
interface Standing {
  readonly home: Home;
  readonly last: IndexEntry;
}

type Windows = ReadonlyMap<string, WindowItem>;

const placesOfWindows = (home: Home): readonly string[] => [home.place, ...home.windowPlaces];

/** Where a list goes on behind an entry. */
function positionOf(entry: IndexEntry): PagePosition {
  const { order, u } = parseUsersKey(entry.usk);
  return { shard: shardOf(u), after: `${placeOfKey(entry)} ${order}` };
}

/**
 * Under which subject a person stands in the list of windows. A window that was written while its subject was merged away may still
 * bear the absorbed subject, which stands elsewhere in the index, perhaps on another page: then it is listed by one of the two.
 */
function listedUnder(home: Home, windows: Windows): string | undefined {
  const borne = placesOfWindows(home).flatMap((place) => windows.get(place)?.u ?? []);
  const own = home.subject.subjectId;
  return borne.includes(own) ? own : borne.toSorted()[0];
}

/** The signs of a random id in the order of the table. */
const signs = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';

/** How far the list has come, from 0 to 1: shard by shard, in each slot by slot, in each by the random id, all of them spread evenly. */
export function shareOf({ shard, after }: PagePosition): number {
  const [, slot, first = '-', second = '-'] = /(\d\d)#(.)(.)[^#]*$/.exec(after ?? '') ?? [];
  if (slot === undefined) return shard / shards;
  const inSlot = (signs.indexOf(first) + signs.indexOf(second) / signs.length) / signs.length;
  const inShard = ((Number(slot) - shard) / shards + inSlot) / (slots / shards);
  return Math.min(1, Math.max(0, (shard + inShard) / shards));
}

/** The key in the users index at which a page goes on: place and order, in the partition of the app and shard and in no other. */
function indexKeyAt(appId: string, kind: 'all' | 'kept-window', shard: number, after: string): Record<string, string> {
  const [place = '', order = ''] = after.split(' ');
  const item = kind === 'all' ? placeKey(appId, place) : windowKey(appId, place);
  return { ...item, upk: usersPartition(appId, shard), usk: `${kind === 'all' ? 'S' : 'W'}#${order}` };
}
