import type { Milliseconds } from '../time.ts';
import { tenureIn } from './decide-earlier-tenure.ts';
import type { IdentityDecision } from './decide-identity.ts';
import { debtOfNext, debtsToForms } from './denials.ts';
import type { PersonRef } from './person.ts';
import { areOfTwoPortfolios, portfolioOf, presentBsuid } from './portfolio.ts';
import {
  type IdentifierChanges,
  type IdentifierRecord,
  nothingOnRecord,
  type PastTenure,
  type PersonChanges,
  type PersonRecord,
  type ProvenPair,
} from './record.ts';
import { bearsPair, type SeenIdentifier, seenOf } from './seen-identifier.ts';
import type { Subject } from './subject.ts';

/** An identifier that leads to a person from now on, and what else changes of it. */
export interface Arrival<S extends SeenIdentifier> {
  readonly seen: S;
  readonly changes: IdentifierChanges;
}

/** What an act changes of a person whom we know. */
export interface ArrivalChanges<S extends SeenIdentifier> {
  readonly person: PersonChanges;
  readonly arrivals: readonly Arrival<S>[];
}

/** The act of somebody, with every identifier that it names. */
export interface NamedAct {
  readonly named: PersonRef;
  readonly at: Milliseconds;
  /** The app's present portfolio; absent = its first. */
  readonly present?: number;
}

/**
 * What of an identifier changes as somebody comes by it. A number that kept the denials of somebody who left it without a notice has
 * a proven new holder: from this act on, and without the denials. Pure, as everything here.
 */
export function takenChanges(
  record: IdentifierRecord | undefined,
  { at, isProven }: { readonly at: Milliseconds; readonly isProven: boolean },
): IdentifierChanges {
  const { keeps, pairs } = record ?? nothingOnRecord;
  if (keeps !== true || !isProven) return {};
  return { keeps: undefined, heldSince: at, pairs: pairs.filter(({ kept }) => kept !== true) };
}

/** The same of somebody who left another number for this one. */
export function movedInto(record: IdentifierRecord | undefined, at: Milliseconds): IdentifierChanges {
  return { ...takenChanges(record, { at, isProven: true }), heldSince: at };
}

/**
 * Somebody who is known by everything that the act names: a payload with both identifiers tells when the pair was seen, a parent
 * BSUID may be new. Of several BSUIDs of theirs that of the present portfolio is the one they are known by.
 *
 * @param isProof the act is a provider's payload
 */
export function decideKnown<S extends SeenIdentifier>(
  { person, seen }: { readonly person: PersonRecord; readonly seen: readonly S[] },
  { named, at, isProof, present = 0 }: NamedAct & { readonly isProof: boolean },
): ArrivalChanges<S> {
  const { pair } = person;
  const isPresent = isProof && named.bsuid !== undefined && portfolioOf(named.bsuid) === present;
  const subject =
    isPresent && areOfTwoPortfolios(person.subject.bsuid, named.bsuid)
      ? { ...person.subject, bsuid: named.bsuid }
      : person.subject;
  const parent = newParent(subject, seen, named);
  const isSeenAgain =
    isProof && isNamed(named) && named.phone === subject.phone && named.bsuid === subject.bsuid && pair !== undefined;
  return {
    person: {
      subject: parent === undefined ? subject : { ...subject, parentBsuid: named.parentBsuid },
      pair: isSeenAgain ? { first: Math.min(pair.first, at), last: Math.max(pair.last, at) } : pair,
    },
    arrivals: parent === undefined ? [] : [{ seen: parent, changes: {} }],
  };
}

/** A known subject with an identifier that a payload showed with it for the first time. */
export function decideLink<S extends SeenIdentifier>(
  { person, seen }: { readonly person: PersonRecord; readonly seen: readonly S[] },
  { named, at, link, present = 0 }: NamedAct & { readonly link: { readonly phone: boolean; readonly bsuid: boolean } },
): ArrivalChanges<S> {
  const parent = newParent(person.subject, seen, named);
  const phone = link.phone ? named.phone : undefined;
  const bsuid = link.bsuid ? named.bsuid : undefined;
  const subject: Subject = {
    ...person.subject,
    parentBsuid: parent === undefined ? person.subject.parentBsuid : named.parentBsuid,
    phone: phone ?? person.subject.phone,
    bsuid: presentBsuid(person.subject.bsuid, bsuid, present),
  };
  const wanted = seen.filter(
    ({ identifier: { kind }, held }) =>
      held.holder === undefined &&
      ((kind === 'phone' && phone !== undefined) || (kind === 'bsuid' && bsuid !== undefined)),
  );
  // Number and BSUID on one subject are a pair that payloads proved: this one, or this one and the notices since.
  const isPair = subject.phone !== undefined && subject.bsuid !== undefined;
  const owes = phone === undefined ? [] : debtsToForms(person.subject, phone);
  // Whoever had another number before came by this one with the act.
  const hadNumber = person.pair !== undefined;
  const changesOf = ({ identifier, found }: S) =>
    identifier.kind === 'phone' && hadNumber ? movedInto(found, at) : takenChanges(found, { at, isProven: true });
  return {
    person: {
      subject,
      pair: isPair ? pairSince(person.pair, phone, at, named.phone === subject.phone) : person.pair,
      hasPairs: wanted.some(bearsPair) || person.hasPairs,
      debts: [...person.debts, ...owes],
    },
    arrivals: [
      ...(parent === undefined ? [] : [{ seen: parent, changes: {} }]),
      ...wanted.map((each) => ({ seen: each, changes: changesOf(each) })),
    ],
  };
}

/**
 * A number that is new to the person begins a pair; a BSUID for the number that they have is the pair of now. Who had one already got it
 * in another portfolio: both tell when they were seen with the number.
 */
function pairSince(
  pair: ProvenPair | undefined,
  phone: string | undefined,
  at: Milliseconds,
  isOwnNumber: boolean,
): ProvenPair {
  if (phone !== undefined || pair === undefined) return { first: at, last: at };
  return isOwnNumber ? { first: Math.min(pair.first, at), last: Math.max(pair.last, at) } : pair;
}

/** A parent BSUID seen for the first time becomes an alias, if it is nobody else's. */
function newParent<S extends SeenIdentifier>(
  subject: Subject,
  seen: readonly S[],
  { parentBsuid }: PersonRef,
): S | undefined {
  const parent = seenOf(seen, 'parent-bsuid');
  if (parentBsuid === undefined || subject.parentBsuid === parentBsuid) return undefined;
  return parent?.held.holder === undefined ? parent : undefined;
}

/** Somebody of whom nothing was known. */
export interface CreationChanges<S extends SeenIdentifier> {
  readonly person: Omit<PersonRecord, 'subject'> & { readonly subject: Omit<Subject, 'userId'> };
  /** The first one is where they are kept; none = they hold nothing now. */
  readonly arrivals: readonly Arrival<S>[];
  /** The number that they held before its next holder: goes on record there. */
  readonly earlier?: { readonly seen: S; readonly tenure: PastTenure } | undefined;
}

/**
 * @param state `next`: whoever came after the gap of the number, where the new person held it then
 * @param command `create`: what of the named identifiers is theirs
 */
export function decideCreation<S extends SeenIdentifier>(
  { seen, next }: { readonly seen: readonly S[]; readonly next?: Subject | undefined },
  {
    named,
    at,
    subjectId,
    create,
  }: NamedAct & {
    readonly subjectId: string;
    readonly create: Omit<Extract<IdentityDecision<never>, { do: 'create' }>, 'do'>;
  },
): CreationChanges<S> {
  const isProven = isNamed(named) && create.bsuid;
  const wanted = seen.filter(
    ({ identifier: { kind }, held, hold }) =>
      held.holder === undefined &&
      hold.asOf === 'today' &&
      !(kind === 'phone' && create.phone !== 'holds') &&
      !(kind === 'bsuid' && !create.bsuid),
  );
  const number = create.phone === 'held' ? seenOf(seen, 'phone') : undefined;
  const gap = number?.hold.asOf === 'gap' ? number.hold : undefined;
  const tookOver = number !== undefined && gap !== undefined && create.bsuid;
  return {
    person: {
      subject: {
        subjectId,
        phone: create.phone === 'holds' ? named.phone : undefined,
        bsuid: create.bsuid ? named.bsuid : undefined,
        parentBsuid: named.parentBsuid,
        registers: {},
        suppressions: [],
        platformStop: {},
        firstKnownAt: at,
      },
      pair: isProven ? { first: at, last: at } : undefined,
      hasPairs: wanted.some(bearsPair) || undefined,
      // Who held the number before somebody whom we know takes over what was said by it then.
      debts: tookOver ? debtOfNext(next, number.identifier.value, gap) : [],
      absorbed: [],
    },
    arrivals: wanted.map((each) => ({ seen: each, changes: takenChanges(each.found, { at, isProven }) })),
    earlier:
      number?.found === undefined || gap === undefined
        ? undefined
        : { seen: number, tenure: tenureIn(gap, subjectId, create.bsuid ? at : undefined) },
  };
}

function isNamed({ phone, bsuid }: PersonRef): boolean {
  return phone !== undefined && bsuid !== undefined;
}
