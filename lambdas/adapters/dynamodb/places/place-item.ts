import {
  type AdministrativeBrakes,
  joinAdministrative,
  setBrake,
  withAdministrative,
} from '../../../domain/consent/administrative.ts';
import type { Suppression } from '../../../domain/consent/suppression.ts';
import { type UnclearStop, withUnclearStop } from '../../../domain/consent/unclear-stop.ts';
import type { Debt } from '../../../domain/identity/denials.ts';
import type { ReportedPair } from '../../../domain/identity/reported-pair.ts';
import type { PlatformStop, Subject } from '../../../domain/identity/subject.ts';
import type { Handover } from '../../../domain/window/handover.ts';
import { placeKey, placeOfKey, usersKeys } from '../table/keys.ts';
import { type PackedAnnulments, packAnnulments, unpackAnnulments } from './annulments-codec.ts';
import type { Place } from './place.ts';
import { packRegisters, unpackRegisters } from './registers-codec.ts';
import { type PackedRun, packRun, unpackConsent } from './stop-run-codec.ts';
import { birthPlaceOf, userIdOf } from './user-id.ts';

/** A place as it lies in the table. */
export interface PlaceItem extends PackedRun {
  readonly pk: string;
  readonly sk: string;
  /** Where its person stands in the users index. */
  readonly upk?: string;
  readonly usk?: string;
  /** Version. */
  readonly v: number;
  /** The subject that lives here, or that a pointer leads to; absent = released. */
  readonly u?: string;
  /** Place of the home that a pointer leads to. */
  readonly home?: string;
  /** Sequence of the head of the chain; only homes have one. */
  readonly n?: number;
  /** Hash of the head of the chain. */
  readonly hash?: string;
  /** Registers, one short string a purpose. */
  readonly c?: { readonly [purpose: string]: string };
  /** Second of the latest START. */
  readonly z?: number;
  /** The latest unclear stop. */
  readonly uc?: UnclearStop;
  /** Second of the latest time that the person said to keep the messages. */
  readonly kp?: number;
  /** Imports whose grants never counted. */
  readonly an?: PackedAnnulments;
  /** What the business set and lifted last. */
  readonly ad?: AdministrativeBrakes;
  /**
   * The other suppressions, and those of the business that hold, by which a former version knows of them when a deployment is taken back:
   * it keeps them here, and not `ad`. Versions before that kept those for an unclear stop here, too.
   */
  readonly sup?: readonly Suppression[];
  /** Platform stop. */
  readonly ps?: PlatformStop;
  /** Handed over to a human, and back. */
  readonly ho?: Handover;
  /** Phone. */
  readonly ph?: string;
  /** BSUID. */
  readonly b?: string;
  /** Parent BSUID. */
  readonly pb?: string;
  /** Other places that hold a window of the subject. */
  readonly w?: readonly string[];
  /** Absorbed subjects: `<u>` or `<u>@<place where it was first known>`. */
  readonly ab?: readonly string[];
  /** First contact, milliseconds. */
  readonly f?: number;
  /** The question of the first contact is due. */
  readonly fq?: true | undefined;
  /** First known, milliseconds. */
  readonly cr?: number;
  /** Number and BSUID together, first and last, by a provider's payload. */
  readonly pr?: readonly [number, number];
  /** Place where the subject was first known, once its home has moved. */
  readonly bp?: string;
  /** Since when the present holder has the identifier. */
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
  /** The identifier keeps the denials of who left it. */
  readonly kd?: boolean;
  /** Some identifier of the subject may bear a reported pair. */
  readonly hp?: boolean;
  /** Debts: denials that are owed to other identifiers. */
  readonly ow?: readonly Debt[];
  /** Unsettled: its rows are being rewritten. */
  readonly st?: boolean;
}

/** The item to write for a place, its version already raised. */
export function toPlaceItem(appId: string, place: Place): PlaceItem {
  const past = [...place.former, ...place.trail.map((trail) => ({ ...trail, until: 0 }))];
  const common = {
    ...placeKey(appId, place.place),
    v: place.version + 1,
    hs: place.heldSince,
    fo: filled(past),
    rp: filled(place.pairs),
    kd: place.keeps === true || undefined,
  };
  if (place.kind === 'released') return common;
  if (place.kind === 'pointer') return { ...common, u: place.subjectId, home: place.home };
  const { subject, pair } = place;
  const birthPlace = birthPlaceOf(subject.userId);
  return {
    ...common,
    ...usersKeys(appId, 'S', subject.subjectId),
    u: subject.subjectId,
    n: place.head.sequence,
    hash: place.head.hash,
    c: packRegisters(subject.registers, subject.subjectId),
    cr: subject.firstKnownAt,
    ...packRun(subject),
    z: subject.latestStart,
    uc: subject.unclearStop,
    kp: subject.keptAt,
    an: packAnnulments(subject),
    ad: subject.administrative,
    sup: filled(subject.suppressions.filter(({ reason }) => reason !== 'ambiguous-stop').map(withoutWords)),
    ps: Object.keys(subject.platformStop).length > 0 ? subject.platformStop : undefined,
    ho: subject.handover,
    ph: subject.phone,
    b: subject.bsuid,
    pb: subject.parentBsuid,
    w: filled(place.windowPlaces),
    ab: filled(place.absorbed.map((u) => withBirth(u, place.births[u]))),
    f: subject.firstContactAt,
    fq: subject.questionDue,
    pr: pair && [pair.first, pair.last],
    bp: birthPlace === place.place ? undefined : birthPlace,
    hp: place.hasPairs === true || undefined,
    ow: filled(place.debts),
    st: subject.unsettled === true || undefined,
  };
}

/** Who set it and why lies beside its times. */
const withoutWords = ({ reason, scope, since, ref }: Suppression): Suppression => ({ reason, scope, since, ref });

/** An empty list is not kept. */
const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length === 0 ? undefined : list);

const withBirth = (u: string, place: string | undefined): string => (place === undefined ? u : `${u}@${place}`);

/** The place that an item holds. */
export function fromPlaceItem(item: PlaceItem): Place {
  const place = placeOfKey(item);
  const past = item.fo ?? [];
  const common = {
    place,
    version: item.v,
    former: past.filter(({ until }) => until > 0),
    trail: past.filter(({ until }) => until === 0).map(({ subjectId, home }) => ({ subjectId, home })),
    pairs: item.rp ?? [],
    heldSince: item.hs,
    keeps: item.kd,
  };
  if (item.u === undefined) return { kind: 'released', ...common };
  if (item.home !== undefined) return { kind: 'pointer', ...common, subjectId: item.u, home: item.home };
  const absorbed = (item.ab ?? []).map((each) => each.split('@'));
  return {
    kind: 'home',
    ...common,
    head: { sequence: item.n ?? 0, hash: item.hash ?? '' },
    windowPlaces: item.w ?? [],
    absorbed: absorbed.map(([u = '']) => u),
    births: Object.fromEntries(absorbed.flatMap(([u, birth]) => (birth === undefined ? [] : [[u, birth]]))),
    pair: item.pr && { first: item.pr[0], last: item.pr[1] },
    unproven: (item.ph !== undefined && item.b !== undefined && item.pr === undefined) || undefined,
    hasPairs: item.hp,
    debts: item.ow ?? [],
    subject: withBrakes({
      subjectId: item.u,
      userId: userIdOf(item.bp ?? place, item.u),
      phone: item.ph,
      bsuid: item.b,
      parentBsuid: item.pb,
      ...unpackConsent(item, unpackRegisters(item.c ?? {}, item.u), item.z),
      ...unpackAnnulments(item.an, item.u),
      unclearStop: unclearStopOf(item),
      keptAt: item.kp,
      administrative: administrativeOf(item),
      suppressions: item.sup ?? [],
      platformStop: item.ps ?? {},
      ...(item.ho !== undefined && { handover: item.ho }),
      firstContactAt: item.f,
      questionDue: item.fq,
      firstKnownAt: item.cr ?? 0,
      unsettled: item.st,
    }),
  };
}

/** What holds of the brakes that the state keeps by their times. */
const withBrakes = (subject: Subject): Subject => withUnclearStop(withAdministrative(subject));

function administrativeOf(item: PlaceItem): AdministrativeBrakes | undefined {
  const held = (item.sup ?? []).filter(({ reason }) => reason === 'administrative');
  return (
    item.ad ??
    held.reduce<AdministrativeBrakes | undefined>(
      (all, { scope, since, ref }) => joinAdministrative(all, setBrake(scope, since, ref, {})),
      undefined,
    )
  );
}

function unclearStopOf(item: PlaceItem): UnclearStop | undefined {
  const held = item.sup?.find(({ reason }) => reason === 'ambiguous-stop');
  return item.uc ?? (held && { at: held.since, ref: held.ref });
}
