import { type UnclearStop, withUnclearStop } from '../../../domain/consent/unclear-stop.ts';
import type { Debt } from '../../../domain/identity/denials.ts';
import type { ReportedPair } from '../../../domain/identity/reported-pair.ts';
import type { PlatformStop, Suppression } from '../../../domain/identity/subject.ts';
import { placeKey, usersKeys } from '../table/keys.ts';
import type { Place } from './place.ts';
import { packRegisters, unpackRegisters } from './registers-codec.ts';
import { type PackedRun, packRun, unpackConsent } from './stop-run-codec.ts';
import { birthPlaceOf, userIdOf } from './user-id.ts';

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
