import type { Home } from '../places/place.ts';
import type { PlaceReader } from '../places/place-reader.ts';

/** An item of a list of people: a subject, and where it was first known. */
interface ListedItem {
  readonly u: string;
  readonly h: string;
}

/** Most live where they were first known: one request for all of those, one more for each that has moved. */
export async function homesOf(
  reader: PlaceReader,
  appId: string,
  items: readonly ListedItem[],
): Promise<ReadonlyMap<string, Home>> {
  const places = await reader.places(
    appId,
    items.map(({ h }) => h),
  );
  const homes = new Map<string, Home>();
  for (const { u, h } of items) {
    const place = places.get(h);
    const isThere = place?.kind === 'home' && place.subject.subjectId === u;
    const home = isThere ? place : await reader.home(appId, u, h);
    if (home !== undefined) homes.set(u, home);
  }
  return homes;
}
