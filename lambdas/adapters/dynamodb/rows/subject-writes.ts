import { type App, findPurpose, marketingOf } from '../../../domain/app/app.ts';
import { namedPurposes } from '../../../domain/consent/standing.ts';
import { type EligibleRow, rowOf } from '../../../domain/eligibility/eligible-row.ts';
import { holdsIdentifier } from '../../../domain/identity/subject.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Home } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import { birthPlaceOf } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { eligibleKey, withdrawalKey } from '../table/keys.ts';
import { put, remove, type TransactItem } from '../table/transaction.ts';
import { toEligibleRowItem, type WithdrawalItem } from './eligible-row-item.ts';

/** Withdrawal rows are kept for a week: longer than any export runs and any queue should wait. */
export const withdrawalsKeptFor: Milliseconds = 7 * 24 * 60 * 60 * 1000;

/** How a change came about, for the withdrawal row. */
export interface Cause {
  readonly why: WithdrawalItem['why'];
  /** When it is recorded. */
  readonly now: Milliseconds;
  readonly ref?: string;
}

/** The row of a subject for a purpose, or undefined while it must not exist. */
export function eligibleRowOf(home: Home | undefined, purposeId: string): EligibleRow | undefined {
  if (home === undefined || home.subject.unsettled === true || !holdsIdentifier(home.subject)) return undefined;
  return rowOf(home.subject, purposeId);
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
    ...namedPurposes(before?.subject.registers ?? {}),
    ...namedPurposes(after?.subject.registers ?? {}),
  ]);
  const inMarketing = marketingOf(app);
  const withdrawn: string[] = [];
  for (const purposeId of [...purposes].sort()) {
    const had = eligibleRowOf(before, purposeId);
    const has = eligibleRowOf(after, purposeId);
    const isBrakedNow = has !== undefined && isBraked(had, has) && inMarketing(purposeId);
    if (had !== undefined && (has === undefined || isMoved(had, has) || isBrakedNow)) withdrawn.push(purposeId);
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
  return namedPurposes(registers)
    .sort()
    .flatMap((purposeId) => {
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

/** A brake on marketing that was not on before. It withdraws nothing else (semantics 8). */
function isBraked(had: EligibleRow | undefined, has: EligibleRow): boolean {
  return brakes.some((brake) => has[brake] !== undefined && had?.[brake] === undefined);
}

const brakes = ['platformStoppedAt', 'ambiguousStopSince', 'marketingStoppedAt'] as const;

/**
 * A repeated opt-in rewrites the row only where its time matters, that is where consent expires; what turns out to be valid for less
 * long than it seemed is always written.
 */
function isRewritten(had: EligibleRow, has: EligibleRow, app: App, purposeId: string): boolean {
  const expires = findPurpose(app, purposeId)?.validForDays !== undefined;
  return (
    had.phone !== has.phone ||
    had.bsuid !== has.bsuid ||
    had.userId !== has.userId ||
    brakes.some((brake) => had[brake] !== has[brake]) ||
    validFrom(had).some((from, index) =>
      expires ? from !== validFrom(has)[index] : from > (validFrom(has)[index] ?? 0),
    )
  );
}

/** Since when the grant of a row is valid, and since when where the purpose is marketing. */
function validFrom({ grant, marketingFrom }: EligibleRow): readonly number[] {
  const from = grant.from ?? grant.at;
  return [from, marketingFrom ?? from];
}
