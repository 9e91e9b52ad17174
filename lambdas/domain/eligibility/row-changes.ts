import { type App, findPurpose, marketingOf } from '../app/app.ts';
import { namedPurposes } from '../consent/standing.ts';
import { areOfTwoPortfolios } from '../identity/portfolio.ts';
import type { Subject } from '../identity/subject.ts';
import type { LedgerAct } from '../ledger/ledger-entry.ts';
import { type EligibleRow, eligibleRowOf } from './eligible-row.ts';

/** A row that is to be written, or removed where it must not exist any more. */
export interface RowChange {
  readonly purposeId: string;
  readonly row: EligibleRow | undefined;
}

/** What a change of a person changes of their eligible rows. */
export interface RowChanges {
  readonly rows: readonly RowChange[];
  /** The purposes whose row was lost, moved or braked: whoever holds a file with the person must hear of it. */
  readonly withdrawn: readonly string[];
}

/** Why somebody was withdrawn. */
export type WithdrawalReason =
  | 'opt-out'
  | 'platform-stop'
  | 'suppression'
  | 'merge'
  | 'number-change'
  | 'import-undone';

/** Why an act withdraws whom it withdraws. A chat or handover takes nothing away, but a number that becomes known with it may move rows. */
export function withdrawalReason(act: Exclude<LedgerAct, { kind: 'identity' }>): WithdrawalReason {
  switch (act.kind) {
    case 'statement':
      return act.action === 'annulled' ? 'import-undone' : 'opt-out';
    case 'chat':
    case 'call':
    case 'foreign-opt-in':
    case 'handover':
      return 'number-change';
    case 'platform-preference':
      return 'platform-stop';
    case 'suppression':
      return 'suppression';
  }
}

/**
 * How rows follow a person from one state to another.
 *
 * @param before as it was read; undefined for somebody new
 * @param after undefined when somebody was absorbed by another
 */
export function rowChanges(
  before: Subject | undefined,
  after: Subject | undefined,
  app: Pick<App, 'purposes'>,
): RowChanges {
  const purposes = new Set([...namedPurposes(before?.registers ?? {}), ...namedPurposes(after?.registers ?? {})]);
  const rows: RowChange[] = [];
  const withdrawn: string[] = [];
  for (const purposeId of [...purposes].sort()) {
    const row = eligibleRowOf(after, purposeId);
    const change = rowChange(eligibleRowOf(before, purposeId), row, app, purposeId);
    if (change.isWithdrawn) withdrawn.push(purposeId);
    if (change.isWritten) rows.push({ purposeId, row });
  }
  return { rows, withdrawn };
}

/** What becomes of one row: whether it is written or removed, and whether whoever holds a file must hear of it. */
export function rowChange(
  had: EligibleRow | undefined,
  has: EligibleRow | undefined,
  app: Pick<App, 'purposes'>,
  purposeId: string,
): { readonly isWritten: boolean; readonly isWithdrawn: boolean } {
  const isBrakedNow = has !== undefined && isBraked(had, has) && marketingOf(app)(purposeId);
  return {
    isWithdrawn: had !== undefined && (has === undefined || isMoved(had, has) || isBrakedNow),
    isWritten: has === undefined ? had !== undefined : had === undefined || isRewritten(had, has, app, purposeId),
  };
}

/** Every row of a person as their state says, whatever lies there. */
export function allRows(subject: Subject): readonly RowChange[] {
  return namedPurposes(subject.registers)
    .sort()
    .map((purposeId) => ({ purposeId, row: eligibleRowOf(subject, purposeId) }));
}

/**
 * Another number or BSUID: whoever holds a file with the old one must drop the person. A BSUID of another portfolio beside the same number
 * drops nobody: the old one was good no more before.
 */
function isMoved(had: EligibleRow, has: EligibleRow): boolean {
  if (had.phone !== has.phone) return true;
  return had.bsuid !== undefined && had.bsuid !== has.bsuid && !areOfTwoPortfolios(had.bsuid, has.bsuid);
}

/** A brake on marketing that was not on before. It withdraws nothing else (semantics 8). */
function isBraked(had: EligibleRow | undefined, has: EligibleRow): boolean {
  return brakes.some((brake) => has[brake] !== undefined && had?.[brake] === undefined);
}

const brakes = ['platformStoppedAt', 'ambiguousStopSince', 'suppressedSince', 'marketingStoppedAt'] as const;

/**
 * A repeated opt-in rewrites the row only where its time matters, that is where consent expires; what turns out to be valid for less
 * long than it seemed is always written.
 */
function isRewritten(had: EligibleRow, has: EligibleRow, app: Pick<App, 'purposes'>, purposeId: string): boolean {
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
