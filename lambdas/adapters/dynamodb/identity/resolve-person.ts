import type { App } from '../../../domain/app/app.ts';
import { portfolioCount } from '../../../domain/app/portfolios.ts';
import { decideCreation, decideKnown, decideLink } from '../../../domain/identity/decide-arrival.ts';
import { decideProof } from '../../../domain/identity/decide-proof.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import { seenOf } from '../../../domain/identity/seen-identifier.ts';
import { holdsIdentifier } from '../../../domain/identity/subject.ts';
import type { SaidBy } from '../../../domain/ledger/statement-command.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Home, Place, Trail } from '../places/place.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import { StaleReadError } from '../table/transaction.ts';
import { arrived, created, placed, withMarks } from './arrive.ts';
import type { Identification, PersonIdentifier } from './identify.ts';
import type { PairReporter } from './report-pair.ts';
import type { Arriving, IdentityChanges, ResolvedPerson } from './resolved-person.ts';
import type { Sighting } from './sighting.ts';

export interface ResolveDeps {
  readonly identifier: PersonIdentifier;
  readonly changes: IdentityChanges;
  readonly hash: KeyedHash;
  readonly pairs: PairReporter;
}

/** An act whose subject is wanted. */
export interface ResolveCommand {
  readonly person: PersonRef;
  /** When the act was said; identifiers are resolved as of then. */
  readonly at: Milliseconds;
  readonly by: SaidBy;
  /** Unique; names the subject if one is made. */
  readonly seed: string;
}

/**
 * Finds or makes the subject of an act. What changes who holds what is written before the act and throws StaleReadError, so the
 * caller's loop looks again and finds the settled state.
 */
export async function resolvePerson(deps: ResolveDeps, app: App, command: ResolveCommand): Promise<ResolvedPerson> {
  const { person, at, by } = command;
  const found = await deps.identifier.identify(app, person, at, by);
  await settleStored(deps, app, found);
  const arriving = await arrivingOf(deps, app, found, command);
  const paired =
    by === 'provider'
      ? withProof(arriving, found.sightings, command)
      : await deps.pairs.report(app, arriving, { sightings: found.sightings, person, no: by === 'caller-no' });
  const own = [paired.home.subject.subjectId, ...paired.home.absorbed];
  const phone = seenOf(found.sightings, 'phone');
  return {
    ...paired,
    windows: found.windows,
    earlier: isEarlier(paired.home, phone),
    tenants: (await tenantsOf(deps, app, found.sightings)).filter(({ subjectId }) => !own.includes(subjectId)),
    next: await nextHolder(deps.identifier, app.appId, phone, paired.home),
  };
}

/** Pairs that were stored before they had a proof are looked at once, before anything is said of the person. */
async function settleStored(
  { changes }: ResolveDeps,
  app: App,
  { sightings, decision }: Identification,
): Promise<void> {
  const holders = [...sightings.map(({ held }) => held.holder), 'holder' in decision ? decision.holder : undefined];
  const unproven = holders.find((holder) => holder?.home.unproven === true);
  if (unproven === undefined) return;
  await changes.settleStoredPair(app, unproven.home);
  throw new StaleReadError('a stored pair was settled');
}

/** The subject as the act leaves it; everything else that must change first is written, and looked at again. */
async function arrivingOf(
  deps: ResolveDeps,
  app: App,
  { decision, sightings: seen }: Identification,
  { person: named, at, by, seed }: ResolveCommand,
): Promise<Arriving> {
  const { changes } = deps;
  const present = portfolioCount(app).now;
  switch (decision.do) {
    case 'use': {
      const before = decision.holder.home;
      const known = decideKnown({ person: before, seen }, { named, at, isProof: by === 'provider', present });
      const act = arrived(before, known);
      const isKnownByAnother = act.home.subject.bsuid !== before.subject.bsuid;
      return { ...act, before, linked: act.places.length > 0 || isKnownByAnother };
    }
    case 'link': {
      const before = decision.holder.home;
      return {
        ...arrived(before, decideLink({ person: before, seen }, { named, at, link: decision, present })),
        before,
        linked: true,
      };
    }
    case 'create': {
      const next = decision.phone === 'held' && decision.bsuid ? await afterGap(deps, app, seen) : undefined;
      const subjectId = deps.hash.subjectId(seed);
      const creation = decideCreation({ seen, next: next?.subject }, { named, at, subjectId, create: decision });
      return { ...created(deps.hash, creation), before: undefined, linked: false };
    }
    case 'merge':
      await changes.merge(app, decision.survivor.home, decision.loser.home, { phone: decision.phone, at });
      if (decision.left !== undefined) await leaveOther(deps, app, decision.survivor.home, { ...decision.left, at });
      throw new StaleReadError('two people were merged');
    case 'take-over':
      await changes.takeOver(app, decision.from.home, numberOf(seen), at);
      throw new StaleReadError('a number was released');
    case 'move':
      await changes.move(app, decision.holder.home, numberOf(seen), at);
      throw new StaleReadError('a person moved to another number');
    case 'held-earlier':
      await changes.heldEarlier(app, decision.holder.home, numberOf(seen), { at, until: decision.until });
      throw new StaleReadError('an earlier holder was put on record');
    case 'interrupt':
      await changes.interrupt(app, decision.holder.home, numberOf(seen), decision);
      throw new StaleReadError('a tenure was interrupted');
    case 'interrupt-ended':
      await changes.interruptEnded(app, decision.holder.home, numberOf(seen), at);
      throw new StaleReadError('an earlier tenure was interrupted');
  }
}

/** Of two numbers that a merge found on one person, one was left: it goes on record as held earlier. */
async function leaveOther(
  { identifier, changes }: ResolveDeps,
  app: App,
  { subject: { subjectId, userId } }: Home,
  { phone, by, at }: { readonly phone: string; readonly by: Milliseconds; readonly at: Milliseconds },
): Promise<void> {
  const left = await identifier.sight(app.appId, { kind: 'phone', value: phone }, by);
  const merged = await identifier.user(app.appId, userId, new Map());
  if (left.held.asOf === 'today' && left.held.holder?.subjectId === subjectId)
    await changes.heldEarlier(app, merged.home, left, { at, until: by });
}

function numberOf(seen: readonly Sighting[]): Sighting {
  const phone = seenOf(seen, 'phone');
  if (phone === undefined) throw new Error('A number changes hands that nobody gave.');
  return phone;
}

/** Whoever came after the gap that the number was in at the time of the act. */
async function afterGap({ identifier }: ResolveDeps, app: App, seen: readonly Sighting[]): Promise<Home | undefined> {
  const phone = seenOf(seen, 'phone');
  return phone?.hold.asOf === 'gap' ? identifier.homeOfNext(app.appId, phone, phone.hold.next) : undefined;
}

/** A payload with both identifiers ends what a caller reported of either. */
function withProof(act: Arriving, seen: readonly Sighting[], { person: named, at }: ResolveCommand): Arriving {
  const proven = decideProof(seen, { named, at }, ({ place, found }) => (placed(place, act) ?? found)?.pairs ?? []);
  return proven.reduce((next, { seen: each, pairs }) => withMarks(next, each, pairs), act);
}

function isEarlier(home: Home, phone: Sighting | undefined): boolean {
  if (!holdsIdentifier(home.subject)) return true;
  return phone?.hold.asOf === 'ended' && phone.hold.tenure.subjectId === home.subject.subjectId;
}

/** Everybody who ever held one of the identifiers, where it was not one person since ever. */
function tenantsOf({ identifier }: ResolveDeps, app: App, sightings: readonly Sighting[]): Promise<Trail[]> {
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
