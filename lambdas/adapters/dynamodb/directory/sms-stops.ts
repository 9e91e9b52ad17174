import { isStop, smsNumberOf } from '../../../domain/consent/stop-run.ts';
import { statementsOf } from '../../../domain/ledger/statements-of.ts';
import type { SmsStops } from '../../../use-cases/messages/ports.ts';
import { fromLedgerItem, type LedgerItem } from '../entries/ledger-item.ts';
import { placeReader } from '../places/place-reader.ts';
import { parseUserId } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { ledgerPartition } from '../table/keys.ts';
import { queryPages } from '../table/query.ts';

/** Reads whole ledgers, strongly: it is asked only when a provider says that somebody stopped, which is rare. */
export function smsStops(table: DocumentTable): SmsStops {
  const reader = placeReader(table);
  return {
    async heard(appId, userId, number) {
      const parsed = parseUserId(userId);
      const home = parsed && (await reader.home(appId, parsed.subjectId, parsed.place));
      if (home === undefined) return false;
      for (const chain of [home.subject.subjectId, ...home.absorbed]) {
        for await (const items of queryPages(table, { partition: ledgerPartition(appId, chain) })) {
          const said = statementsOf(items.map((item) => fromLedgerItem(item as LedgerItem)));
          if (said.some((statement) => isStop(statement) && smsNumberOf(statement) === number)) return true;
        }
      }
      return false;
    },
  };
}
