import type { NamedAct } from './decide-arrival.ts';
import { identifiersOf } from './person.ts';
import { afterProof, type ReportedPair } from './reported-pair.ts';
import type { SeenIdentifier } from './seen-identifier.ts';

/** The marks of an identifier after a payload. */
export interface ProvenMarks<S> {
  readonly seen: S;
  readonly pairs: readonly ReportedPair[];
}

/**
 * A payload with number and BSUID ends what a caller reported of either (semantics 5): the mark of this pair is proven and goes, the
 * others hold until then. Of a time that is over it says nothing about today's marks. Pure.
 *
 * @param marksOf the marks of an identifier as the act is about to leave them
 */
export function decideProof<S extends SeenIdentifier>(
  seen: readonly S[],
  { named, at }: NamedAct,
  marksOf: (seen: S) => readonly ReportedPair[],
): ProvenMarks<S>[] {
  if (named.phone === undefined || named.bsuid === undefined) return [];
  return seen.flatMap((each) => {
    const partnerKind = each.identifier.kind === 'phone' ? 'bsuid' : 'phone';
    const partner = identifiersOf(named).find(({ kind }) => kind === partnerKind);
    const marks = marksOf(each);
    if (each.hold.asOf !== 'today' || each.identifier.kind === 'parent-bsuid') return [];
    return partner === undefined || marks.length === 0 ? [] : [{ seen: each, pairs: afterProof(marks, partner, at) }];
  });
}
