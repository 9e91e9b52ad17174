import type { App } from '../../domain/app/app.ts';
import type { Milliseconds } from '../../domain/consent/statement.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { userIdOf } from './eligible-row-item.ts';
import type { HomeHolder, Identification, PersonIdentifier, Sighting } from './identify.ts';
import type { KeyedHash } from './keyed-hash.ts';
import type { Former, Home, Place, Pointer } from './place.ts';
import { StaleReadError } from './transaction.ts';
import type { WindowItem } from './window-item.ts';

/** The subject of an act, ready to be written: links and creation go into the transaction of the act itself. */
export interface SettledPerson {
  /** As read; undefined for a subject that the act creates. */
  readonly before: Home | undefined;
  /** With new identifiers already on it. */
  readonly home: Home;
  /** Other places to write in the same transaction. */
  readonly places: readonly Place[];
  readonly windows: ReadonlyMap<string, WindowItem | undefined>;
}

/** Changes of who holds what that need a transaction of their own before the act. */
export interface IdentityChanges {
  merge(app: App, survivor: Home, loser: Home, phone: string | undefined, at: Milliseconds): Promise<void>;
  takeOver(app: App, from: Home, phonePlace: Sighting, at: Milliseconds): Promise<void>;
}

/**
 * Finds or makes the subject of an act. Two subjects that turn out to be one are merged, and a number with a new holder is
 * released, before the act is written: both throw StaleReadError, so the caller's loop looks again and finds the settled state.
 *
 * @param seed unique; names the subject if one is made
 */
export async function settlePerson(
  deps: { readonly identifier: PersonIdentifier; readonly changes: IdentityChanges; readonly hash: KeyedHash },
  app: App,
  person: PersonRef,
  at: Milliseconds,
  provider: boolean,
  seed: string,
): Promise<SettledPerson> {
  const found = await deps.identifier.identify(app.appId, person, at, provider);
  const { decision, sightings, windows } = found;
  switch (decision.do) {
    case 'use':
      return { ...withParent(decision.holder.home, sightings, person), windows };
    case 'link':
      return { ...linked(decision.holder, found, person, at), windows };
    case 'create':
      return { ...created(deps.hash, decision, sightings, person, at, seed), windows };
    case 'merge':
      await deps.changes.merge(app, decision.survivor.home, decision.loser.home, person.phone, at);
      throw new StaleReadError('two people were merged');
    case 'take-over': {
      const phonePlace = sightings.find((each) => each.identifier.kind === 'phone');
      if (phonePlace === undefined) throw new Error('A number was taken over that nobody gave.');
      await deps.changes.takeOver(app, decision.from.home, phonePlace, at);
      throw new StaleReadError('a number was released');
    }
    case 'conflict':
      throw new Error('A conflict is answered where people are identified.');
  }
}

/** A pointer from the place of an identifier to a home; the holders before stay on record there. */
export function pointerTo(sighting: Pick<Sighting, 'place' | 'found'>, home: Home): Pointer {
  const former = sighting.found?.former ?? [];
  const heldSince = lastRelease(former) ?? sighting.found?.heldSince;
  return {
    kind: 'pointer',
    place: sighting.place,
    version: sighting.found?.version ?? 0,
    former,
    ...(heldSince !== undefined && { heldSince }),
    subjectId: home.subject.subjectId,
    home: home.place,
  };
}

/** When the identifier was last left by somebody; undefined when nobody ever left it. */
export function lastRelease(former: readonly Former[]): Milliseconds | undefined {
  const times = former.map((each) => each.until).filter((until) => until > 0);
  return times.length === 0 ? undefined : Math.max(...times);
}

/** A parent BSUID seen for the first time becomes an alias, if it is nobody else's. */
function withParent(home: Home, sightings: readonly Sighting[], person: PersonRef): Omit<SettledPerson, 'windows'> {
  const sighting = sightings.find((each) => each.identifier.kind === 'parent-bsuid');
  if (person.parentBsuid === undefined || home.subject.parentBsuid === person.parentBsuid || sighting === undefined) {
    return { before: home, home, places: [] };
  }
  if (sighting.held.holder !== undefined) return { before: home, home, places: [] };
  return {
    before: home,
    home: { ...home, subject: { ...home.subject, parentBsuid: person.parentBsuid } },
    places: [pointerTo(sighting, home)],
  };
}

function linked(
  holder: HomeHolder,
  found: Identification,
  person: PersonRef,
  at: Milliseconds,
): Omit<SettledPerson, 'windows'> {
  const { decision, sightings } = found;
  if (decision.do !== 'link') throw new Error('Only a link links.');
  const parent = withParent(holder.home, sightings, person);
  const phone = decision.phone ? person.phone : undefined;
  const bsuid = decision.bsuid ? person.bsuid : undefined;
  const isPair = person.phone !== undefined && person.bsuid !== undefined;
  const home: Home = {
    ...parent.home,
    subject: { ...parent.home.subject, ...(phone !== undefined && { phone }), ...(bsuid !== undefined && { bsuid }) },
    ...(isPair && { pairedAt: at }),
  };
  const wanted = sightings.filter(
    ({ identifier, held }) =>
      held.holder === undefined &&
      ((identifier.kind === 'phone' && phone !== undefined) || (identifier.kind === 'bsuid' && bsuid !== undefined)),
  );
  return {
    before: holder.home,
    home,
    places: [...parent.places, ...wanted.map((sighting) => pointerTo(sighting, home))],
  };
}

function created(
  hash: KeyedHash,
  decision: { readonly phone: 'present' | 'past' | 'none' },
  sightings: readonly Sighting[],
  person: PersonRef,
  at: Milliseconds,
  seed: string,
): Omit<SettledPerson, 'windows'> {
  const subjectId = hash.subjectId(seed);
  const free = sightings.filter(
    ({ identifier, held }) =>
      held.holder === undefined && !(identifier.kind === 'phone' && decision.phone !== 'present'),
  );
  const [first, ...others] = free;
  // Somebody of whom only a number is known that has another holder now: a home of their own.
  const place = first?.place ?? hash.place({ kind: 'phone', value: `past:${subjectId}` });
  const former = first?.found?.former ?? [];
  const heldSince = lastRelease(former);
  const ownsPhone = decision.phone === 'present' && person.phone !== undefined;
  const home: Home = {
    kind: 'home',
    place,
    version: first?.found?.version ?? 0,
    former,
    ...(heldSince !== undefined && { heldSince }),
    head: { sequence: 0, hash: '' },
    windowPlaces: [],
    absorbed: [],
    ...(ownsPhone && person.bsuid !== undefined && { pairedAt: at }),
    subject: {
      subjectId,
      userId: userIdOf(place, subjectId),
      ...(ownsPhone && { phone: person.phone }),
      ...(person.bsuid !== undefined && { bsuid: person.bsuid }),
      ...(person.parentBsuid !== undefined && { parentBsuid: person.parentBsuid }),
      registers: {},
      suppressions: [],
      platformStop: {},
      firstKnownAt: at,
    },
  };
  return {
    before: undefined,
    home,
    places: [...others.map((sighting) => pointerTo(sighting, home)), ...pastHolder(decision, sightings, home)],
  };
}

/** Puts a past holder on record at the number that has another holder now. */
function pastHolder(decision: { readonly phone: string }, sightings: readonly Sighting[], home: Home): Place[] {
  const sighting = sightings.find((each) => each.identifier.kind === 'phone');
  if (decision.phone !== 'past' || sighting?.found === undefined) return [];
  const { found } = sighting;
  const paired = sighting.held.holder?.pairedAt;
  const until = found.heldSince ?? paired ?? 0;
  return [
    {
      ...found,
      former: [...found.former, { subjectId: home.subject.subjectId, home: home.place, until }],
      heldSince: until,
    },
  ];
}
