import type { Milliseconds } from '../time.ts';
import { type Debt, hasSaidSince } from './denials.ts';
import type { Identifier } from './person.ts';
import {
  type IdentifierChanges,
  type IdentifierRecord,
  nothingOnRecord,
  type PastTenure,
  type PersonRecord,
} from './record.ts';
import type { ReportedPair } from './reported-pair.ts';
import { lastEnd } from './tenures.ts';

/** Somebody who leaves a number. */
export interface LeavingCommand {
  readonly number: Identifier;
  readonly at: Milliseconds;
  /** They left it without a notice: the mark by which it keeps their denials. Without it whatever was reported of the number ends. */
  readonly keeps?: ReportedPair | undefined;
}

export interface LeavingChanges {
  /** What was said by the number since is not theirs, but was recorded as theirs: it is cut out, and denials stand for whoever has the number. */
  readonly cut?: { readonly from: Milliseconds } | undefined;
  /** Owed besides what they owe already. */
  readonly debts: readonly Debt[];
  /** What else is on record of the number. */
  readonly number: Required<Pick<IdentifierChanges, 'pairs'>> & IdentifierChanges;
  /** The hold that has ended; absent = they had it for no time: their userId leads on from there, nothing else does. */
  readonly tenure?: PastTenure | undefined;
}

/** A person leaves a number: their tenure ends there (semantics 5). Pure. */
export function decideLeaving(
  {
    person,
    record = nothingOnRecord,
  }: { readonly person: PersonRecord; readonly record?: IdentifierRecord | undefined },
  { number, at, keeps }: LeavingCommand,
): LeavingChanges {
  const { former, heldSince, pairs, keeps: wasUnknown } = record;
  const { subject, pair } = person;
  const isLate = hasSaidSince(subject, at);
  const isEmpty = at <= (heldSince ?? lastEnd(former) ?? Number.NEGATIVE_INFINITY);
  const tenure: PastTenure = {
    subjectId: subject.subjectId,
    since: heldSince,
    until: at,
    seen: subject.phone === number.value ? pair?.first : undefined,
    gap: wasUnknown,
  };
  return {
    cut: isLate ? { from: at } : undefined,
    debts: isLate ? [{ to: number, from: at, over: 'gap' }] : [],
    number: {
      heldSince: undefined,
      keeps: keeps === undefined ? undefined : true,
      pairs: keeps === undefined ? ended(pairs, at) : [...pairs, keeps],
    },
    tenure: isEmpty ? undefined : tenure,
  };
}

/** What was reported of a number, once it has a new holder: it held until then. */
function ended(pairs: readonly ReportedPair[], at: Milliseconds): ReportedPair[] {
  return pairs
    .filter(({ kept }) => kept !== true)
    .map((pair) => (pair.until === undefined ? { ...pair, until: at } : pair));
}
