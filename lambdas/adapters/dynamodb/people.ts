import type { Milliseconds } from '../../domain/consent/statement.ts';
import { IdentityConflictError, NotFoundError } from '../../domain/errors.ts';
import { decideIdentity } from '../../domain/identity/decide-identity.ts';
import { type Identifier, identifiersOf, type PersonRef } from '../../domain/identity/person.ts';
import type { KnownPerson } from '../../domain/identity/subject.ts';
import { joinWindows, type WindowTimes } from '../../domain/window/customer-service-window.ts';
import type { People } from '../../use-cases/ports.ts';
import type { DocumentTable } from './document-table.ts';
import { underEarlierKeys } from './earlier-keys.ts';
import { type HomeHolder, holderOf, identifier, parseUserId } from './identify.ts';
import { keyedHash } from './keyed-hash.ts';
import { placeKey, windowKey } from './keys.ts';
import { fromPlaceItem, type Home, type Place, type PlaceItem } from './place.ts';
import { nextStep, placeReader } from './place-reader.ts';
import { untilSettled } from './transaction.ts';
import { type WindowItem, windowTimes } from './window-item.ts';

/** Finds people for decisions; every read is strong, so a stop that was acknowledged is seen. */
export function people(table: DocumentTable, identifierKey: string): People {
  const hash = keyedHash(identifierKey);
  const reader = placeReader(table);
  const lookUp = identifier(reader, hash);

  async function find(appId: string, person: PersonRef, at: Milliseconds): Promise<KnownPerson | undefined> {
    return untilSettled(async () => {
      const { decision, windows } = await lookUp.identify(appId, person, at, false);
      if (decision.do !== 'use' && decision.do !== 'link') return undefined;
      return withWindows(appId, decision.holder.home, windows);
    });
  }

  /** The windows of a home, wherever they are kept; those already read are not read again. */
  async function withWindows(
    appId: string,
    home: Home,
    known: ReadonlyMap<string, WindowItem | undefined>,
  ): Promise<KnownPerson> {
    const places = windowPlacesOf(home);
    const missing = places.filter((place) => !known.has(place));
    const read =
      missing.length === 0
        ? []
        : ((await reader.items(missing.map((place) => windowKey(appId, place)))) as WindowItem[]);
    const found = [...places.map((place) => known.get(place)), ...read];
    return { subject: home.subject, window: joined(found) };
  }

  async function findMany(
    appId: string,
    asked: readonly PersonRef[],
    at: Milliseconds,
    windows: boolean,
  ): Promise<readonly (KnownPerson | undefined | Error)[]> {
    return untilSettled(async () => {
      const places = await readPlaces(appId, asked);
      const homes = asked.map((person) => resolve(person, places, at));
      const items = windows ? await windowsOf(appId, homes) : new Map<string, WindowItem>();
      return homes.map((home) => {
        if (home === undefined || home instanceof Error) return home;
        return { subject: home.subject, window: joined(windowPlacesOf(home).map((place) => items.get(place))) };
      });
    });
  }

  /** The places of everybody who was asked for, and of the homes that they lead to: one request a hop, two in the common case. */
  async function readPlaces(appId: string, asked: readonly PersonRef[]): Promise<Map<string, Place | undefined>> {
    const places = new Map<string, Place | undefined>();
    let wanted = new Set(asked.flatMap((person) => startsOf(person)));
    while (wanted.size > 0) {
      const names = [...wanted];
      const items = (await reader.items(names.map((place) => placeKey(appId, place)))) as PlaceItem[];
      for (const name of names) places.set(name, undefined);
      for (const item of items) {
        const place = fromPlaceItem(item);
        places.set(place.place, place);
      }
      wanted = new Set(names.flatMap((name) => leadsTo(places.get(name))).filter((place) => !places.has(place)));
    }
    return places;
  }

  function startsOf(person: PersonRef): string[] {
    const user = person.userId === undefined ? undefined : parseUserId(person.userId);
    return [...identifiersOf(person).map((each) => hash.place(each)), ...(user === undefined ? [] : [user.place])];
  }

  function resolve(
    person: PersonRef,
    places: ReadonlyMap<string, Place | undefined>,
    at: Milliseconds,
  ): Home | undefined | Error {
    const holder = (each: Identifier): HomeHolder | undefined => {
      const found = places.get(hash.place(each));
      if (found === undefined || found.kind === 'released' || (found.heldSince !== undefined && at < found.heldSince))
        return undefined;
      const home = found.kind === 'home' ? found : follow(found.subjectId, found.home, places);
      return home === undefined ? undefined : holderOf(home);
    };
    const held = (value: string | undefined, kind: Identifier['kind']) => {
      const found = value === undefined ? undefined : holder({ kind, value });
      return { asOf: 'present' as const, ...(found !== undefined && { holder: found }) };
    };
    const user = person.userId === undefined ? undefined : parseUserId(person.userId);
    const named = user === undefined ? undefined : follow(user.subjectId, user.place, places);
    if (person.userId !== undefined && named === undefined)
      return new NotFoundError(`There is no user ${person.userId} in this app.`);
    const decision = decideIdentity({
      given: {
        ...(person.phone !== undefined && { phone: person.phone }),
        ...(person.bsuid !== undefined && { bsuid: person.bsuid }),
      },
      phone: held(person.phone, 'phone'),
      bsuid: held(person.bsuid, 'bsuid'),
      parentBsuid: held(person.parentBsuid, 'parent-bsuid'),
      ...(named !== undefined && { user: holderOf(named) }),
      at,
      provider: false,
    });
    if (decision.do === 'conflict')
      return new IdentityConflictError(decision.holders.map(({ home }) => home.subject.userId));
    return decision.do === 'use' || decision.do === 'link' ? decision.holder.home : undefined;
  }

  async function windowsOf(
    appId: string,
    homes: readonly (Home | undefined | Error)[],
  ): Promise<Map<string, WindowItem>> {
    const names = new Set(
      homes.flatMap((home) => (home === undefined || home instanceof Error ? [] : windowPlacesOf(home))),
    );
    const items = (await reader.items([...names].map((place) => windowKey(appId, place)))) as WindowItem[];
    return new Map(items.map((item) => [item.pk.slice(item.pk.indexOf('#') + 1), item]));
  }

  return underEarlierKeys({ find, findMany });
}

const windowPlacesOf = (home: Home): string[] => [home.place, ...home.windowPlaces];

function joined(items: readonly (WindowItem | undefined)[]): WindowTimes {
  return items.reduce<WindowTimes>((times, item) => joinWindows(times, windowTimes(item)), {});
}

/** Where a place leads: its pointer, and those who left it. */
function leadsTo(place: Place | undefined): string[] {
  if (place === undefined) return [];
  return [...(place.kind === 'pointer' ? [place.home] : []), ...place.former.map((former) => former.home)];
}

function follow(subjectId: string, start: string, places: ReadonlyMap<string, Place | undefined>): Home | undefined {
  let [at, wanted] = [start, subjectId];
  for (let step = 0; step < 12; step += 1) {
    const next = nextStep(places.get(at), wanted);
    if (next === undefined || next.found !== undefined) return next?.found;
    [at, wanted] = [next.place, next.subjectId];
  }
  return undefined;
}
