import type { App } from '../../../domain/app/app.ts';
import type { FoldedStatement, Level } from '../../../domain/consent/statement.ts';
import type { WithdrawalReason } from '../../../domain/eligibility/row-changes.ts';
import { identifiersOf } from '../../../domain/identity/person.ts';
import { hadTwoKeys } from '../../../domain/identity/phone.ts';
import type { LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import { reconciled } from '../../../domain/ledger/reconcile.ts';
import { reconciledHead } from '../../../domain/ledger/reconcile-chain.ts';
import { type Home, identifierOf, type Place, pointerTo, trailOf, withTrail } from '../places/place.ts';
import { birthPlaceOf } from '../places/user-id.ts';
import { type KeyedHash, sha256 } from '../table/keyed-hash.ts';
import { isLeaving, provenPair, rebuiltHome } from './rebuild-home.ts';
import { finallyOf, placesOf, reached, type Survey } from './survey.ts';

/** A person as they were found: with whoever turned out to be them. */
export interface Found {
  readonly u: string;
  readonly subjectIds: ReadonlySet<string>;
  /** Homes of any of them, best first. */
  readonly homes: readonly Home[];
  readonly entries: readonly LedgerEntry[];
}

/** A person as they are to be. */
export interface Mended {
  /** As it was read; undefined where it was not there. */
  readonly before: Home | undefined;
  /** `before` itself where there is nothing to change. */
  readonly after: Home;
  /** Other places that change with it, and who lived there. */
  readonly places: readonly { readonly place: Place; readonly living: Home | undefined }[];
  readonly repairs: readonly string[];
  /** What cannot be mended, because it is not there any more. */
  readonly breaks: readonly string[];
}

/** Makes state, chain, and who leads where agree with the ledger. Undefined when nobody can be told to be this person. */
export function mendPerson(survey: Survey, hash: KeyedHash, app: App, found: Found): Mended | undefined {
  const { u, subjectIds, homes, entries } = found;
  const before = homes.find(({ subject }) => subject.subjectId === u);
  const base = before ?? rebuiltHome(survey, hash, found);
  if (base === undefined) return undefined;
  const repairs: string[] = before === undefined ? ['the state was gone: made anew from the ledger'] : [];
  const places: { place: Place; living: Home | undefined }[] = [];

  const own = entries.filter(({ ref }) => ref.startsWith(`${u}.`));
  const { head, breaks } = reconciledHead(u, own, base.head, sha256);
  const missed = own.filter(({ header }) => header.sequence > base.head.sequence);
  if (before !== undefined && missed.length > 0)
    repairs.push(`${missed.length} acts of the ledger were not in the state`);

  const absorbed = [...base.absorbed, ...[...subjectIds].filter((each) => each !== u && !base.absorbed.includes(each))];
  if (before !== undefined && absorbed.length > base.absorbed.length) repairs.push('a merger was not in the state');
  const others = homes.filter((home) => home !== before && home.place !== base.place);
  const births = Object.fromEntries(others.map(({ subject }) => [subject.subjectId, birthPlaceOf(subject.userId)]));
  // Of somebody who ever left a number the ledger does not tell which is theirs today.
  const isSettled = !entries.some(({ header }) => isLeaving(header));
  const theirs = isSettled ? withIdentifiersOf(base, others, entries) : base;
  for (const each of others) {
    repairs.push('a second state, which leads to the first now');
    const isTheirs = isSettled || identifiersOf(theirs.subject).some((own) => hash.place(own) === each.place);
    places.push({ place: leftBehind(each, theirs, isTheirs), living: each });
  }

  const states = [theirs.subject, ...others.map(({ subject }) => subject)] as const;
  const subject = reconciled({ states, entries, withdrawn: withdrawnNoes(survey, subjectIds) }, app);
  if (before !== undefined && subject !== theirs.subject && missed.length === 0) {
    repairs.push('the state was not what the ledger says');
  }
  const isUnsure = before !== undefined && missed.some(({ header }) => isLeaving(header));
  if (isUnsure) repairs.push('who has the identifiers is not certain: nobody is written to until they are seen again');
  const { phone: _phone, bsuid: _bsuid, ...nameless } = subject;
  const after: Home = {
    ...theirs,
    head,
    absorbed,
    births: { ...births, ...base.births },
    subject: isUnsure ? nameless : subject,
  };
  const led = ledToBy(survey, hash, after, subjectIds);
  places.push(...led.places);
  repairs.push(...led.repairs);
  const windowPlaces = windowPlacesOf(
    survey,
    base,
    found,
    places.map(({ place }) => place),
  );
  if (windowPlaces.length > base.windowPlaces.length) repairs.push('a window was not in the state');
  const isSame = before !== undefined && repairs.length === 0;
  return {
    before,
    after: isSame ? before : { ...after, windowPlaces, subject: led.subject },
    places,
    repairs,
    breaks: breaks.map(({ sequence, fault }) => `entry ${sequence} of the chain: ${fault}`),
  };
}

/** Who turned out to be one person is known by the identifiers of both: only a payload that shows both makes them one. */
function withIdentifiersOf(home: Home, others: readonly Home[], entries: readonly LedgerEntry[]): Home {
  if (others.length === 0) return home;
  const [phone] = [home, ...others].flatMap(({ subject }) => subject.phone ?? []);
  const [bsuid] = [home, ...others].flatMap(({ subject }) => subject.bsuid ?? []);
  const known = { ...(phone !== undefined && { phone }), ...(bsuid !== undefined && { bsuid }) };
  const mergers = entries.filter(
    ({ header: { act } }) => act.kind === 'identity' && ['merged', 'absorbed'].includes(act.change),
  );
  const isPair = phone !== undefined && bsuid !== undefined && home.pair === undefined;
  const proven = isPair ? provenPair(mergers.map(({ header }) => header.saidAt)) : {};
  return { ...home, ...proven, subject: { ...home.subject, ...known } };
}

/**
 * What is left where somebody was kept a second time: it leads to them where the identifier is theirs, and else answers for nobody,
 * but for their noes.
 */
function leftBehind(left: Home, to: Home, isTheirs: boolean): Place {
  const identifier = identifierOf(left, left.place);
  const trail = withTrail(identifier.trail, trailOf(left, to.place));
  const isSame = left.subject.subjectId === to.subject.subjectId;
  if (isSame || !isTheirs) return { ...identifier, trail, keeps: true };
  return { ...pointerTo(to, { place: left.place, found: left }), trail };
}

/** Windows of this person that lie where one of their identifiers leads to them, or will. */
function windowPlacesOf(
  survey: Survey,
  home: Home,
  { u, subjectIds }: Found,
  made: readonly Place[],
): readonly string[] {
  const led = [...subjectIds].flatMap((each) => survey.pointers.get(each) ?? []);
  const more = [...led, ...made.filter(({ kind }) => kind === 'pointer').map(({ place }) => place)].filter((place) => {
    const whose = survey.windows.get(place)?.u;
    const isTheirs = whose !== undefined && finallyOf(survey, whose) === u;
    return isTheirs && place !== home.place && !home.windowPlaces.includes(place);
  });
  return [...home.windowPlaces, ...new Set(more)];
}

/** Every identifier of a person leads to their home; one that leads to somebody else, or that they have left, is theirs no more. */
function ledToBy(survey: Survey, hash: KeyedHash, home: Home, subjectIds: ReadonlySet<string>) {
  const places: { place: Place; living: undefined }[] = [];
  const repairs: string[] = [];
  let { subject } = home;
  for (const kind of ['phone', 'bsuid'] as const) {
    const value = subject[kind];
    if (value === undefined || (kind === 'phone' && hadTwoKeys(value))) continue;
    const place = hash.place({ kind, value });
    const found = survey.places.get(place);
    const isTheirs =
      place === home.place ||
      (found?.kind === 'pointer' && subjectIds.has(found.subjectId)) ||
      (found?.kind === 'home' && subjectIds.has(found.subject.subjectId));
    if (isTheirs) continue;
    const hasLeft = [...(found?.former ?? []), ...(found?.trail ?? [])].some(({ subjectId }) =>
      subjectIds.has(subjectId),
    );
    if (found === undefined || (found.kind === 'released' && !hasLeft) || isStale(survey, hash, found)) {
      places.push({ place: pointerTo(home, { place, found }), living: undefined });
      repairs.push('an identifier led nowhere');
    } else {
      const { [kind]: _another, ...others } = subject;
      subject = others;
      repairs.push('an identifier is somebody else’s by now');
    }
  }
  return { subject, places, repairs };
}

/** Whether a pointer leads to somebody whose own state does not know the identifier. */
function isStale(survey: Survey, hash: KeyedHash, found: Place): boolean {
  if (found.kind !== 'pointer') return false;
  const home = reached(survey, found.subjectId, found.home);
  return home !== undefined && !placesOf(hash, home).includes(found.place);
}

/** A withdrawal whose act is not there: somebody was told that a no was recorded. */
function withdrawnNoes(survey: Survey, subjectIds: ReadonlySet<string>): FoldedStatement[] {
  const denials = new Map<WithdrawalReason, Level>([
    ['opt-out', 3],
    ['suppression', 3],
    ['platform-stop', 3],
    // It was no no of the person, so that what the business reports later may count.
    ['import-undone', 2],
  ]);
  return [...subjectIds]
    .flatMap((each) => survey.withdrawals.get(each) ?? [])
    .flatMap(({ ref, why, purposes, at }) => {
      const level = denials.get(why);
      if (ref === undefined || level === undefined) return [];
      return [{ ref, action: 'revoked', purposes, level, saidAt: at, recordedAt: at, source: 'policy' } as const];
    });
}
