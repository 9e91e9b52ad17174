import type { App } from '../../../domain/app/app.ts';
import { debtOfNext } from '../../../domain/identity/denials.ts';
import { identifiersOf, type PersonRef } from '../../../domain/identity/person.ts';
import { afterProof } from '../../../domain/identity/reported-pair.ts';
import { holdsIdentifier } from '../../../domain/identity/subject.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Home, Place, Trail } from '../places/place.ts';
import type { WindowItem } from '../places/window-item.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import { StaleReadError } from '../table/transaction.ts';
import { createdPerson, linkedPerson, withParent } from './arrive.ts';
import type { HomeHolder, Identification, PersonIdentifier, SaidBy, Sighting } from './identify.ts';
import type { PairReporter } from './report-pair.ts';

/** The subject of an act, ready to be written: links and creation go into the transaction of the act itself. */
export interface SettledPerson {
  /** As read; undefined for a subject that the act creates. */
  readonly before: Home | undefined;
  /** With new identifiers already on it. */
  readonly home: Home;
  /** Other places to write in the same transaction. */
  readonly places: readonly Place[];
  readonly windows: ReadonlyMap<string, WindowItem | undefined>;
  /** Identifiers came or go: worth an entry in the chain. */
  readonly linked: boolean;
  /** The act falls to somebody who held the identifier earlier, known or not. */
  readonly earlier: boolean;
  /** Others who held the identifiers: a retry may lie in their ledgers. */
  readonly tenants: readonly Trail[];
  /** Whoever came after the gap that the act falls into: a no stands for them too. */
  readonly next: Home | undefined;
}

/** Changes of who holds what that need a transaction of their own before the act: one for each decision of that name (`decide-identity.ts`). */
export interface IdentityChanges {
  /** Two subjects are one (`merge-subjects.ts`). */
  merge(app: App, survivor: Home, loser: Home, phone: string | undefined, at: Milliseconds): Promise<void>;
  /** The number has a new holder; `from` lives on under its BSUID (`release-identifier.ts`, as the next two). */
  takeOver(app: App, from: Home, phone: Sighting, at: Milliseconds): Promise<void>;
  /** The person has another number, without a notice: the old one keeps their denials. */
  move(app: App, home: Home, phone: Sighting, at: Milliseconds): Promise<void>;
  /** The person had this number for a while; `until` = before they had the one that is theirs today. */
  heldEarlier(
    app: App,
    home: Home,
    phone: Sighting,
    times: { readonly at: Milliseconds; readonly until: Milliseconds | undefined },
  ): Promise<void>;
  /** Somebody else had the number meanwhile (`interrupt-tenure.ts`): of today's holder, of one who has left it. */
  interrupt(
    app: App,
    home: Home,
    phone: Sighting,
    gap: { readonly from?: Milliseconds | undefined; readonly until: Milliseconds },
  ): Promise<void>;
  interruptEnded(app: App, home: Home, phone: Sighting, at: Milliseconds): Promise<void>;
  /** A pair of a former version is proven or split (`settle-stored-pair.ts`). */
  settleStoredPair(app: App, home: Home): Promise<'proven' | 'split'>;
}

export interface SettleDeps {
  readonly identifier: PersonIdentifier;
  readonly changes: IdentityChanges;
  readonly hash: KeyedHash;
  readonly pairs: PairReporter;
}

/**
 * Finds or makes the subject of an act. What changes who holds what is written before the act and throws StaleReadError, so the
 * caller's loop looks again and finds the settled state.
 *
 * @param at when the act was said; identifiers are resolved as of then
 * @param seed unique; names the subject if one is made
 */
export async function settlePerson(
  deps: SettleDeps,
  app: App,
  person: PersonRef,
  at: Milliseconds,
  by: SaidBy,
  seed: string,
): Promise<SettledPerson> {
  const { changes } = deps;
  const found = await deps.identifier.identify(app.appId, person, at, by);
  await settleStored(deps, app, found);
  const { decision, sightings } = found;
  const phone = sightings.find((each) => each.identifier.kind === 'phone');
  switch (decision.do) {
    case 'use':
      return finished(deps, app, found, person, at, by, known(decision.holder, found, person, at, by));
    case 'link':
      return finished(deps, app, found, person, at, by, linkedPerson(decision, found, person, at));
    case 'create':
      return finished(deps, app, found, person, at, by, await created(deps, app, decision, found, person, at, seed));
    case 'merge':
      await changes.merge(app, decision.survivor.home, decision.loser.home, decision.phone, at);
      if (decision.left !== undefined) {
        const { subjectId, userId } = decision.survivor.home.subject;
        const left = await deps.identifier.sight(
          app.appId,
          { kind: 'phone', value: decision.left.phone },
          decision.left.by,
        );
        const merged = await deps.identifier.user(app.appId, userId, new Map());
        if (left.held.asOf === 'today' && left.held.holder?.subjectId === subjectId)
          await changes.heldEarlier(app, merged.home, left, { at, until: decision.left.by });
      }
      throw new StaleReadError('two people were merged');
    case 'take-over':
      await changes.takeOver(app, decision.from.home, numberOf(phone), at);
      throw new StaleReadError('a number was released');
    case 'move':
      await changes.move(app, decision.holder.home, numberOf(phone), at);
      throw new StaleReadError('a person moved to another number');
    case 'held-earlier':
      await changes.heldEarlier(app, decision.holder.home, numberOf(phone), { at, until: decision.until });
      throw new StaleReadError('an earlier holder was put on record');
    case 'interrupt':
      await changes.interrupt(app, decision.holder.home, numberOf(phone), decision);
      throw new StaleReadError('a tenure was interrupted');
    case 'interrupt-ended':
      await changes.interruptEnded(app, decision.holder.home, numberOf(phone), at);
      throw new StaleReadError('an earlier tenure was interrupted');
  }
}

/** A new subject; who held the number before somebody whom we know takes over what was said by it then. */
async function created(
  { hash, identifier }: SettleDeps,
  app: App,
  decision: Extract<Identification['decision'], { do: 'create' }>,
  found: Identification,
  person: PersonRef,
  at: Milliseconds,
  seed: string,
): Promise<ReturnType<typeof createdPerson>> {
  const made = createdPerson(hash, decision, found, person, at, seed);
  const phone = found.sightings.find((each) => each.identifier.kind === 'phone');
  if (decision.phone !== 'held' || !decision.bsuid || phone?.hold.asOf !== 'gap') return made;
  const next = await identifier.homeOfNext(app.appId, phone, phone.hold.next);
  const debts = debtOfNext(next?.subject, phone.identifier.value, phone.hold);
  return { ...made, home: { ...made.home, debts: [...made.home.debts, ...debts] } };
}

function numberOf(phone: Sighting | undefined): Sighting {
  if (phone === undefined) throw new Error('A number changes hands that nobody gave.');
  return phone;
}

/** Pairs that were stored before they had a proof are looked at once, before anything is said of the person. */
async function settleStored({ changes }: SettleDeps, app: App, { sightings, decision }: Identification): Promise<void> {
  const holders = [...sightings.map(({ held }) => held.holder), 'holder' in decision ? decision.holder : undefined];
  const unproven = holders.find((holder) => holder?.home.unproven === true);
  if (unproven === undefined) return;
  await changes.settleStoredPair(app, unproven.home);
  throw new StaleReadError('a stored pair was settled');
}

/** A subject that is known already: a payload with both identifiers tells when the pair was seen, a parent BSUID may be new. */
function known(
  { home: before }: HomeHolder,
  { sightings }: Identification,
  person: PersonRef,
  at: Milliseconds,
  by: SaidBy,
): Pick<SettledPerson, 'before' | 'home' | 'places' | 'linked'> {
  const parent = withParent(before, sightings, person);
  const seen =
    by === 'provider' &&
    before.pair !== undefined &&
    person.phone !== undefined &&
    person.bsuid !== undefined &&
    person.phone === before.subject.phone &&
    person.bsuid === before.subject.bsuid;
  const home = seen
    ? {
        ...parent.home,
        pair: { first: Math.min(before.pair?.first ?? at, at), last: Math.max(before.pair?.last ?? at, at) },
      }
    : parent.home;
  return { before, home, places: parent.places, linked: parent.places.length > 0 };
}

async function finished(
  deps: SettleDeps,
  app: App,
  found: Identification,
  person: PersonRef,
  at: Milliseconds,
  by: SaidBy,
  settled: Pick<SettledPerson, 'before' | 'home' | 'places' | 'linked'>,
): Promise<SettledPerson> {
  const paired =
    by === 'provider'
      ? withProof(settled, found, person, at)
      : await deps.pairs.report(app, settled, found, person, by === 'caller-no');
  const own = [paired.home.subject.subjectId, ...paired.home.absorbed];
  const phone = found.sightings.find(({ identifier }) => identifier.kind === 'phone');
  return {
    ...paired,
    windows: found.windows,
    earlier: isEarlier(paired.home, phone),
    tenants: (await tenantsOf(deps, app, found.sightings)).filter(({ subjectId }) => !own.includes(subjectId)),
    next: await nextHolder(deps.identifier, app.appId, phone, paired.home),
  };
}

function isEarlier(home: Home, phone: Sighting | undefined): boolean {
  if (!holdsIdentifier(home.subject)) return true;
  return phone?.hold.asOf === 'ended' && phone.hold.tenure.subjectId === home.subject.subjectId;
}

/** Everybody who ever held one of the identifiers, where it was not one person since ever. */
function tenantsOf({ identifier }: SettleDeps, app: App, sightings: readonly Sighting[]): Promise<Trail[]> {
  const changed = sightings.map(({ found }) => found).filter((found) => found !== undefined && hasChangedHands(found));
  return identifier.trailsFrom(app.appId, changed);
}

function hasChangedHands({ kind, former, heldSince, trail }: Place): boolean {
  return former.length > 0 || heldSince !== undefined || (kind !== 'pointer' && trail.length > 0);
}

/** Whoever came after the unknown people of a gap; of a known holder the next one is somebody else. */
async function nextHolder(
  identifier: PersonIdentifier,
  appId: string,
  phone: Sighting | undefined,
  home: Home,
): Promise<Home | undefined> {
  if (phone === undefined || holdsIdentifier(home.subject)) return undefined;
  const { hold } = phone;
  if (hold.asOf === 'today') return undefined;
  return identifier.homeOfNext(appId, phone, hold.next);
}

/** A payload with both identifiers ends what a caller reported of either. */
function withProof(
  settled: Pick<SettledPerson, 'before' | 'home' | 'places' | 'linked'>,
  { sightings }: Identification,
  person: PersonRef,
  at: Milliseconds,
): Pick<SettledPerson, 'before' | 'home' | 'places' | 'linked'> {
  if (person.phone === undefined || person.bsuid === undefined) return settled;
  let { home, places } = settled;
  for (const { identifier, place, found, hold } of sightings) {
    if (hold.asOf !== 'today' || identifier.kind === 'parent-bsuid') continue;
    const partner = identifiersOf(person).find(
      ({ kind }) => kind === (identifier.kind === 'phone' ? 'bsuid' : 'phone'),
    );
    const present = placed(place, home, places) ?? found;
    if (present === undefined || partner === undefined || present.pairs.length === 0) continue;
    const pairs = afterProof(present.pairs, partner, at);
    if (home.place === place) home = { ...home, pairs };
    else places = [...places.filter((each) => each.place !== place), { ...present, pairs }];
  }
  return { ...settled, home, places };
}

/** A place as it will be written, if it is. */
export function placed(place: string, home: Home, places: readonly Place[]): Place | undefined {
  return home.place === place ? home : places.find((each) => each.place === place);
}
