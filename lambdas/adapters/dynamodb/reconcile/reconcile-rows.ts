import type { App } from '../../../domain/app/app.ts';
import { namedPurposes } from '../../../domain/consent/standing.ts';
import type { Action } from '../../../domain/consent/statement.ts';
import { eligibleRowOf } from '../../../domain/eligibility/eligible-row.ts';
import { rowChange, rowChanges } from '../../../domain/eligibility/row-changes.ts';
import type { Subject } from '../../../domain/identity/subject.ts';
import type { LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import { reconciled } from '../../../domain/ledger/reconcile.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Home } from '../places/place.ts';
import { type EligibleRowItem, fromEligibleRowItem } from '../rows/eligible-row-item.ts';
import { rowWrite, withdrawal, withdrawalsKeptFor } from '../rows/subject-writes.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { eligibleKey } from '../table/keys.ts';
import { put, remove, type TransactItem } from '../table/transaction.ts';
import type { Found } from './reconcile-person.ts';
import type { Survey } from './survey.ts';

/** What becomes of the rows of a person. */
export interface MendedRows {
  readonly writes: readonly TransactItem[];
  readonly repairs: readonly string[];
  /** The rows that are there afterwards, by purpose. */
  readonly rows: ReadonlyMap<string, EligibleRowItem>;
  /** Refs of the noes that were told now. */
  readonly told: readonly string[];
}

/** Brings every row of a person to what their state says, and tells whoever holds a file that somebody was lost. */
export function mendRows(
  table: DocumentTable,
  survey: Survey,
  app: App,
  { found, home, now }: { readonly found: Found; readonly home: Home; readonly now: Milliseconds },
): MendedRows {
  const { subject } = home;
  const { subjectId } = subject;
  const lying: ReadonlyMap<string, EligibleRowItem> = survey.rows.get(subjectId) ?? new Map();
  const writes: TransactItem[] = [];
  const rows = new Map(lying);
  const notTold = untold(survey, app, found, home, now);
  const told = new Set(notTold.flatMap(({ purposes }) => purposes));
  const withdrawn: string[] = [];
  const repairs = [...told].map((purposeId) => `${purposeId}: nobody was told of a withdrawal`);
  for (const purposeId of [...new Set([...namedPurposes(subject.registers), ...lying.keys()])].sort()) {
    const item = lying.get(purposeId);
    const row = eligibleRowOf(subject, purposeId);
    const change = rowChange(item && fromEligibleRowItem(item), row, app, purposeId);
    if (change.isWithdrawn && !told.has(purposeId)) withdrawn.push(purposeId);
    if (!change.isWritten) continue;
    const write = rowWrite(table, app, home, { purposeId, row });
    writes.push(write);
    if (write.Put === undefined) rows.delete(purposeId);
    else rows.set(purposeId, write.Put.Item as EligibleRowItem);
    repairs.push(
      `${purposeId}: ${row === undefined ? 'a row too many' : item === undefined ? 'a row was missing' : 'another row'}`,
    );
  }
  for (const absorbed of found.subjectIds) {
    if (absorbed === subjectId) continue;
    for (const purposeId of survey.rows.get(absorbed)?.keys() ?? []) {
      writes.push(remove(table, eligibleKey(app.appId, purposeId, absorbed)));
      repairs.push(`${purposeId}: a row of somebody who turned out to be another`);
    }
  }
  const tell = (sequence: number, purposes: readonly string[], ref?: string) => {
    const teller = { ...home, head: { ...home.head, sequence } };
    const cause = { why: 'opt-out', now, ...(ref !== undefined && { ref }) } as const;
    return put(table, withdrawal(app, teller, purposes, cause));
  };
  if (withdrawn.length > 0) writes.push(tell(0, withdrawn.sort()));
  for (const { sequence, purposes, ref } of notTold) writes.push(tell(sequence, purposes, ref));
  return { writes, repairs, rows, told: notTold.map(({ ref }) => ref) };
}

const recentNoes = (entries: readonly LedgerEntry[], now: Milliseconds): readonly LedgerEntry[] =>
  entries.filter(({ header }) => header.recordedAt > now - withdrawalsKeptFor && isNo(header));

/** What ends an opt-in. */
const takingAway: ReadonlySet<Action> = new Set(['revoked', 'refused', 'annulled', 'erased']);

function isNo({ act }: LedgerEntry['header']): boolean {
  if (act.kind === 'statement') return takingAway.has(act.action);
  return (act.kind === 'platform-preference' && act.value === 'stop') || (act.kind === 'suppression' && !act.lifted);
}

/**
 * Noes of these days that ended or braked something without a withdrawal row. Only of whoever was one person under the same identifiers
 * all the while: of others what a no ended then cannot be told by what is known today.
 */
function untold(
  survey: Survey,
  app: App,
  { entries, subjectIds }: Found,
  home: Home,
  now: Milliseconds,
): { readonly ref: string; readonly sequence: number; readonly purposes: readonly string[] }[] {
  const { subject } = home;
  const isPlain = subjectIds.size === 1 && entries.every(({ header }) => header.act.kind !== 'identity');
  if (!isPlain || subject.unsettled === true) return [];
  const told = new Set(survey.withdrawals.get(subject.subjectId)?.map(({ ref }) => ref));
  return recentNoes(entries, now)
    .filter(({ ref }) => !told.has(ref))
    .flatMap((no) => {
      const at = entries.indexOf(no);
      const [before, after] = [entries.slice(0, at), entries.slice(0, at + 1)].map((known) =>
        reconciled({ states: [withoutHistory(subject)], entries: known }, app),
      );
      const purposes = rowChanges(before, after, app).withdrawn;
      return purposes.length === 0 ? [] : [{ ref: no.ref, sequence: no.header.sequence, purposes }];
    });
}

function withoutHistory({ subjectId, userId, phone, bsuid, firstKnownAt }: Subject): Subject {
  const who = { subjectId, userId, ...(phone !== undefined && { phone }), ...(bsuid !== undefined && { bsuid }) };
  return { ...who, firstKnownAt, registers: {}, suppressions: [], platformStop: {} };
}
