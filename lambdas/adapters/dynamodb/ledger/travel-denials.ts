import type { App } from '../../../domain/app/app.ts';
import { doubtfulForms, type TravelledOver } from '../../../domain/identity/denials.ts';
import { type Identifier, identifiersOf, type PersonRef } from '../../../domain/identity/person.ts';
import { follows, sameIdentifier } from '../../../domain/identity/reported-pair.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Home } from '../places/place.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';

/** How a no comes to another identifier. */
export interface Way {
  readonly over: TravelledOver;
  /** Whoever holds the identifier today, not whoever held it when the no was said. */
  readonly today: boolean;
}

/** A no as it was recorded. */
export interface RecordedDenial {
  readonly home: Home;
  /** Whoever came after the gap that it fell into. */
  readonly next?: Home | undefined;
}

/** A no that may travel. */
export interface Denial {
  readonly saidAt: Milliseconds;
  /** As it was named by whoever said it. */
  readonly person: PersonRef;
  /** The same no under somebody else, as an entry of its own that names the first. */
  copy(person: PersonRef, way: Way): Promise<RecordedDenial>;
}

interface Stop {
  readonly person: PersonRef;
  readonly way: Way;
  /** To a number that keeps what its last holder said: by the number of then they meant themselves, not who has it today. */
  readonly kept?: boolean;
}

/**
 * Carries a no to every identifier that it stands for (semantics 5): other forms of the number, identifiers that a caller reported
 * to be the same person's (over one such pair only), and whoever came after a gap between two holders. Grants never travel.
 */
export function denialTraveller({ reader, hash }: { readonly reader: PlaceReader; readonly hash: KeyedHash }) {
  /** @param came how the no itself came here; a no that came over a pair follows no other pair */
  async function spread(
    app: App,
    denial: Denial,
    recorded: RecordedDenial,
    came?: TravelledOver,
    seen: Set<string> = new Set(identifiersOf(denial.person).map(nameOf)),
  ): Promise<void> {
    const own: Identifier[] = identifiersOf(recorded.home.subject).filter(({ kind }) => kind !== 'parent-bsuid');
    for (const each of own) seen.add(nameOf(each));
    const stops: Stop[] = [
      ...formsOf(denial.person, recorded.home),
      ...(came === 'pair' ? [] : await partnersOf(app, recorded.home, own, denial.saidAt)),
      ...(recorded.next === undefined
        ? []
        : [{ person: { userId: recorded.next.subject.userId }, way: { over: 'gap', today: true } } satisfies Stop]),
    ];
    for (const { person, way, kept } of stops) {
      const named = person.userId ?? identifiersOf(person).map(nameOf).join();
      if (own.some((each) => nameOf(each) === named)) continue;
      const name = kept === true ? `kept ${named}` : named;
      if (seen.has(name)) continue;
      seen.add(name);
      const copied = await denial.copy(person, way);
      await spread(
        app,
        { ...denial, person },
        copied,
        way.over === 'pair' || came === 'pair' ? 'pair' : way.over,
        seen,
      );
    }
  }

  /** The identifiers that were reported to be the same person's, where the mark stands on both sides. */
  async function partnersOf(app: App, home: Home, own: readonly Identifier[], saidAt: Milliseconds): Promise<Stop[]> {
    if (home.hasPairs !== true) return [];
    const stops: Stop[] = [];
    for (const each of own) {
      const place = await reader.one(app.appId, hash.place(each));
      for (const pair of place?.pairs ?? []) {
        if (!follows(pair, saidAt)) continue;
        const other = await reader.one(app.appId, hash.place(pair.with));
        const back = other?.pairs.find((mark) => sameIdentifier(mark.with, each) && follows(mark, saidAt));
        if (back === undefined) continue;
        const today = pair.kept === true || pair.until === undefined;
        stops.push({ person: refOf(pair.with), way: { over: 'pair', today }, kept: pair.kept === true });
      }
    }
    return stops;
  }

  return { spread };
}

function formsOf(named: PersonRef, home: Home): Stop[] {
  const numbers = [named.phone, home.subject.phone].filter((phone) => phone !== undefined);
  const forms = new Set(numbers.flatMap(doubtfulForms));
  return [...forms].map((phone) => ({ person: { phone }, way: { over: 'form', today: false } }));
}

/** The identifiers of a subject: a no that comes from there goes nowhere back. */
export function namesOf({ subject }: Home): Set<string> {
  return new Set(identifiersOf(subject).map(nameOf));
}

const nameOf = ({ kind, value }: Identifier): string => `${kind}:${value}`;

/** An identifier as somebody would name a person by it. */
export function refOf({ kind, value }: Identifier): PersonRef {
  return kind === 'phone' ? { phone: value } : kind === 'bsuid' ? { bsuid: value } : { parentBsuid: value };
}
