import type { AppCounts, FlippedDay } from '../../../use-cases/collection/ports.ts';
import { appDaysPartition } from '../table/app-keys.ts';
import type { DocumentTable } from '../table/document-table.ts';
import type { Key } from '../table/keys.ts';
import { queryPages } from '../table/query.ts';

/** The names of the counts of a day: `in offers`, `out offers`. */
export const flipName = (way: 'in' | 'out', purposeId: string): string => `${way} ${purposeId}`;

/** Opt-ins and opt-outs of an app by day and purpose. */
export function appCounts(table: DocumentTable): AppCounts {
  return {
    async days(appId, from, to) {
      const days: FlippedDay[] = [];
      for await (const items of queryPages(table, { partition: appDaysPartition(appId), from })) {
        days.push(...(items as Key[]).map(toDay).filter(({ day }) => day <= to));
        if (items.length > 0 && (items.at(-1) as Key).sk > to) break;
      }
      return days;
    },
  };
}

function toDay({ pk: _pk, sk: day, ...counted }: Key): FlippedDay {
  const purposes = new Map<string, { optIns: number; optOuts: number }>();
  for (const [name, number] of Object.entries(counted as Record<string, number>)) {
    const [way, purposeId = ''] = name.split(' ');
    const before = purposes.get(purposeId) ?? { optIns: 0, optOuts: 0 };
    purposes.set(purposeId, { ...before, [way === 'in' ? 'optIns' : 'optOuts']: number });
  }
  const inOrder = [...purposes].sort(([a], [b]) => (a < b ? -1 : 1));
  return { day, purposes: inOrder.map(([purposeId, flips]) => ({ purposeId, ...flips })) };
}
