import type { App } from '../../../domain/app/app.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Home } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type Key, placeKey } from '../table/keys.ts';
import { mostItems, mustBeUnchanged, StaleReadError, type TransactItem, transact } from '../table/transaction.ts';
import { rowsAfter, subjectWrites } from './subject-writes.ts';

/** Rows written in one transaction beside the home: leaves room for the rest. */
export const rowsAtOnce = 80;

/**
 * Lets a change of any number of purposes be written. Where it does not fit one transaction, the rows of the subjects are taken
 * away first, with the mark `unsettled` on them: meanwhile the answer is no, in checks and in exports. Then the change itself has
 * no rows to write, and after it they come back in parts.
 */
export function rowKeeper({ table, now }: { readonly table: DocumentTable; readonly now: () => Milliseconds }) {
  /** Writes the change, or makes room for it and throws StaleReadError: the caller looks again. */
  async function commit(
    app: App,
    homes: readonly (Home | undefined)[],
    writes: readonly TransactItem[],
    ledgerKeys: readonly Key[] = [],
  ): Promise<void> {
    if (writes.length <= mostItems) return transact(table, writes, ledgerKeys);
    const withRows = homes.filter((home) => home !== undefined && home.subject.unsettled !== true);
    if (withRows.length === 0) return transact(table, writes, ledgerKeys);
    for (const home of withRows) if (home !== undefined) await takeAway(app, home);
    throw new StaleReadError('rows were taken away to make room');
  }

  async function takeAway(app: App, home: Home): Promise<void> {
    const after: Home = { ...home, subject: { ...home.subject, unsettled: true } };
    const writes = subjectWrites(table, app, home, after, { why: 'merge', now: now() });
    // Home and withdrawal row go with the first rows; what is left lies there a moment longer, withdrawn already.
    const rows = writes.filter((write) => write.Delete !== undefined);
    const others = writes.filter((write) => write.Delete === undefined);
    await transact(table, [...others, ...rows.slice(0, rowsAtOnce)]);
    for (let from = rowsAtOnce; from < rows.length; from += rowsAtOnce)
      await transact(table, rows.slice(from, from + rowsAtOnce));
  }

  /** Brings every row of an unsettled subject to what its state says, and ends the mark. */
  async function giveBack(app: App, home: Home): Promise<void> {
    const { unsettled: _noMore, ...subject } = home.subject;
    const after: Home = { ...home, subject };
    const rows = rowsAfter(table, app, after);
    const last = rows.splice(0, rowsAtOnce);
    const unchanged = mustBeUnchanged(table, placeKey(app.appId, home.place), home.version);
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      await transact(table, [unchanged, ...rows.slice(from, from + rowsAtOnce)]);
    await transact(table, [putPlace(table, app.appId, after, home), ...last]);
  }

  return { commit, giveBack };
}

export type RowKeeper = ReturnType<typeof rowKeeper>;
