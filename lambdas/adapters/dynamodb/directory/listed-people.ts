import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table as schema } from '../../../contract/table.ts';
import type { KnownPerson } from '../../../domain/identity/subject.ts';
import { joinWindows, type WindowTimes } from '../../../domain/window/customer-service-window.ts';
import type { DirectoryPage, PagePosition } from '../../../use-cases/people/ports.ts';
import type { Home } from '../places/place.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import { type WindowItem, windowTimes } from '../places/window-item.ts';
import { acrossShards } from '../table/across-shards.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape } from '../table/item.ts';
import { type Key, parseUsersKey, placeKey, placeOfKey, usersPartition, windowKey } from '../table/keys.ts';

/** Pages of the users index, with the people as they are now. */
export function listedPeople(table: DocumentTable, reader: PlaceReader) {
  async function list(
    appId: string,
    kind: 'all' | 'kept-window',
    limit: number,
    from?: PagePosition,
  ): Promise<DirectoryPage<KnownPerson>> {
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
        return { items, last: last && `${placeOfKey(last)} ${parseUsersKey(last.usk).order}` };
      },
      limit,
      from,
    );
    return { data: await peopleOf(appId, kind, found.items), next: found.next };
  }

  async function peopleOf(
    appId: string,
    kind: 'all' | 'kept-window',
    entries: readonly IndexEntry[],
  ): Promise<KnownPerson[]> {
    const listed =
      kind === 'all' ? await homesAt(appId, entries.map(placeOfKey)) : await homesOfWindows(appId, entries);
    const windowPlaces = listed.flatMap(placesOfWindows);
    const windows = await reader.windows(appId, windowPlaces);
    const homes =
      kind === 'all'
        ? listed
        : listed.filter((home) =>
            isListedUnder(
              home,
              windows,
              entries.map(({ usk }) => parseUsersKey(usk).u),
            ),
          );
    return homes.map((home) => ({
      subject: home.subject,
      window: placesOfWindows(home).reduce<WindowTimes>(
        (times, place) => joinWindows(times, windowTimes(windows.get(place))),
        {},
      ),
    }));
  }

  /** The index may lag: whoever moved meanwhile is found at the next listing. Order of the index is kept. */
  async function homesAt(appId: string, places: readonly string[]): Promise<Home[]> {
    const found = await reader.places(appId, places);
    return places.map((place) => found.get(place)).filter((place): place is Home => place?.kind === 'home');
  }

  /** A window may lie under another identifier than the home; a person with two windows is there once. */
  async function homesOfWindows(appId: string, entries: readonly IndexEntry[]): Promise<Home[]> {
    const homes = new Map<string, Home>();
    for (const place of (await reader.places(appId, entries.map(placeOfKey))).values()) {
      const home = place.kind === 'pointer' ? await reader.home(appId, place.subjectId, place.home) : place;
      if (home?.kind === 'home') homes.set(home.place, home);
    }
    return [...homes.values()];
  }

  return { list };
}

/** What the users index says of an item: only keys. */
interface IndexEntry extends Key {
  readonly usk: string;
}

const indexEntry: Shape<IndexEntry> = { usk: 'string' };
const entryOf = (item: object): IndexEntry => itemAs(item, indexEntry);

const placesOfWindows = (home: Home): readonly string[] => [home.place, ...home.windowPlaces];

/**
 * Whether a person is listed by these entries of windows. A window that was written while its subject was merged away may still
 * bear the absorbed subject, which stands elsewhere in the index, perhaps on another page: then it is listed by one of the two.
 */
function isListedUnder(home: Home, windows: ReadonlyMap<string, WindowItem>, subjects: readonly string[]): boolean {
  const borne = placesOfWindows(home).flatMap((place) => windows.get(place)?.u ?? []);
  const own = home.subject.subjectId;
  const by = borne.includes(own) ? own : borne.toSorted()[0];
  return by !== undefined && subjects.includes(by);
}

/** The key in the users index at which a page goes on: place and order, in the partition of the app and shard and in no other. */
function indexKeyAt(appId: string, kind: 'all' | 'kept-window', shard: number, after: string): Record<string, string> {
  const [place = '', order = ''] = after.split(' ');
  const item = kind === 'all' ? placeKey(appId, place) : windowKey(appId, place);
  return { ...item, upk: usersPartition(appId, shard), usk: `${kind === 'all' ? 'S' : 'W'}#${order}` };
}
