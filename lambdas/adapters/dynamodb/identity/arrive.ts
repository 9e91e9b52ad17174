import type { IdentityDecision } from '../../../domain/identity/decide-identity.ts';
import { debtsToForms } from '../../../domain/identity/denials.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { type Former, type Home, identifierOf, type Place, type Pointer, type Released } from '../places/place.ts';
import { userIdOf } from '../places/user-id.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import type { HomeHolder, Identification, Sighting } from './identify.ts';
import type { SettledPerson } from './settle-person.ts';

type Arrived = Pick<SettledPerson, 'before' | 'home' | 'places' | 'linked'>;

/**
 * The place of an identifier as somebody comes by it. A number that kept the denials of somebody who left it without a notice has a
 * proven new holder: from this act on, and without the denials.
 */
export function taken(sighting: Pick<Sighting, 'place' | 'found'>, at: Milliseconds, proven: boolean): Released {
  const identifier = identifierOf(sighting.found, sighting.place);
  if (identifier.keeps !== true || !proven) return identifier;
  const { keeps: _noMore, ...free } = identifier;
  return { ...free, heldSince: at, pairs: identifier.pairs.filter(({ kept }) => kept !== true) };
}

/** The same for a known person: whoever had another number before came by this one with the act. */
function arrived(sighting: Pick<Sighting, 'identifier' | 'place' | 'found'>, before: Home, at: Milliseconds): Released {
  const free = taken(sighting, at, true);
  return sighting.identifier.kind === 'phone' && before.pair !== undefined ? { ...free, heldSince: at } : free;
}

/** A pointer from the place of an identifier to a home; the holders before stay on record there. */
export function pointerTo(sighting: Pick<Sighting, 'place' | 'found'>, home: Home): Pointer {
  return pointer(identifierOf(sighting.found, sighting.place), home);
}

/** A parent BSUID seen for the first time becomes an alias, if it is nobody else's. */
export function withParent(
  home: Home,
  sightings: readonly Sighting[],
  person: PersonRef,
): { readonly home: Home; readonly places: readonly Place[] } {
  const sighting = sightings.find((each) => each.identifier.kind === 'parent-bsuid');
  if (person.parentBsuid === undefined || home.subject.parentBsuid === person.parentBsuid || sighting === undefined)
    return { home, places: [] };
  if (sighting.held.holder !== undefined) return { home, places: [] };
  return {
    home: { ...home, subject: { ...home.subject, parentBsuid: person.parentBsuid } },
    places: [pointerTo(sighting, home)],
  };
}

export function pointer(identifier: Released, home: Home): Pointer {
  return { ...identifier, kind: 'pointer', subjectId: home.subject.subjectId, home: home.place };
}

/** A known subject with an identifier that a payload showed with it for the first time. */
export function linkedPerson(
  decision: Extract<IdentityDecision<HomeHolder>, { do: 'link' }>,
  found: Identification,
  person: PersonRef,
  at: Milliseconds,
): Arrived {
  const { holder, ...linked } = decision;
  const before = holder.home;
  const parent = withParent(before, found.sightings, person);
  const phone = linked.phone ? person.phone : undefined;
  const bsuid = linked.bsuid ? person.bsuid : undefined;
  const subject = {
    ...parent.home.subject,
    ...(phone !== undefined && { phone }),
    ...(bsuid !== undefined && { bsuid }),
  };
  const wanted = found.sightings.filter(
    ({ identifier, held }) =>
      held.holder === undefined &&
      ((identifier.kind === 'phone' && phone !== undefined) || (identifier.kind === 'bsuid' && bsuid !== undefined)),
  );
  const home: Home = {
    ...parent.home,
    subject,
    // Number and BSUID on one subject are a pair that payloads proved: this one, or this one and the notices since.
    ...(subject.phone !== undefined && subject.bsuid !== undefined && { pair: pairAt(before, phone, at) }),
    ...(wanted.some((each) => each.found !== undefined && each.found.pairs.length > 0) && { hasPairs: true }),
    ...(phone !== undefined && { debts: [...before.debts, ...debtsToForms(before.subject, phone)] }),
  };
  return {
    before,
    home,
    places: [...parent.places, ...wanted.map((sighting) => pointer(arrived(sighting, before, at), home))],
    linked: true,
  };
}

/** A number that is new to the person begins a pair; a BSUID for the number that they have is the pair of now. */
function pairAt(before: Home, phone: string | undefined, at: Milliseconds): NonNullable<Home['pair']> {
  return phone !== undefined || before.pair === undefined ? { first: at, last: at } : before.pair;
}

/** A subject of whom nothing was known. */
export function createdPerson(
  hash: KeyedHash,
  decision: Extract<IdentityDecision<HomeHolder>, { do: 'create' }>,
  { sightings }: Identification,
  person: PersonRef,
  at: Milliseconds,
  seed: string,
): Arrived {
  const subjectId = hash.subjectId(seed);
  const wanted = sightings.filter(
    ({ identifier, held, hold }) =>
      held.holder === undefined &&
      hold.asOf === 'today' &&
      !(identifier.kind === 'phone' && decision.phone !== 'holds') &&
      !(identifier.kind === 'bsuid' && !decision.bsuid),
  );
  const proven = person.phone !== undefined && person.bsuid !== undefined && decision.bsuid;
  const [first, ...others] = wanted;
  // Somebody of whom only a number is known that has another holder now: a home of their own.
  const place = first?.place ?? hash.place({ kind: 'phone', value: `past:${subjectId}` });
  const holdsPhone = decision.phone === 'holds' && person.phone !== undefined;
  const identifier = first === undefined ? identifierOf(undefined, place) : taken(first, at, proven);
  const home: Home = {
    ...identifier,
    kind: 'home',
    head: { sequence: 0, hash: '' },
    windowPlaces: [],
    absorbed: [],
    births: {},
    debts: [],
    ...(proven && { pair: { first: at, last: at } }),
    ...(wanted.some((each) => each.found !== undefined && each.found.pairs.length > 0) && { hasPairs: true }),
    subject: {
      subjectId,
      userId: userIdOf(place, subjectId),
      ...(holdsPhone && { phone: person.phone }),
      ...(decision.bsuid && person.bsuid !== undefined && { bsuid: person.bsuid }),
      ...(person.parentBsuid !== undefined && { parentBsuid: person.parentBsuid }),
      registers: {},
      suppressions: [],
      platformStop: {},
      firstKnownAt: at,
    },
  };
  const earlier: Place[] =
    decision.phone === 'held' ? pastHolder(sightings, home, decision.bsuid ? at : undefined) : [];
  return {
    before: undefined,
    home,
    places: [...others.map((sighting) => pointer(taken(sighting, at, proven), home)), ...earlier],
    linked: false,
  };
}

/** Puts an earlier holder on record at a number that somebody came by later. */
function pastHolder(sightings: readonly Sighting[], home: Home, seen: Milliseconds | undefined): Place[] {
  const sighting = sightings.find(({ identifier }) => identifier.kind === 'phone');
  if (sighting?.found === undefined || sighting.hold.asOf !== 'gap') return [];
  return [withEnded(sighting.found, sighting.hold, home, seen)];
}

/** A place with one more ended tenure, which fills a gap: of somebody whom a payload showed with it then, or of nobody whom we know. */
export function withEnded(
  found: Place,
  gap: { readonly since?: Milliseconds | undefined; readonly until: Milliseconds },
  home: Home,
  seen: Milliseconds | undefined,
): Place {
  const tenure: Former = {
    subjectId: home.subject.subjectId,
    home: home.place,
    ...(gap.since !== undefined && { since: gap.since }),
    until: gap.until,
    ...(seen === undefined ? { gap: true } : { seen }),
  };
  return { ...found, former: [...found.former, tenure] };
}
