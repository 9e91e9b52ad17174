import type { App } from '../../../domain/app/app.ts';
import { allRows, type RowChange, rowChanges, type WithdrawalReason } from '../../../domain/eligibility/row-changes.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Home } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import { birthPlaceOf } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { eligibleKey, withdrawalKey } from '../table/keys.ts';
import { put, remove, type TransactItem } from '../table/transaction.ts';
import { toEligibleRowItem, type WithdrawalItem } from './eligible-row-item.ts';
import { handoverWrites } from './handover-item.ts';
import { openQuestionWrites } from './open-question-item.ts';

/** Withdrawal rows are kept for a week: longer than any export runs and any queue should wait. */
export const withdrawalsKeptFor: Milliseconds = 7 * 24 * 60 * 60 * 1000;

/** How a change came about, for the withdrawal row. */
export interface Cause {
  readonly why: WithdrawalReason;
  /** When it is recorded. */
  readonly now: Milliseconds;
  readonly ref?: string;
  /** Key of the ledger entry that is written with it. */
  readonly entry?: string;
}

/**
 * The writes that bring a subject from one state to another: its home, its eligible rows and, when a row is lost, moved or
 * braked, one withdrawal row. The one place where rows follow state.
 *
 * @param before as read; undefined for a new subject
 * @param after undefined when the subject was absorbed by another (its home is then written by the caller)
 */
export function subjectWrites(
  table: DocumentTable,
  app: App,
  before: Home | undefined,
  after: Home | undefined,
  cause: Cause,
): TransactItem[] {
  const writes: TransactItem[] =
    after === undefined ? [] : [putPlace(table, app.appId, after, before?.place === after.place ? before : undefined)];
  writes.push(...openQuestionWrites(table, app.appId, before, after, cause));
  writes.push(...handoverWrites(table, app.appId, before, after));
  const home = after ?? before;
  if (home === undefined) return writes;
  const { rows, withdrawn } = rowChanges(before?.subject, after?.subject, app);
  writes.push(...rows.map((row) => rowWrite(table, app, home, row)));
  if (withdrawn.length > 0) writes.push(put(table, withdrawal(app, home, withdrawn, cause)));
  return writes;
}

/** Every row of a subject as its state says: written where it must exist, removed where it must not. */
export function rowsAfter(table: DocumentTable, app: App, home: Home): TransactItem[] {
  return allRows(home.subject).map((row) => rowWrite(table, app, home, row));
}

/** A row as it is to be: written, or removed. */
export function rowWrite(
  table: DocumentTable,
  { appId }: App,
  { subject }: Home,
  { purposeId, row }: RowChange,
): TransactItem {
  return row === undefined
    ? remove(table, eligibleKey(appId, purposeId, subject.subjectId))
    : put(table, toEligibleRowItem(appId, purposeId, birthPlaceOf(subject.userId), row));
}

/** Tells whoever holds a file that somebody lost these purposes. */
export function withdrawal(
  { appId }: App,
  { subject, head }: Home,
  purposes: readonly string[],
  { now, why, ref }: Cause,
): WithdrawalItem {
  return {
    ...withdrawalKey(appId, now, subject.subjectId, head.sequence),
    u: subject.subjectId,
    h: birthPlaceOf(subject.userId),
    at: now,
    purposes,
    why,
    ref,
    ttl: Math.ceil((now + withdrawalsKeptFor) / 1000),
  };
}
