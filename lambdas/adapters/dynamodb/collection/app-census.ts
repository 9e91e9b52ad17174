import { censusOf, openWindows } from '../../../domain/identity/census.ts';
import type { AppCensus } from '../../../use-cases/collection/ports.ts';
import { censusKey, censusPartition } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { queryAll } from '../table/query.ts';
import { censusItem } from './census-item.ts';

/** How many people of an app stand where, and how many windows are open. */
export function appCensus(table: DocumentTable): AppCensus {
  return {
    async read({ appId, purposes, numberSince }, now) {
      // Days before today hold no window that is open; the people lie behind the days.
      const from = new Date(now).toISOString().slice(0, 10);
      const items = (await queryAll(table, { partition: censusPartition(appId), from })) as readonly Key[];
      const head = items.find(({ sk }) => sk === censusKey(appId).sk);
      const kept = head && itemAs(head, censusItem);
      if (kept?.since === undefined) return undefined;
      const census = censusOf(new Map(Object.entries(kept.c)), purposes, now);
      const ends = new Map(items.flatMap((item) => (item === head ? [] : endsOf(item))));
      return census && { ...census, openWindows: now < kept.windows ? undefined : openWindows(ends, now, numberSince) };
    },
  };
}

/** When windows end on a day, and how many. */
function endsOf({ pk: _pk, sk: day, ...rest }: Key): [string, number][] {
  const { ttl: _ttl, ...ends } = rest as Readonly<Record<string, number>>;
  return Object.entries(ends).map(([time, number]) => [`${day}T${time}`, number]);
}
