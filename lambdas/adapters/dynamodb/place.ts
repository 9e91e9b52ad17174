import type { Milliseconds } from '../../domain/consent/statement.ts';
import { type UnclearStop, withUnclearStop } from '../../domain/consent/unclear-stop.ts';
import type { PlatformStop, Subject, Suppression } from '../../domain/identity/subject.ts';
import { birthPlaceOf, userIdOf } from './eligible-row-item.ts';
import { placeKey, usersKeys } from './keys.ts';
import { packRegisters, unpackRegisters } from './registers-codec.ts';
import { type PackedRun, packRun, unpackConsent } from './stop-run-codec.ts';

/** Somebody who held an identifier before, or lived at this place, and where they live now. */
export interface Former {
  readonly subjectId: string;
  readonly home: string;
  /** Acts before this moment that name the identifier are theirs. 0 = only the userId still leads here. */
  readonly until: Milliseconds;
}

interface Common {
  /** Name of the place: the keyed hash of an identifier. */
  readonly place: string;
  /** Rises with every write; 0 = not yet written. Every write is conditional on it. */
  readonly version: number;
  readonly former: readonly Former[];
  /** Since when the present holder has this identifier, where somebody else had it before. */
  readonly heldSince?: Milliseconds;
}

/** The home of a subject: its state. */
export interface Home extends Common {
  readonly kind: 'home';
  readonly subject: Subject;
  /** Head of the chain: sequence 0 and no hash before the first entry. */
  readonly head: { readonly sequence: number; readonly hash: string };
  /** Other places that hold a window of this subject. */
  readonly windowPlaces: readonly string[];
  /** Subjects that turned out to be this one: their ledgers belong to it. */
  readonly absorbed: readonly string[];
  /** When the number and the BSUID were first seen together. */
  readonly pairedAt?: Milliseconds;
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

/** A place as it lies in the table. */
export interface PlaceItem extends PackedRun {
  readonly pk: string;
  readonly sk: string;
  readonly upk?: string;
  readonly usk?: string;
  readonly v: number;
  readonly u?: string;
  readonly home?: string;
  readonly n?: number;
  readonly hash?: string;
  readonly c?: { readonly [purpose: string]: string };
  /** Second of the latest START. */
  readonly z?: number;
  /** The latest unclear stop, and the second of the latest time that the person said to keep the messages. */
  readonly uc?: UnclearStop;
  readonly kp?: number;
  /** The other suppressions; a former version kept the one for an unclear stop here, while it held. */
  readonly sup?: readonly Suppression[];
  readonly ps?: PlatformStop;
  readonly ph?: string;
  readonly b?: string;
  readonly pb?: string;
  readonly w?: readonly string[];
  readonly ab?: readonly string[];
  readonly f?: number;
  readonly cr?: number;
  readonly pa?: number;
  /** Place where the subject was first known, once its home has moved. */
  readonly bp?: string;
  readonly hs?: number;
  readonly fo?: readonly Former[];
}

/** The item to write for a place, its version already raised. */
export function toPlaceItem(appId: string, place: Place): PlaceItem {
  const common = {
    ...placeKey(appId, place.place),
    v: place.version + 1,
    ...(place.heldSince !== undefined && { hs: place.heldSince }),
    ...(place.former.length > 0 && { fo: place.former }),
  };
  if (place.kind === 'released') return common;
  if (place.kind === 'pointer') return { ...common, u: place.subjectId, home: place.home };
  const { subject } = place;
  const suppressions = subject.suppressions.filter(({ reason }) => reason !== 'ambiguous-stop');
  return {
    ...common,
    ...usersKeys(appId, 'S', subject.subjectId),
    u: subject.subjectId,
    n: place.head.sequence,
    hash: place.head.hash,
    c: packRegisters(subject.registers, subject.subjectId),
    cr: subject.firstKnownAt,
    ...packRun(subject),
    ...(subject.latestStart !== undefined && { z: subject.latestStart }),
    ...(subject.unclearStop !== undefined && { uc: subject.unclearStop }),
    ...(subject.keptAt !== undefined && { kp: subject.keptAt }),
    ...(suppressions.length > 0 && { sup: suppressions }),
    ...(Object.keys(subject.platformStop).length > 0 && { ps: subject.platformStop }),
    ...(subject.phone !== undefined && { ph: subject.phone }),
    ...(subject.bsuid !== undefined && { b: subject.bsuid }),
    ...(subject.parentBsuid !== undefined && { pb: subject.parentBsuid }),
    ...(place.windowPlaces.length > 0 && { w: place.windowPlaces }),
    ...(place.absorbed.length > 0 && { ab: place.absorbed }),
    ...(subject.firstContactAt !== undefined && { f: subject.firstContactAt }),
    ...(place.pairedAt !== undefined && { pa: place.pairedAt }),
    ...(birthPlaceOf(subject.userId) !== place.place && { bp: birthPlaceOf(subject.userId) }),
  };
}

/** The place that an item holds. */
export function fromPlaceItem(item: PlaceItem): Place {
  const place = item.pk.slice(item.pk.indexOf('#') + 1);
  const common = {
    place,
    version: item.v,
    former: item.fo ?? [],
    ...(item.hs !== undefined && { heldSince: item.hs }),
  };
  if (item.u === undefined) return { kind: 'released', ...common };
  if (item.home !== undefined) return { kind: 'pointer', ...common, subjectId: item.u, home: item.home };
  const unclearStop = unclearStopOf(item);
  return {
    kind: 'home',
    ...common,
    head: { sequence: item.n ?? 0, hash: item.hash ?? '' },
    windowPlaces: item.w ?? [],
    absorbed: item.ab ?? [],
    ...(item.pa !== undefined && { pairedAt: item.pa }),
    subject: withUnclearStop({
      subjectId: item.u,
      userId: userIdOf(item.bp ?? place, item.u),
      ...(item.ph !== undefined && { phone: item.ph }),
      ...(item.b !== undefined && { bsuid: item.b }),
      ...(item.pb !== undefined && { parentBsuid: item.pb }),
      ...unpackConsent(item, unpackRegisters(item.c ?? {}, item.u), item.z),
      ...(unclearStop !== undefined && { unclearStop }),
      ...(item.kp !== undefined && { keptAt: item.kp }),
      suppressions: item.sup ?? [],
      platformStop: item.ps ?? {},
      ...(item.f !== undefined && { firstContactAt: item.f }),
      firstKnownAt: item.cr ?? 0,
    }),
  };
}

function unclearStopOf(item: PlaceItem): UnclearStop | undefined {
  const held = item.sup?.find(({ reason }) => reason === 'ambiguous-stop');
  return item.uc ?? (held && { at: held.since, ref: held.ref });
}

/** Everything that leads to a subject by its past: for it and for those that it absorbed. */
export function trailOf(home: Home, newPlace: string, until: Milliseconds): Former[] {
  return [
    { subjectId: home.subject.subjectId, home: newPlace, until },
    ...home.absorbed.map((subjectId) => ({ subjectId, home: newPlace, until: 0 })),
  ];
}
