import type { FoldedStatement } from '../consent/fold.ts';
import type { InMarketing } from '../consent/standing.ts';
import type { Milliseconds } from '../time.ts';
import { debtsToForms } from './denials.ts';
import { joinFirstContacts } from './join-first-contacts.ts';
import { joinSubjects } from './join-subjects.ts';
import { identifiersOf } from './person.ts';
import { presentBsuid } from './portfolio.ts';
import type { IdentifierRecord, PersonChanges, PersonRecord, ProvenPair } from './record.ts';
import { type ReportedPair, settledPairs } from './reported-pair.ts';
import type { Subject } from './subject.ts';

/** A person with the marks of the identifier under which they are kept. */
export type MarkedPerson = PersonRecord & Pick<IdentifierRecord, 'pairs'>;

/** Two people who are one. */
export interface MergeState {
  readonly survivor: MarkedPerson;
  readonly loser: MarkedPerson;
  /** The statements of both; needed where `joinNeedsHistory` says so. */
  readonly history?: readonly FoldedStatement[] | undefined;
}

export interface MergeCommand {
  /** The number that was seen at `at`, where the two know different ones. */
  readonly phone?: string | undefined;
  readonly at: Milliseconds;
  /** The app's present portfolio; absent = its first. */
  readonly present?: number;
}

export interface MergeChanges {
  /** Of the survivor, with the marks of their identifier. */
  readonly survivor: PersonChanges & { readonly subject: Subject; readonly pairs: readonly ReportedPair[] };
  /** What is left at the identifier of the loser, which leads to the survivor. */
  readonly loser: { readonly pairs: readonly ReportedPair[] };
}

/**
 * Two subjects turn out to be one (semantics 5): the survivor has what both knew, said and owe. Pure.
 */
export function decideMerge(
  { survivor, loser, history }: MergeState,
  { phone, at, present = 0 }: MergeCommand,
  inMarketing: InMarketing,
): MergeChanges {
  const joined = joinSubjects(survivor.subject, loser.subject, history, inMarketing);
  const subject = mergedSubject(joined, loser.subject, phone, present);
  const owes = subject.phone === undefined ? [] : debtsToForms(subject, subject.phone);
  const theirs = identifiersOf(subject);
  return {
    survivor: {
      subject,
      pair: subject.bsuid === undefined ? survivor.pair : joinPairs(survivor, loser, subject.phone, at),
      hasPairs: survivor.hasPairs || loser.hasPairs,
      debts: [...survivor.debts, ...loser.debts, ...owes],
      absorbed: [...survivor.absorbed, loser.subject.subjectId, ...loser.absorbed],
      pairs: settledPairs(survivor.pairs, theirs, at),
    },
    loser: { pairs: settledPairs(loser.pairs, theirs, at) },
  };
}

/** The survivor, with what only the loser knew of who they are. */
function mergedSubject(a: Subject, b: Subject, seen: string | undefined, present: number): Subject {
  const known = a.phone ?? b.phone;
  return {
    ...a,
    phone: known === undefined ? undefined : (seen ?? known),
    bsuid: presentBsuid(b.bsuid, a.bsuid, present),
    parentBsuid: a.parentBsuid ?? b.parentBsuid,
    ...joinFirstContacts(a, b),
    firstKnownAt: Math.min(a.firstKnownAt, b.firstKnownAt),
    unsettled: a.unsettled || b.unsettled,
  };
}

/** When the two identifiers were first and last seen together; another number than the one that they have says nothing of it. */
function joinPairs(a: PersonRecord, b: PersonRecord, phone: string | undefined, at: Milliseconds): ProvenPair {
  const isOther = (each: PersonRecord) => each.subject.phone !== undefined && each.subject.phone !== phone;
  const pairs = a.pair !== undefined && b.pair !== undefined ? [a, b].filter((each) => !isOther(each)) : [a, b];
  const times = [...pairs.flatMap(({ pair }) => [pair?.first, pair?.last]), at].filter((time) => time !== undefined);
  return { first: Math.min(...times), last: Math.max(...times) };
}
