import { contradictions } from './decide-named.ts';
import { type Debt, hasDenials } from './denials.ts';
import { holderOf } from './holder-of.ts';
import type { Identifier } from './person.ts';
import type { PersonRecord } from './record.ts';
import { mostReportedPairs, type ReportedPair, withPair } from './reported-pair.ts';

/** One of two identifiers that a caller named together. */
export interface PairSide {
  readonly identifier: Identifier;
  /** Who holds it today. */
  readonly person: PersonRecord | undefined;
  readonly pairs: readonly ReportedPair[];
}

/** Something of each of two sides. */
export type Both<T> = readonly [T, T];

export type ReportedPairDecision =
  | { readonly do: 'nothing' }
  /** One more mark would say nothing. The userIds of those whom the identifiers lead to. */
  | { readonly do: 'refuse'; readonly userIds: readonly string[] }
  /** The marks of each side after, and what the denials of each owe to the other: those travel before the act. */
  | { readonly do: 'mark'; readonly marks: Both<readonly ReportedPair[]>; readonly owes: Both<readonly Debt[]> };

/**
 * A caller named a number and a BSUID together (semantics 5): a mark on both, and nothing else. A no that contradicts what is proven,
 * or that has no mark left, is recorded under both all the same. Pure.
 *
 * @param no what the caller says is a no
 */
export function decideReportedPair([a, b]: Both<PairSide>, { no }: { readonly no: boolean }): ReportedPairDecision {
  const nothing = { do: 'nothing' } as const;
  if (a.person !== undefined && a.person.subject.subjectId === b.person?.subject.subjectId) return nothing;
  if (no && contradicts(a, b)) return nothing;
  const marks = [withPair(a.pairs, b.identifier), withPair(b.pairs, a.identifier)] as const;
  if (marks[0] === a.pairs && marks[1] === b.pairs) return nothing;
  if (marks.some((each) => each.length > mostReportedPairs)) {
    if (no) return nothing;
    return {
      do: 'refuse',
      userIds: [a, b].flatMap(({ person }) => (person === undefined ? [] : [person.subject.userId])),
    };
  }
  return { do: 'mark', marks, owes: [debtsOf(a, b), debtsOf(b, a)] };
}

/** What one side's denials owe to the other. */
function debtsOf({ person }: PairSide, other: PairSide): Debt[] {
  if (person === undefined || !hasDenials(person.subject)) return [];
  return [{ to: other.identifier, over: 'pair' }];
}

/** Whether the number is proven another's, or the BSUID. */
function contradicts(...sides: Both<PairSide>): boolean {
  const question = sides.map(({ identifier, person }) => [
    identifier.kind,
    { asOf: 'today' as const, holder: person && holderOf(person) },
  ]);
  const given = Object.fromEntries(sides.map(({ identifier }) => [identifier.kind, identifier.value]));
  return contradictions({ given, ...Object.fromEntries(question), no: false }).length > 0;
}
