import type { Subject } from '../identity/subject.ts';

/**
 * Whether an unclear stop opens the question about it: nothing was to be settled before, and something is now. While it is open nobody
 * is asked again, or two robots would ask each other for ever; what was settled by a later act already is not asked about at all.
 */
export function opensQuestion(before: Pick<Subject, 'suppressions'>, after: Pick<Subject, 'suppressions'>): boolean {
  return !isUnsettled(before) && isUnsettled(after);
}

const isUnsettled = ({ suppressions }: Pick<Subject, 'suppressions'>): boolean =>
  suppressions.some(({ reason }) => reason === 'ambiguous-stop');
