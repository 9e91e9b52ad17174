import { IdentityConflictError, NotFoundError } from '../../../domain/errors.ts';
import { type Identifier, identifiersOf, type PersonRef } from '../../../domain/identity/person.ts';
import type { KnownPerson } from '../../../domain/identity/subject.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { joinWindows, type WindowTimes } from '../../../domain/window/customer-service-window.ts';
import type { People } from '../../../use-cases/ledger/ports.ts';
import type { Home, Place } from '../places/place.ts';
import { longestTrail, nextStep, type PlaceReader, placeReader } from '../places/place-reader.ts';
import { parseUserId } from '../places/user-id.ts';
import { type WindowItem, windowTimes } from '../places/window-item.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type KeyedHash, keyedHash } from '../table/keyed-hash.ts';
import { untilSettled } from '../table/transaction.ts';
import { underEarlierKeys } from './earlier-keys.ts';
import { formerBsuids, underFormerPortfolios } from './former-bsuids.ts';
import { type Asked, askedAbout, personIdentifier } from './identify.ts';
import { type HomeHolder, homeHolder } from './sighting.ts';

/** Finds people for decisions; every read is strong, so a stop that was acknowledged is seen. */
export function people(table: DocumentTable, identifierKey: string): People {
  return peopleAt(placeReader(table), keyedHash(identifierKey));
}

/** The same by a reader of places that has read some of them already. */
export function peopleAt(reader: PlaceReader, hash: KeyedHash): People {
  const lookUp = personIdentifier(reader, hash);

  async function find(appId: string, person: PersonRef, at: Milliseconds): Promise<KnownPerson | undefined> {
    return untilSettled(async () => {
      const seen = await lookUp.look(appId, person, at);
      return found(appId, seen.answer, seen.beside, seen.windows);
    });
  }

  async function search(appId: string, person: PersonRef, at: Milliseconds): Promise<KnownPerson | undefined> {
    return untilSettled(async () => {
      const seen = await lookUp.look(appId, person, at);
      const own = seen.answer ?? seen.beside;
      if (own !== undefined) return found(appId, own, undefined, seen.windows);
      for (const pair of seen.sightings.flatMap(({ found: place }) => place?.pairs ?? [])) {
        if (pair.until !== undefined) continue;
        const other = await lookUp.sight(appId, pair.with, at);
        if (other.held.holder !== undefined) return found(appId, other.held.holder, undefined, seen.windows);
      }
      return undefined;
    });
  }

  async function found(
    appId: string,
    holder: HomeHolder | undefined,
    beside: HomeHolder | undefined,
    windows: ReadonlyMap<string, WindowItem | undefined>,
  ): Promise<KnownPerson | undefined> {
    if (holder === undefined) return undefined;
    const person = await withWindows(appId, holder.home, windows);
    return beside === undefined ? person : { ...person, beside: beside.home.subject };
  }

  /** The windows of a home, wherever they are kept; those already read are not read again. */
  async function withWindows(
    appId: string,
    home: Home,
    known: ReadonlyMap<string, WindowItem | undefined>,
  ): Promise<KnownPerson> {
    const places = windowPlacesOf(home);
    const read = await reader.windows(
      appId,
      places.filter((place) => !known.has(place)),
    );
    const found = [...places.map((place) => known.get(place)), ...read.values()];
    const { subject, absorbed } = home;
    return { subject, window: joined(found), ...(absorbed.length > 0 && { absorbed }) };
  }

  async function findMany(
    appId: string,
    asked: readonly PersonRef[],
    windows: boolean,
  ): Promise<readonly (KnownPerson | undefined | Error)[]> {
    return untilSettled(async () => {
      const named = asked.map(namedIn);
      const places = await readPlaces(appId, named);
      const answers = named.map((each) => resolve(each, places));
      const homes = answers.map((answer) => (answer instanceof Error ? answer : answer.answer?.home));
      const items = windows ? await windowsOf(appId, homes) : new Map<string, WindowItem>();
      return answers.map((answer) => {
        if (answer instanceof Error) return answer;
        const { answer: holder, beside } = answer;
        if (holder === undefined) return undefined;
        return {
          subject: holder.home.subject,
          window: joined(windowPlacesOf(holder.home).map((place) => items.get(place))),
          beside: beside?.home.subject,
        };
      });
    });
  }

  /** Where to look for somebody. A place costs an HMAC, so its name is made once. */
  function namedIn(person: PersonRef): Named {
    const user = person.userId === undefined ? undefined : parseUserId(person.userId);
    return { person, user, seen: identifiersOf(person).map((each) => ({ identifier: each, place: hash.place(each) })) };
  }

  /** The places of everybody who was asked for, and of the homes that they lead to: one request a hop, two in the common case. */
  async function readPlaces(appId: string, asked: readonly Named[]): Promise<Map<string, Place | undefined>> {
    const places = new Map<string, Place | undefined>();
    let wanted = new Set(asked.flatMap(startsOf));
    while (wanted.size > 0) {
      const names = [...wanted];
      const found = await reader.places(appId, names);
      for (const name of names) places.set(name, found.get(name));
      wanted = new Set(names.flatMap((name) => leadsTo(places.get(name))).filter((place) => !places.has(place)));
    }
    return places;
  }

  function resolve(
    { person, user, seen }: Named,
    places: ReadonlyMap<string, Place | undefined>,
  ): Pick<Asked, 'answer' | 'beside'> | Error {
    const sightings = seen.map(({ identifier, place }) => {
      const found = places.get(place);
      const home =
        found === undefined || found.kind === 'released'
          ? undefined
          : found.kind === 'home'
            ? found
            : follow(found.subjectId, found.home, places);
      return {
        identifier,
        held: { asOf: 'today' as const, holder: home && homeHolder(home) },
      };
    });
    const named = user === undefined ? undefined : follow(user.subjectId, user.place, places);
    if (person.userId !== undefined && named === undefined)
      return new NotFoundError(`There is no user ${person.userId} in this app.`);
    try {
      return askedAbout(person, sightings, named && homeHolder(named));
    } catch (error) {
      if (error instanceof IdentityConflictError) return error;
      throw error;
    }
  }

  async function windowsOf(
    appId: string,
    homes: readonly (Home | undefined | Error)[],
  ): Promise<ReadonlyMap<string, WindowItem>> {
    return reader.windows(
      appId,
      homes.flatMap((home) => (home === undefined || home instanceof Error ? [] : windowPlacesOf(home))),
    );
  }

  return underFormerPortfolios(underEarlierKeys({ find, search, findMany }), formerBsuids({ reader, hash }));
}

/** Somebody who is asked for among many, with the names of the places where they may be. */
interface Named {
  readonly person: PersonRef;
  readonly user: ReturnType<typeof parseUserId>;
  readonly seen: readonly { readonly identifier: Identifier; readonly place: string }[];
}

const startsOf = ({ user, seen }: Named): string[] => [
  ...seen.map(({ place }) => place),
  ...(user === undefined ? [] : [user.place]),
];

const windowPlacesOf = (home: Home): string[] => [home.place, ...home.windowPlaces];

function joined(items: readonly (WindowItem | undefined)[]): WindowTimes {
  return items.reduce<WindowTimes>((times, item) => joinWindows(times, windowTimes(item)), {});
}

/** Where a place leads: its pointer, and those who left it. */
function leadsTo(place: Place | undefined): string[] {
  if (place === undefined) return [];
  const past = [...place.trail, ...place.former].map(({ home }) => home);
  return [...(place.kind === 'pointer' ? [place.home] : []), ...past];
}

function follow(subjectId: string, start: string, places: ReadonlyMap<string, Place | undefined>): Home | undefined {
  let [at, wanted] = [start, subjectId];
  for (let step = 0; step < longestTrail; step += 1) {
    const next = nextStep(places.get(at), wanted);
    if (next === undefined || next.found !== undefined) return next?.found;
    [at, wanted] = [next.place, next.subjectId];
  }
  return undefined;
}
