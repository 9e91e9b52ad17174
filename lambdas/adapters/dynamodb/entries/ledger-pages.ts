import type { LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import type { LedgerPosition, ListedEntry } from '../../../use-cases/people/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { ledgerPartition } from '../table/keys.ts';
import { queryPage } from '../table/query.ts';
import { fromLedgerItem, type LedgerItem, subjectOfLedgerItem } from './ledger-item.ts';

/** A ledger of up to so many entries is read as a whole and shown in recording order. */
const mostInOrder = 100;
/** A call asks this often at most; then its page is short. */
const mostQueries = 10;

/** Which page of which chains. */
export interface PageOfLedger {
  /** The person, and those that turned out to be the same. */
  readonly subjectIds: readonly string[];
  /** How many entries there are at least. */
  readonly least: number;
  readonly limit: number;
  readonly from?: LedgerPosition | undefined;
}

/**
 * A page of the chains of one person. Entries are named by a hash of their event, so the table knows no recording order; a short ledger
 * is sorted here, a long one is never read for one page. An entry that came before the order was given up is not shown again.
 */
export async function readLedgerPage(
  table: DocumentTable,
  appId: string,
  { subjectIds, least, limit, from = {} }: PageOfLedger,
): Promise<{ readonly entries: readonly ListedEntry[]; readonly next: LedgerPosition | undefined }> {
  // By name, so that a chain which is joined meanwhile does not shift the others.
  const chains = [...subjectIds].sort();

  const query = async (chain: string, after: string | undefined, most: number) => {
    const { items, last } = await queryPage(table, { partition: ledgerPartition(appId, chain), after }, most);
    const entries = items.map((item) => listedEntry(item as LedgerItem)).filter((entry) => isNew(entry, from.shown));
    return { entries, read: items.length, last };
  };

  if (from.chain === undefined && least <= mostInOrder) {
    const whole = await wholeLedger(chains, query);
    if (whole !== undefined) {
      const shown = whole.slice(0, limit);
      const last = whole.length > shown.length ? shown.at(-1) : undefined;
      return { entries: shown, next: last === undefined ? undefined : { shown: orderOf(last) } };
    }
  }

  const entries: ListedEntry[] = [];
  const rest = chains.filter((chain) => from.chain === undefined || chain >= from.chain);
  let after = rest[0] === from.chain ? from.after : undefined;
  let asked = 0;
  for (const chain of rest) {
    do {
      if (entries.length >= limit || asked >= mostQueries) {
        return { entries: entries.sort(byOrder), next: { shown: from.shown, chain, after } };
      }
      const page = await query(chain, after, limit - entries.length);
      asked += 1;
      entries.push(...page.entries);
      after = page.last;
    } while (after !== undefined);
  }
  return { entries: entries.sort(byOrder), next: undefined };
}

/** Every entry in recording order; undefined when there are more than are read for one page. */
async function wholeLedger(
  chains: readonly string[],
  query: (
    chain: string,
    after: string | undefined,
    most: number,
  ) => Promise<{ readonly entries: readonly ListedEntry[]; readonly read: number; readonly last: string | undefined }>,
): Promise<ListedEntry[] | undefined> {
  const entries: ListedEntry[] = [];
  let left = mostInOrder;
  for (const chain of chains) {
    const page = await query(chain, undefined, left + 1);
    left -= page.read;
    // An answer may be short of the limit because the entries are large: what is over a megabyte is long too.
    if (left < 0 || page.last !== undefined) return undefined;
    entries.push(...page.entries);
  }
  return entries.sort(byOrder);
}

function listedEntry(item: LedgerItem): ListedEntry {
  const entry = fromLedgerItem(item);
  if (item.reply === undefined) return entry;
  return { ...entry, reply: { kind: item.reply, subjectId: subjectOfLedgerItem(item), entry: item.sk, at: item.at } };
}

const orderOf = ({ ref, header }: LedgerEntry) => ({ at: header.recordedAt, sequence: header.sequence, ref });

/** Recording order; of two chains in the same millisecond the one with the smaller number and name. */
function byOrder(a: LedgerEntry, b: LedgerEntry): number {
  return compare(orderOf(a), orderOf(b));
}

function compare(a: ReturnType<typeof orderOf>, b: NonNullable<LedgerPosition['shown']>): number {
  return a.at - b.at || a.sequence - b.sequence || (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0);
}

function isNew(entry: LedgerEntry, shown: LedgerPosition['shown']): boolean {
  return shown === undefined || compare(orderOf(entry), shown) > 0;
}
