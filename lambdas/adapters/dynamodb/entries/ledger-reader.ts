import type { LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type Key, ledgerPartition } from '../table/keys.ts';
import { getItem, queryAll } from '../table/query.ts';
import { fromLedgerItem, type LedgerItem } from './ledger-item.ts';

/** Every entry of the chains of one person, in recording order within each chain. Strong. */
export async function readLedgers(
  table: DocumentTable,
  appId: string,
  subjectIds: readonly string[],
): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (const subjectId of subjectIds) {
    const items = await queryAll(table, { partition: ledgerPartition(appId, subjectId) });
    entries.push(...items.map((item) => fromLedgerItem(item as LedgerItem)));
  }
  return entries.sort((a, b) => a.header.recordedAt - b.header.recordedAt || a.header.sequence - b.header.sequence);
}

/** One ledger item by its key. Strong. */
export async function readLedgerItem(table: DocumentTable, key: Key): Promise<LedgerItem | undefined> {
  return (await getItem(table, key)) as LedgerItem | undefined;
}
