import type { Arrival, ArrivalChanges, CreationChanges } from '../../../domain/identity/decide-arrival.ts';
import type { ReportedPair } from '../../../domain/identity/reported-pair.ts';
import { type Home, identifierOf, type Place, pointerTo } from '../places/place.ts';
import { userIdOf } from '../places/user-id.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import { ownPlace } from './relocate-home.ts';
import type { Sighting } from './sighting.ts';

/** A home as an act leaves it, with the other places that change. */
export interface Arrived {
  readonly home: Home;
  readonly places: readonly Place[];
}

/** A known subject, with what an act changes of it. */
export function arrived(before: Home, { person, arrivals }: ArrivalChanges<Sighting>): Arrived {
  const home: Home = { ...before, ...person };
  return { home, places: pointersTo(home, arrivals) };
}

/** A subject of whom nothing was known. */
export function created(hash: KeyedHash, { person, arrivals, earlier }: CreationChanges<Sighting>): Arrived {
  const { subjectId } = person.subject;
  const [first, ...others] = arrivals;
  const place = first?.seen.place ?? ownPlace(hash, subjectId);
  const home: Home = {
    ...identifierOf(first?.seen.found, place),
    ...first?.changes,
    ...person,
    kind: 'home',
    head: { sequence: 0, hash: '' },
    windowPlaces: [],
    births: {},
    subject: { ...person.subject, userId: userIdOf(place, subjectId) },
  };
  const number = earlier?.seen.found;
  const past = earlier && number && { ...number, former: [...number.former, { ...earlier.tenure, home: place }] };
  return { home, places: [...pointersTo(home, others), ...(past === undefined ? [] : [past])] };
}

function pointersTo(home: Home, arrivals: readonly Arrival<Sighting>[]): Place[] {
  return arrivals.map(({ seen, changes }) => pointerTo(home, seen, changes));
}

/** A place as it will be written, if it is. */
export function placed(place: string, { home, places }: Arrived): Place | undefined {
  return home.place === place ? home : places.find((each) => each.place === place);
}

/** The same with other marks on one of its identifiers. */
export function withMarks<A extends Arrived>(act: A, { place, found }: Sighting, pairs: readonly ReportedPair[]): A {
  if (act.home.place === place) return { ...act, home: { ...act.home, pairs } };
  const present = placed(place, act) ?? found ?? identifierOf(undefined, place);
  return { ...act, places: [...act.places.filter((each) => each.place !== place), { ...present, pairs }] };
}
