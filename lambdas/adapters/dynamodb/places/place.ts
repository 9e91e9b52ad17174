import type { IdentifierChanges, IdentifierRecord, PastTenure, PersonRecord } from '../../../domain/identity/record.ts';

/** Somebody who held the identifier before, and where they live now. */
export interface Former extends PastTenure {
  readonly home: string;
}

/** A subject that lived at this place once, and where it lives now: its userId leads here. */
export interface Trail {
  readonly subjectId: string;
  readonly home: string;
}

/** What belongs to the identifier of a place stays there when a home moves. */
interface Common extends IdentifierRecord<Former> {
  /** Name of the place: the keyed hash of an identifier. */
  readonly place: string;
  /** Rises with every write; 0 = not yet written. Every write is conditional on it. */
  readonly version: number;
  readonly trail: readonly Trail[];
}

/** The home of a subject: its state. */
export interface Home extends Common, PersonRecord {
  readonly kind: 'home';
  /** Head of the chain: sequence 0 and no hash before the first entry. */
  readonly head: { readonly sequence: number; readonly hash: string };
  /** Other places that hold a window of this subject. */
  readonly windowPlaces: readonly string[];
  /** Where the absorbed subjects were first known: with their id that makes their userId. */
  readonly births: { readonly [subjectId: string]: string };
}

/** Another identifier of a subject. */
export interface Pointer extends Common {
  readonly kind: 'pointer';
  readonly subjectId: string;
  readonly home: string;
}

/** An identifier that nobody holds at present. */
export interface Released extends Common {
  readonly kind: 'released';
}

export type Place = Home | Pointer | Released;

/** What every place has and nobody holds: to be filled. */
export function emptyPlace(place: string): Released {
  return { kind: 'released', place, version: 0, former: [], trail: [], pairs: [] };
}

/** What belongs to the identifier of a place, whoever lives there. */
export function identifierOf(found: Place | undefined, place: string): Released {
  if (found === undefined) return emptyPlace(place);
  const { version, former, trail, heldSince, pairs, keeps } = found;
  return { kind: 'released', place, version, former, trail, pairs, heldSince, keeps };
}

/** The place of another identifier that leads to a home; the holders before stay on record there. */
export function pointerTo(
  home: Home,
  { place, found }: { readonly place: string; readonly found: Place | undefined },
  changes: IdentifierChanges = {},
): Pointer {
  const identifier = identifierOf(found, place);
  return { ...identifier, ...changes, kind: 'pointer', subjectId: home.subject.subjectId, home: home.place };
}

/** Everything that leads to a subject once its home has moved: for it and for those that it absorbed. */
export function trailOf(home: Home, newPlace: string): Trail[] {
  return [home.subject.subjectId, ...home.absorbed].map((subjectId) => ({ subjectId, home: newPlace }));
}

/** Trails by subject, the latest for each. */
export function withTrail(before: readonly Trail[], more: readonly Trail[]): Trail[] {
  const moved = new Set(more.map(({ subjectId }) => subjectId));
  return [...before.filter(({ subjectId }) => !moved.has(subjectId)), ...more];
}
