import type { Milliseconds } from '../time.ts';
import type { Identifier } from './person.ts';
import { areOfTwoPortfolios } from './portfolio.ts';

/**
 * What somebody reported of an identifier: that another one is the same person's (semantics 5). Not proven, so that only denials
 * follow it, over one mark only.
 */
export interface ReportedPair {
  readonly with: Identifier;
  /** A payload contradicted it then: it holds for acts before. */
  readonly until?: Milliseconds;
  /**
   * The person left this number without a notice at `until`: the number keeps the denials that were said before, until a payload
   * proves a new holder.
   */
  readonly kept?: boolean;
}

/** Marks that one identifier may bear. A caller whose columns are mixed up must not make one stop travel to thousands. */
export const mostReportedPairs = 16;

export function sameIdentifier(a: Identifier, b: Identifier): boolean {
  return a.kind === b.kind && a.value === b.value;
}

/** The marks of an identifier with one more; an ended mark of the same pair holds again. */
export function withPair(marks: readonly ReportedPair[], partner: Identifier): readonly ReportedPair[] {
  if (marks.some((mark) => mark.until === undefined && sameIdentifier(mark.with, partner))) return marks;
  const others = marks.filter((mark) => !sameIdentifier(mark.with, partner) || mark.kept === true);
  return [...others, { with: partner }];
}

/**
 * The marks of an identifier after a payload showed it with `partner` at `at`: the mark of that pair is proven and goes, every other
 * one that still holds ends, but for BSUIDs of another portfolio, of which it says nothing. What a number keeps of somebody who left
 * it stays.
 */
export function afterProof(
  marks: readonly ReportedPair[],
  partner: Identifier,
  at: Milliseconds,
): readonly ReportedPair[] {
  return marks
    .filter((mark) => mark.kept === true || !sameIdentifier(mark.with, partner))
    .map((mark) => (mark.until === undefined && isContradicted(mark.with, partner) ? { ...mark, until: at } : mark));
}

function isContradicted(reported: Identifier, proven: Identifier): boolean {
  if (reported.kind !== proven.kind) return false;
  return reported.kind === 'phone' || !areOfTwoPortfolios(reported.value, proven.value);
}

/** Whether a no that was said at `saidAt` follows the mark. */
export function follows(mark: ReportedPair, saidAt: Milliseconds): boolean {
  return mark.until === undefined || saidAt < mark.until;
}

/** The marks of one of a person's identifiers after a payload at `at` proved which are theirs. */
export function settledPairs(
  marks: readonly ReportedPair[],
  theirs: readonly Identifier[],
  at: Milliseconds,
): readonly ReportedPair[] {
  return theirs.reduce((left, each) => afterProof(left, each, at), marks);
}

/** The marks by which a number keeps the denials of somebody who left it without a notice: at the number, and at their BSUID. */
export interface KeptMarks {
  readonly atNumber: ReportedPair;
  readonly atBsuid: ReportedPair;
}

export function keptMarks({
  number,
  bsuid,
  until,
}: {
  readonly number: Identifier;
  readonly bsuid: Identifier;
  readonly until: Milliseconds;
}): KeptMarks {
  return { atNumber: { with: bsuid, until, kept: true }, atBsuid: { with: number, until, kept: true } };
}
