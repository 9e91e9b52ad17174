import { doubtfulForms, type TravelledOver } from '../identity/denials.ts';
import { type Identifier, identifiersOf, type PersonRef } from '../identity/person.ts';
import { follows, type ReportedPair, sameIdentifier } from '../identity/reported-pair.ts';
import type { Subject } from '../identity/subject.ts';
import type { Milliseconds } from '../time.ts';

/** How a no comes to another identifier. */
export interface Way {
  readonly over: TravelledOver;
  /** Whoever holds the identifier today, not whoever held it when the no was said. */
  readonly today: boolean;
}

/** Where a no goes next. */
export interface Stop {
  readonly person: PersonRef;
  readonly way: Way;
  /** A no comes to one of a name once. */
  readonly name: string;
}

/** A mark of one of the person's identifiers that a no may follow, with what bears the mark back. */
export interface PairToFollow {
  readonly of: Identifier;
  readonly pair: ReportedPair;
  /** The marks of the other identifier. */
  readonly back: readonly ReportedPair[];
}

/** The identifiers by which a no may have come already: those that a person holds. A parent BSUID names a whole portfolio. */
export function ownNames(subject: Pick<Subject, 'phone' | 'bsuid'>): readonly string[] {
  return ownIdentifiers(subject).map(nameOf);
}

/** The identifiers of a person that bear marks. */
export function ownIdentifiers({ phone, bsuid }: Pick<Subject, 'phone' | 'bsuid'>): readonly Identifier[] {
  return identifiersOf({ phone, bsuid });
}

/** The names of all identifiers by which somebody is named. */
export function namesOf(person: PersonRef): string[] {
  return identifiersOf(person).map(nameOf);
}

/** Whether a no follows reported pairs: one that came over a pair follows no other. */
export function followsPairs(came: TravelledOver | undefined): boolean {
  return came !== 'pair';
}

/** The marks that a no may follow, if the other side bears them too. */
export function pairsToFollow(marks: readonly ReportedPair[], saidAt: Milliseconds): readonly ReportedPair[] {
  return marks.filter((mark) => follows(mark, saidAt));
}

/**
 * Every identifier that a no stands for beside the one under which it was recorded (semantics 5): other forms of the number,
 * identifiers that a caller reported to be the same person's, and whoever came after a gap between two holders. Grants never travel.
 *
 * @param named as whoever said it named them
 * @param at whom it was recorded of, and who came after the gap that it fell into
 * @param pairs with the marks of the other side
 */
export function stopsOf(
  { person: named, saidAt }: { readonly person: PersonRef; readonly saidAt: Milliseconds },
  at: { readonly subject: Subject; readonly nextUserId?: string | undefined },
  pairs: readonly PairToFollow[],
): readonly Stop[] {
  const own = ownNames(at.subject);
  const next = at.nextUserId;
  const stops = [
    ...formsOf(named, at.subject),
    ...pairs.flatMap((pair) => overPair(pair, saidAt)),
    ...(next === undefined ? [] : [stop({ userId: next }, { over: 'gap', today: true })]),
  ];
  return stops.filter(({ person }) => !own.includes(nameOfStop(person)));
}

/** How a no has come that goes on from somewhere else: over a pair for ever, once it did. */
export function cameOver(way: Way, before: TravelledOver | undefined): TravelledOver {
  return before === 'pair' ? 'pair' : way.over;
}

function formsOf(named: PersonRef, { phone: own }: Subject): Stop[] {
  const numbers = [named.phone, own].filter((phone) => phone !== undefined);
  const forms = new Set(numbers.flatMap(doubtfulForms));
  return [...forms].map((phone) => stop({ phone }, { over: 'form', today: false }));
}

/** The other identifier of a pair, where the mark stands on both sides. */
function overPair({ of, pair, back }: PairToFollow, saidAt: Milliseconds): Stop[] {
  if (!back.some((mark) => sameIdentifier(mark.with, of) && follows(mark, saidAt))) return [];
  const kept = pair.kept === true;
  const found = stop(refOf(pair.with), { over: 'pair', today: kept || pair.until === undefined });
  // A number that keeps what its last holder said: by the number of then they meant themselves, not who has it today.
  return [kept ? { ...found, name: `kept ${found.name}` } : found];
}

function stop(person: PersonRef, way: Way): Stop {
  return { person, way, name: nameOfStop(person) };
}

const nameOfStop = (person: PersonRef): string => person.userId ?? namesOf(person).join();

const nameOf = ({ kind, value }: Identifier): string => `${kind}:${value}`;

/** An identifier as somebody would name a person by it. */
export function refOf({ kind, value }: Identifier): PersonRef {
  return kind === 'phone' ? { phone: value } : kind === 'bsuid' ? { bsuid: value } : { parentBsuid: value };
}
