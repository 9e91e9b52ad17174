import type { Milliseconds } from '../time.ts';
import { debtOfNext, hasDenials } from './denials.ts';
import type { Identifier } from './person.ts';
import {
  type IdentifierChanges,
  type IdentifierRecord,
  nothingOnRecord,
  type PastTenure,
  type PersonChanges,
  type PersonRecord,
  type Stretch,
} from './record.ts';
import { type KeptMarks, keptMarks } from './reported-pair.ts';
import type { Subject } from './subject.ts';
import { type Hold, lastEnd } from './tenures.ts';

/** A number that somebody held earlier, as a late payload shows. */
export interface EarlierTenureState {
  readonly person: PersonRecord;
  readonly number: Identifier;
  readonly record?: IdentifierRecord | undefined;
  /** Who held it at the time of the payload. */
  readonly hold: Hold<PastTenure>;
  /** Whoever holds it today (`hold` today), or came by it after the gap. */
  readonly other?: Subject | undefined;
}

export type EarlierTenureChanges =
  /** They held it in a gap, before somebody whom we know came by it. */
  | {
      readonly held: 'in-gap';
      readonly person: PersonChanges & Pick<PersonRecord, 'debts'>;
      readonly tenure: PastTenure;
    }
  /** It leads to them still: they leave it (`decideLeaving`), and it keeps their denials. */
  | {
      readonly held: 'until-now';
      readonly until: Milliseconds;
      readonly person: PersonChanges & Pick<PersonRecord, 'debts'>;
      readonly bsuid: Identifier;
      readonly kept: KeptMarks;
    }
  /** It leads to nobody, or to somebody who came by it since: it keeps their denials of that time. */
  | {
      readonly held: 'before';
      readonly person: PersonChanges & Pick<PersonRecord, 'debts'>;
      readonly bsuid: Identifier;
      readonly kept: KeptMarks;
      readonly number: IdentifierChanges;
      readonly tenure: PastTenure;
    };

/**
 * A late payload shows that a person held a number earlier: before somebody whom we know came by it, or (`until`) before they had
 * the number that is theirs now (semantics 5). Pure.
 *
 * @throws Error for a number that an earlier holder had, and for somebody without a BSUID or an `until` where it is no gap
 */
export function decideEarlierTenure(
  { person, number, record = nothingOnRecord, hold, other }: EarlierTenureState,
  { at, until }: { readonly at: Milliseconds; readonly until?: Milliseconds | undefined },
): EarlierTenureChanges {
  const { subject } = person;
  const isSame = other?.subjectId === subject.subjectId;
  if (hold.asOf === 'gap') {
    const debts = isSame ? [] : debtOfNext(other, number.value, hold);
    return {
      held: 'in-gap',
      person: { pair: pairSeen(person, at), debts: [...person.debts, ...debts] },
      tenure: tenureIn(hold, subject.subjectId, at),
    };
  }
  if (hold.asOf !== 'today' || until === undefined || subject.bsuid === undefined)
    throw new Error('Only a number that is not theirs today was held earlier by somebody who has another.');
  const bsuid: Identifier = { kind: 'bsuid', value: subject.bsuid };
  const kept = keptMarks({ number, bsuid, until });
  const owes = hasDenials(subject) ? [{ to: number, until, over: 'pair' as const }] : [];
  const debts = [...person.debts, ...owes];
  if (isSame) return { held: 'until-now', until, person: { hasPairs: true, debts }, bsuid, kept };
  const stretch = { since: hold.since, until };
  return {
    held: 'before',
    person: {
      pair: pairSeen(person, at),
      hasPairs: true,
      debts: [...debts, ...debtOfNext(other, number.value, stretch)],
    },
    bsuid,
    kept,
    number: {
      pairs: [...record.pairs, kept.atNumber],
      keeps: true,
      heldSince: other === undefined ? record.heldSince : until,
    },
    tenure: tenureIn(stretch, subject.subjectId, at),
  };
}

/** Whoever had another number before came to today's only when they were first seen with it: the time before is not theirs. */
export function decideBeginning(
  { subject, pair }: PersonRecord,
  record: IdentifierRecord | undefined,
): Stretch | undefined {
  if (subject.phone === undefined || pair === undefined || record === undefined) return undefined;
  const since = record.heldSince ?? lastEnd(record.former) ?? Number.NEGATIVE_INFINITY;
  return since >= pair.first ? undefined : { until: pair.first };
}

/** An ended tenure that fills a gap: of somebody whom a payload showed with it at `seen`, or of nobody whom we know. */
export function tenureIn(
  { since, until }: { readonly since?: Milliseconds | undefined; readonly until: Milliseconds },
  subjectId: string,
  seen: Milliseconds | undefined,
): PastTenure {
  return { subjectId, since, until, seen, gap: seen === undefined ? true : undefined };
}

/** When somebody without a number was seen with one that they no longer have. */
function pairSeen({ subject, pair }: PersonRecord, at: Milliseconds): PersonRecord['pair'] {
  if (subject.phone !== undefined) return pair;
  return { first: Math.min(pair?.first ?? at, at), last: Math.max(pair?.last ?? at, at) };
}
