import type { App } from '../../domain/app/app.ts';
import { findPurpose } from '../../domain/app/app.ts';
import { everything, marksOf } from '../../domain/consent/registers.ts';
import { standing } from '../../domain/consent/standing.ts';
import type { Milliseconds } from '../../domain/consent/statement.ts';
import type { EligibleRow } from '../../domain/eligibility/eligible-row.ts';
import { holdsIdentifier, isPlatformStopped } from '../../domain/identity/subject.ts';
import type { DocumentTable } from './document-table.ts';
import { birthPlaceOf, toEligibleRowItem, type WithdrawalItem } from './eligible-row-item.ts';
import { eligibleKey, withdrawalKey } from './keys.ts';
import type { Home } from './place.ts';
import { putPlace } from './put-place.ts';
import { put, remove, type TransactItem } from './transaction.ts';

/** Withdrawal rows are kept for a week: longer than any export runs and any queue should wait. */
export const withdrawalsKeptFor: Milliseconds = 7 * 24 * 60 * 60 * 1000;

/** How a change came about, for the withdrawal row. */
export interface Cause {
  readonly why: WithdrawalItem['why'];
  /** When it is recorded. */
  readonly now: Milliseconds;
  readonly ref?: string;
}

/** The row of a subject for a purpose, or undefined while it must not exist. Depends on neither the clock nor settings. */
export function eligibleRowOf(home: Home | undefined, purposeId: string): EligibleRow | undefined {
  if (home === undefined || purposeId === everything) return undefined;
  const { subject } = home;
  const found = standing(subject.registers, purposeId);
  if (!holdsIdentifier(subject) || subject.unsettled === true) return undefined;
  if (found.stands !== 'granted' || subject.suppressions.some((each) => each.scope === 'all')) return undefined;
  const ambiguous = subject.suppressions.find((each) => each.scope === 'marketing');
  const { at, ref, source, notice } = found.by;
  return {
    subjectId: subject.subjectId,
    userId: subject.userId,
    ...(subject.phone !== undefined && { phone: subject.phone }),
    ...(subject.bsuid !== undefined && { bsuid: subject.bsuid }),
    grant: {
      at,
      ref,
      source,
      level: marksOf(subject.registers, purposeId).G3 === found.by ? 3 : 2,
      ...(notice !== undefined && { notice }),
    },
    ...(isPlatformStopped(subject.platformStop) && { platformStoppedAt: subject.platformStop.stoppedAt }),
    ...(ambiguous !== undefined && { ambiguousStopSince: ambiguous.since }),
  };
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
  const subject = (after ?? before)?.subject;
  if (subject === undefined) return writes;
  const purposes = new Set([
    ...Object.keys(before?.subject.registers ?? {}),
    ...Object.keys(after?.subject.registers ?? {}),
  ]);
  const withdrawn: string[] = [];
  for (const purposeId of [...purposes].sort()) {
    const had = eligibleRowOf(before, purposeId);
    const has = eligibleRowOf(after, purposeId);
    if (had !== undefined && (has === undefined || isMoved(had, has) || isBraked(had, has))) withdrawn.push(purposeId);
    if (has === undefined) {
      if (had !== undefined) writes.push(remove(table, eligibleKey(app.appId, purposeId, subject.subjectId)));
    } else if (had === undefined || isRewritten(had, has, app, purposeId)) {
      writes.push(put(table, toEligibleRowItem(app.appId, purposeId, birthPlaceOf(subject.userId), has)));
    }
  }
  if (withdrawn.length > 0) {
    const sequence = (after ?? before)?.head.sequence ?? 0;
    const item: WithdrawalItem = {
      ...withdrawalKey(app.appId, cause.now, subject.subjectId, sequence),
      u: subject.subjectId,
      h: birthPlaceOf(subject.userId),
      at: cause.now,
      purposes: withdrawn,
      why: cause.why,
      ...(cause.ref !== undefined && { ref: cause.ref }),
      ttl: Math.ceil((cause.now + withdrawalsKeptFor) / 1000),
    };
    writes.push(put(table, item));
  }
  return writes;
}

/** Every row of a subject as its state says: written where it must exist, removed where it must not. */
export function rowsAfter(table: DocumentTable, app: App, home: Home): TransactItem[] {
  const { registers, subjectId, userId } = home.subject;
  return Object.keys(registers)
    .sort()
    .flatMap((purposeId) => {
      if (purposeId === everything) return [];
      const row = eligibleRowOf(home, purposeId);
      return row === undefined
        ? [remove(table, eligibleKey(app.appId, purposeId, subjectId))]
        : [put(table, toEligibleRowItem(app.appId, purposeId, birthPlaceOf(userId), row))];
    });
}

/** Another number or BSUID: whoever holds a file with the old one must drop the person. */
function isMoved(had: EligibleRow, has: EligibleRow): boolean {
  return had.phone !== has.phone || (had.bsuid !== undefined && had.bsuid !== has.bsuid);
}

function isBraked(had: EligibleRow, has: EligibleRow): boolean {
  return (
    (has.platformStoppedAt !== undefined && had.platformStoppedAt === undefined) ||
    (has.ambiguousStopSince !== undefined && had.ambiguousStopSince === undefined)
  );
}

/** A repeated opt-in rewrites the row only where its time matters, that is where consent expires. */
function isRewritten(had: EligibleRow, has: EligibleRow, app: App, purposeId: string): boolean {
  return (
    had.phone !== has.phone ||
    had.bsuid !== has.bsuid ||
    had.userId !== has.userId ||
    had.platformStoppedAt !== has.platformStoppedAt ||
    had.ambiguousStopSince !== has.ambiguousStopSince ||
    (had.grant.at !== has.grant.at && findPurpose(app, purposeId)?.validForDays !== undefined)
  );
}
