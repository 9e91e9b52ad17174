import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { TryAgainError } from '../../../domain/errors.ts';
import { batchGet } from '../table/batch-get.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type Key, placeKey, placeOfKey, windowKey } from '../table/keys.ts';
import { queryAll } from '../table/query.ts';
import { parsePlaceItem, parseWindowItem } from './parse-item.ts';
import type { Home, Place } from './place.ts';
import { fromPlaceItem } from './place-item.ts';
import type { WindowItem } from './window-item.ts';

/** A place and the window that lies beside it: one request. */
export interface PlaceWithWindow {
  readonly place: Place | undefined;
  readonly window: WindowItem | undefined;
}

/** How many steps a pointer may lead; every merge or move of a home adds at most one. */
export const longestTrail = 64;

/** Places and windows by name. */
export interface NamedReader {
  /** The places of these names, as many as there are, by name. */
  places(appId: string, names: Iterable<string>): Promise<ReadonlyMap<string, Place>>;
  /** The windows kept at these places, by name. */
  windows(appId: string, names: Iterable<string>): Promise<ReadonlyMap<string, WindowItem>>;
}

/** Strong reads of places. */
export interface PlaceReader extends NamedReader {
  /** The place and its window. */
  withWindow(appId: string, place: string): Promise<PlaceWithWindow>;
  /** Only the place. */
  one(appId: string, place: string): Promise<Place | undefined>;
  /** Any items by key; order is not kept. */
  items(keys: readonly Key[]): Promise<readonly object[]>;
  /**
   * Where a subject lives now, starting from a place where it was known once; undefined when the trail does not exist.
   * Windows that lie beside the places on the way are put into `windows`.
   */
  home(
    appId: string,
    subjectId: string,
    place: string,
    windows?: Map<string, WindowItem | undefined>,
  ): Promise<Home | undefined>;
}

export function placeReader(table: DocumentTable): PlaceReader {
  const { tableName, documents } = table;

  async function withWindow(appId: string, place: string): Promise<PlaceWithWindow> {
    const items = (await queryAll(table, { partition: placeKey(appId, place).pk })) as readonly Key[];
    const state = items.find((item) => item.sk === placeKey(appId, place).sk);
    const window = items.find((item) => item.sk === windowKey(appId, place).sk);
    return {
      place: state && fromPlaceItem(parsePlaceItem(state)),
      window: window && parseWindowItem(window),
    };
  }

  async function one(appId: string, place: string): Promise<Place | undefined> {
    const found = await documents.send(
      new GetCommand({ TableName: tableName, Key: placeKey(appId, place), ConsistentRead: true }),
    );
    return found.Item && fromPlaceItem(parsePlaceItem(found.Item));
  }

  const items = (keys: readonly Key[]): Promise<readonly object[]> => batchGet(table, keys, { consistent: true });

  const { places, windows } = namedReader(items);

  async function home(
    appId: string,
    subjectId: string,
    start: string,
    seen?: Map<string, WindowItem | undefined>,
  ): Promise<Home | undefined> {
    let [at, wanted] = [start, subjectId];
    for (let step = 0; step < longestTrail; step += 1) {
      const { place, window } = await withWindow(appId, at);
      seen?.set(at, window);
      const next = nextStep(place, wanted);
      if (next === undefined || next.found !== undefined) return next?.found;
      [at, wanted] = [next.place, next.subjectId];
    }
    throw new TryAgainError('The trail of this person is being changed.');
  }

  return { withWindow, one, items, places, windows, home };
}

/**
 * Places and windows as they were a moment ago, at half the price of `PlaceReader`: for pages to look at, whose index lags anyway, and
 * never for what decides whether somebody is written to.
 */
export function glancingReader(table: DocumentTable): NamedReader {
  return namedReader((keys) => batchGet(table, keys, { consistent: false }));
}

function namedReader(items: (keys: readonly Key[]) => Promise<readonly object[]>): NamedReader {
  return {
    async places(appId, names) {
      const found = await items([...new Set(names)].map((name) => placeKey(appId, name)));
      const all = found.map((item) => fromPlaceItem(parsePlaceItem(item)));
      return new Map(all.map((place) => [place.place, place]));
    },
    async windows(appId, names) {
      const found = await items([...new Set(names)].map((name) => windowKey(appId, name)));
      return new Map(found.map(parseWindowItem).map((item) => [placeOfKey(item), item]));
    },
  };
}

/** One step on the trail to a subject: found here, or where it leads. */
export function nextStep(
  place: Place | undefined,
  subjectId: string,
):
  | { readonly found: Home; readonly place?: undefined }
  | { readonly found?: undefined; readonly place: string; readonly subjectId: string }
  | undefined {
  if (place === undefined) return undefined;
  if (place.kind === 'home' && (place.subject.subjectId === subjectId || place.absorbed.includes(subjectId)))
    return { found: place };
  const moved =
    place.trail.find((trail) => trail.subjectId === subjectId) ??
    place.former.findLast((former) => former.subjectId === subjectId);
  if (moved !== undefined) return { place: moved.home, subjectId };
  if (place.kind === 'pointer' && place.subjectId === subjectId) return { place: place.home, subjectId };
  return undefined;
}
