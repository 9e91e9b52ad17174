/**
 * What the dry run says of a row. Each row has one class, the first that fits.
 *
 * - `new`: recorded, and it counts for at least one purpose
 * - `known`: it would change nothing (the person said the same then or later): not recorded
 * - `already-out`: a no of somebody who is out already: recorded
 * - `older-than-opt-out`: recorded, and does not count: the person said no later
 * - `older-than-opt-in`: recorded, and does not count: a no, and the person agreed later
 * - `against-own-no`: recorded, and does not count: only the person's own act undoes their own no
 * - `suppressed`: recorded; a suppression holds the person back all the same
 * - `duplicate`, `same-line`: an earlier row says the same of the same line, in the same or in another form; recorded, and counts, where
 *   it is a no or says it later (where something overrules it, it has the class that says so)
 * - `no-evidence`, `unusable-number`, `unusable-row`, `future-date`: not recorded
 */
export const rowClasses = [
  'new',
  'known',
  'already-out',
  'older-than-opt-out',
  'older-than-opt-in',
  'against-own-no',
  'suppressed',
  'duplicate',
  'same-line',
  'no-evidence',
  'unusable-number',
  'unusable-row',
  'future-date',
] as const;
export type RowClass = (typeof rowClasses)[number];

/** Classes of rows that are recorded and do not count. A row of another class that is recorded counts. */
export const overruledClasses: ReadonlySet<RowClass> = new Set([
  'older-than-opt-out',
  'older-than-opt-in',
  'against-own-no',
]);

/** Why a row cannot be used, besides what `numbers.md` says of numbers. */
export const rowFaults = [
  'wrong-number-of-cells',
  'nobody',
  'not-a-bsuid',
  'no-date',
  'bad-date',
  'implausible-time',
  'unknown-purpose',
  'unknown-status',
  'unknown-locale',
  'no-reason',
  'too-long',
  'identity-conflict',
  'former-portfolio',
] as const;
export type RowFault = (typeof rowFaults)[number];

/** What the dry run found, without the person: a line of the report. */
export interface ClassifiedRow {
  /** Line of the file in which the row ends, counted from 1. */
  readonly row: number;
  readonly class: RowClass;
  /** Whether applying records it. */
  readonly recorded: boolean;
  /** A stable code: a `RowFault`, a fault of the number, or what overrules it. */
  readonly why?: string | undefined;
}
