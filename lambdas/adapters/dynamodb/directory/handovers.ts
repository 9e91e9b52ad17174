import type { App } from '../../../domain/app/app.ts';
import type { KnownPerson } from '../../../domain/identity/subject.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { joinWindows, type WindowTimes, windowSince } from '../../../domain/window/customer-service-window.ts';
import { withHumanUntil } from '../../../domain/window/handover.ts';
import type { DirectoryPage, PagePosition } from '../../../use-cases/people/ports.ts';
import type { Home } from '../places/place.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import { windowTimes } from '../places/window-item.ts';
import type { HandoverItem } from '../rows/handover-item.ts';
import { acrossShards } from '../table/across-shards.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape } from '../table/item.ts';
import { handoverPartition } from '../table/keys.ts';
import { queryPage } from '../table/query.ts';
import { homesOf } from './homes-of-items.ts';

const handover: Shape<HandoverItem> = { u: 'string', h: 'string', at: 'number', ttl: 'number' };

/** Pages of those who were handed over, each as they are now: of whoever is with nobody any more nothing is shown. */
export async function handovers(
  table: DocumentTable,
  reader: PlaceReader,
  app: App,
  {
    now,
    limit,
    from,
  }: { readonly now: Milliseconds; readonly limit: number; readonly from?: PagePosition | undefined },
): Promise<DirectoryPage<KnownPerson>> {
  const found = await acrossShards(
    async (shard, after, most) => {
      const { items, last } = await queryPage(table, { partition: handoverPartition(app.appId, shard), after }, most);
      return { items: items.map((item) => itemAs(item, handover)), last };
    },
    limit,
    from,
  );
  const homes = await homesOf(reader, app.appId, found.items);
  const present = found.items.flatMap(({ u, at }) => {
    const home = homes.get(u);
    return home?.subject.handover?.since === at ? [home] : [];
  });
  const placesOf = ({ place, windowPlaces }: Home) => [place, ...windowPlaces];
  const windows = await reader.windows(app.appId, present.flatMap(placesOf));
  const data = present.flatMap((home): KnownPerson[] => {
    const window = placesOf(home).reduce<WindowTimes>(
      (times, p) => joinWindows(times, windowTimes(windows.get(p))),
      {},
    );
    const until = withHumanUntil(home.subject.handover ?? {}, windowSince(window, app.numberSince), now);
    return until === undefined ? [] : [{ subject: home.subject, window }];
  });
  return { data, next: found.next };
}
