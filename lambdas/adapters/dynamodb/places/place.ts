import type { Suppression } from '../../../domain/consent/suppression.ts';
import { type UnclearStop, withUnclearStop } from '../../../domain/consent/unclear-stop.ts';
import type { Debt } from '../../../domain/identity/denials.ts';
import type { ReportedPair } from '../../../domain/identity/reported-pair.ts';
import type { PlatformStop, Subject } from '../../../domain/identity/subject.ts';
import type { EndedTenure } from '../../../domain/identity/tenures.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { birthPlaceOf, userIdOf } from '../rows/eligible-row-item.ts';
import { placeKey, usersKeys } from '../table/keys.ts';
import { packRegisters, unpackRegisters } from './registers-codec.ts';
import { type PackedRun, packRun, unpackConsent } from './stop-run-codec.ts';

/** Somebody who held the identifier before, and where they live now. */
export interface Former extends EndedTenure {
  readonly home: string;
  /** Stands for whoever held it between two holders: nobody whom we know. */
  readonly gap?: boolean;
}

/** A subject that lived at this place once, and where it lives now: its userId leads here. */
export interface Trail {
  readonly subjectId: string;
  readonly home: string;
}

interface Common {
  /** Name of the place: the keyed hash of an identifier. */
  readonly place: string;
  /** Rises with every write; 0 = not yet written. Every write is conditional on it. */
  readonly version: number;
  /** Ended tenures of this identifier. */
  readonly former: readonly Former[];
  readonly trail: readonly Trail[];
  /** Since when the present holder has this identifier, where somebody else had it before. It belongs to the identifier and stays here when a home moves. */
  readonly heldSince?: Milliseconds;
  /** Other identifiers that a caller reported to be the same person's. They belong to the identifier and stay here when a home moves. */
  readonly pairs: readonly ReportedPair[];
  /** Its last proven holder left it without a notice: whoever is known by it alone keeps that person's denials. */
  readonly keeps?: boolean;
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
  /** Where the absorbed subjects were first known: with their id that makes their userId. */
  readonly births: { readonly [subjectId: string]: string };
  /** When a payload first and last showed the BSUID with its latest number, as far as is known; also once that number is gone. */
  readonly pair?: { readonly first: Milliseconds; readonly last: Milliseconds };
  /** Number and BSUID come from before pairs had a proof: they count as reported until `settle-stored-pair.ts` has looked. */
  readonly unproven?: boolean;
  /** Some identifier of this subject may bear a reported pair: a no must look. */
  readonly hasPairs?: boolean;
  readonly debts: readonly Debt[];
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
  /** Sequence and hash of the head of the chain; only homes have them. */
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
  /** Absorbed subjects: `<u>` or `<u>@<place where it was first known>`. */
  readonly ab?: readonly string[];
  readonly f?: number;
  readonly cr?: number;
  /** Number and BSUID together, first and last, by a provider's payload. */
  readonly pr?: readonly [number, number];
  /** Place where the subject was first known, once its home has moved. */
  readonly bp?: string;
  readonly hs?: number;
  /** Ended tenures, and trails with `until` 0. */
  readonly fo?: readonly {
    readonly subjectId: string;
    readonly home: string;
    readonly since?: number;
    readonly until: number;
    readonly seen?: number;
    readonly gap?: boolean;
  }[];
  /** Reported pairs. */
  readonly rp?: readonly ReportedPair[];
  readonly kd?: boolean;
  readonly hp?: boolean;
  readonly ow?: readonly Debt[];
  readonly st?: boolean;
}

/** What every place has and nobody holds: to be filled. */
export function emptyPlace(place: string): Released {
  return { kind: 'released', place, version: 0, former: [], trail: [], pairs: [] };
}

/** What belongs to the identifier of a place, whoever lives there. */
export function identifierOf(found: Place | undefined, place: string): Released {
  if (found === undefined) return emptyPlace(place);
  const { version, former, trail, heldSince, pairs, keeps } = found;
  return {
    kind: 'released',
    place,
    version,
    former,
    trail,
    pairs,
    ...(heldSince !== undefined && { heldSince }),
    ...(keeps !== undefined && { keeps }),
  };
}

/** The item to write for a place, its version already raised. */
export function toPlaceItem(appId: string, place: Place): PlaceItem {
  const past = [...place.former, ...place.trail.map((trail) => ({ ...trail, until: 0 }))];
  const common = {
    ...placeKey(appId, place.place),
    v: place.version + 1,
    ...(place.heldSince !== undefined && { hs: place.heldSince }),
    ...(past.length > 0 && { fo: past }),
    ...(place.pairs.length > 0 && { rp: place.pairs }),
    ...(place.keeps === true && { kd: true }),
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
    ...(place.absorbed.length > 0 && { ab: place.absorbed.map((u) => withBirth(u, place.births[u])) }),
    ...(subject.firstContactAt !== undefined && { f: subject.firstContactAt }),
    ...(place.pair !== undefined && { pr: [place.pair.first, place.pair.last] as const }),
    ...(birthPlaceOf(subject.userId) !== place.place && { bp: birthPlaceOf(subject.userId) }),
    ...(place.hasPairs === true && { hp: true }),
    ...(place.debts.length > 0 && { ow: place.debts }),
    ...(subject.unsettled === true && { st: true }),
  };
}

const withBirth = (u: string, place: string | undefined): string => (place === undefined ? u : `${u}@${place}`);

/** The place that an item holds. */
export function fromPlaceItem(item: PlaceItem): Place {
  const place = item.pk.slice(item.pk.indexOf('#') + 1);
  const past = item.fo ?? [];
  const common = {
    place,
    version: item.v,
    former: past.filter(({ until }) => until > 0),
    trail: past.filter(({ until }) => until === 0).map(({ subjectId, home }) => ({ subjectId, home })),
    pairs: item.rp ?? [],
    ...(item.hs !== undefined && { heldSince: item.hs }),
    ...(item.kd === true && { keeps: true }),
  };
  if (item.u === undefined) return { kind: 'released', ...common };
  if (item.home !== undefined) return { kind: 'pointer', ...common, subjectId: item.u, home: item.home };
  const absorbed = (item.ab ?? []).map((each) => each.split('@'));
  const unclearStop = unclearStopOf(item);
  return {
    kind: 'home',
    ...common,
    head: { sequence: item.n ?? 0, hash: item.hash ?? '' },
    windowPlaces: item.w ?? [],
    absorbed: absorbed.map(([u = '']) => u),
    births: Object.fromEntries(absorbed.flatMap(([u, birth]) => (birth === undefined ? [] : [[u, birth]]))),
    ...(item.pr !== undefined && { pair: { first: item.pr[0], last: item.pr[1] } }),
    ...(item.ph !== undefined && item.b !== undefined && item.pr === undefined && { unproven: true }),
    ...(item.hp === true && { hasPairs: true }),
    debts: item.ow ?? [],
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
      ...(item.st === true && { unsettled: true }),
    }),
  };
}

function unclearStopOf(item: PlaceItem): UnclearStop | undefined {
  const held = item.sup?.find(({ reason }) => reason === 'ambiguous-stop');
  return item.uc ?? (held && { at: held.since, ref: held.ref });
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
