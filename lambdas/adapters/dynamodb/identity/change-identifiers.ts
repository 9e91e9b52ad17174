import type { App } from '../../../domain/app/app.ts';
import { type Identifier, identifiersOf, type PersonRef } from '../../../domain/identity/person.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { IdentityChangeDeps } from '../entries/identity-entry.ts';
import type { Home } from '../places/place.ts';
import { placeWrites } from '../places/put-place.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { StaleReadError, untilSettled } from '../table/transaction.ts';
import type { HomeHolder, PersonIdentifier, SaidBy, Sighting } from './identify.ts';
import { type ChangeNotice, noticeMover } from './move-by-notice.ts';
import type { IdentifierReleaser } from './release-identifier.ts';
import type { IdentityChanges, SettledPerson } from './settled-person.ts';

/**
 * A change notice: the person left old identifiers for new ones at its time (semantics 5, "Number change"). The old number is
 * released then; acts before that moment that name it stay theirs. Whoever was known under the new number before is the same
 * person if first known after the change, else loses it.
 */
export function identifierChanger(
  deps: IdentityChangeDeps & {
    readonly identifier: PersonIdentifier;
    readonly changes: IdentityChanges & Pick<IdentifierReleaser, 'leave'>;
    readonly rows: RowKeeper;
    settle(app: App, person: PersonRef, at: Milliseconds, by: SaidBy): Promise<SettledPerson>;
    finish(app: App, home: Home): Promise<void>;
  },
) {
  const { table, identifier, changes, rows } = deps;
  const { move } = noticeMover(deps);

  async function change(app: App, notice: ChangeNotice): Promise<void> {
    const home = await untilSettled(async () => {
      const at = Math.min(notice.at, deps.now());
      const old = await sightAll(app, notice.person, at - 1);
      if (isNobody(old)) {
        // Somebody unknown came to the new number: whoever was known there before is not them.
        for (const sighting of await sightAll(app, notice.becomes, at)) await makeRoomForStranger(app, sighting, at);
        return undefined;
      }
      const known = await personOf(app, notice, at);
      const isPast = await hasMovedSince(app, known, notice, at);
      if (isPast) await endThen(app, known, old, at);
      const next = await sightAll(app, notice.becomes, at);
      await freeTheNew(app, known, next, notice, at, isPast);
      return isPast ? undefined : move(app, known, old, next, notice, at);
    });
    if (home !== undefined) await deps.finish(app, home);
  }

  function sightAll(app: App, person: PersonRef, at: Milliseconds): Promise<Sighting[]> {
    return Promise.all(identifiersOf(person).map((each: Identifier) => identifier.sight(app.appId, each, at)));
  }

  /**
   * Who the notice is about, just before the change: it shows number and BSUID like any payload. Somebody of whom nothing is known is
   * remembered, because an older notice that arrives later may show who it was, and nobody may keep a number that they have left.
   */
  async function personOf(app: App, notice: ChangeNotice, at: Milliseconds): Promise<Home> {
    const settled = await deps.settle(app, notice.person, at - 1, 'provider');
    const { before, home } = settled;
    if (before !== undefined && !settled.linked) return before;
    await rows.commit(
      app,
      [before],
      [
        ...subjectWrites(table, app, before, home, { why: 'number-change', now: deps.now() }),
        ...placeWrites(table, app.appId, settled.places),
      ],
    );
    await deps.finish(app, home);
    throw new StaleReadError('the person of a notice is known now');
  }

  /** Whether the notice is history: by its time the person has come to the number that is theirs today only later. */
  async function hasMovedSince(
    app: App,
    { pair, subject }: Home,
    notice: ChangeNotice,
    at: Milliseconds,
  ): Promise<boolean> {
    const { phone } = subject;
    if (phone === undefined || notice.becomes.phone === undefined || phone === notice.becomes.phone) return false;
    const { found } = await lookAt(app, phone, at);
    return Math.max(pair?.last ?? 0, found?.heldSince ?? 0) > at;
  }

  /** Ends the tenure of the old number at the change, where it reaches beyond. */
  async function endThen(app: App, home: Home, old: readonly Sighting[], at: Milliseconds): Promise<void> {
    const phone = old.find(({ identifier }) => identifier.kind === 'phone');
    if (phone === undefined || phone.held.holder?.subjectId !== home.subject.subjectId) return;
    const { hold } = phone;
    if (hold.asOf === 'today' && home.subject.phone !== phone.identifier.value)
      await changes.takeOver(app, home, phone, at);
    else if (hold.asOf === 'today') await interruptLater(app, home, phone, at);
    else if (hold.asOf === 'ended' && hold.tenure.until > at) await changes.interruptEnded(app, home, phone, at);
    else return;
    throw new StaleReadError('a tenure was interrupted');
  }

  /** A number that a late notice brought, and that the person has left for the one that is theirs today. */
  async function leaveAgain(app: App, home: Home, phone: Sighting, at: Milliseconds): Promise<void> {
    const { pair, subject } = home;
    const until = pair?.first ?? (subject.phone && (await lookAt(app, subject.phone, deps.now())).found?.heldSince);
    if (typeof until !== 'number') return;
    if (subject.bsuid === undefined) await changes.takeOver(app, home, phone, until);
    else await changes.heldEarlier(app, home, phone, { at, until });
  }

  /** Somebody who was seen with the number after `at` did not hold it then: they came by it later, or came back. */
  function interruptLater(app: App, home: Home, phone: Sighting, at: Milliseconds): Promise<void> {
    const since = phone.found?.heldSince ?? 0;
    const { first, last } = home.pair ?? { first: since, last: since };
    return changes.interrupt(app, home, phone, first > at ? { until: first } : { from: at, until: last });
  }

  /** Others who are known under the new identifiers: the same person, or a holder who has left. Each is settled, then all is looked at again. */
  async function freeTheNew(
    app: App,
    home: Home,
    next: readonly Sighting[],
    notice: ChangeNotice,
    at: Milliseconds,
    isPast: boolean,
  ): Promise<void> {
    for (const sighting of next) {
      const { held, identifier: each } = sighting;
      const other =
        held.asOf === 'gap' || (held.asOf === 'ended' && held.unknownPeople === true) ? undefined : held.holder;
      if (other === undefined) continue;
      if (other.subjectId === home.subject.subjectId) {
        if (!isPast || each.kind !== 'phone' || held.asOf !== 'today') continue;
        await leaveAgain(app, home, sighting, at);
        throw new StaleReadError('a number of then was left');
      }
      const { bsuid } = other;
      const contradicts =
        bsuid !== undefined && bsuid !== (notice.becomes.bsuid ?? notice.person.bsuid ?? home.subject.bsuid);
      const isOlder = contradicts || other.firstKnownAt < at || held.unknownPeople === true;
      if (each.kind === 'phone' && isOlder) await makeRoom(app, other, sighting, at);
      else
        await changes.merge(app, home, other.home, {
          phone: isPast ? home.subject.phone : (other.phone ?? notice.becomes.phone),
          at,
        });
      throw new StaleReadError('the new identifiers had another holder');
    }
  }

  async function makeRoomForStranger(app: App, phone: Sighting, at: Milliseconds): Promise<void> {
    const { holder } = phone.held;
    if (phone.identifier.kind !== 'phone' || holder === undefined || holder.firstKnownAt >= at) return;
    if (phone.held.asOf === 'ended' && phone.held.unknownPeople === true) return;
    await makeRoom(app, holder, phone, at);
  }

  /** Somebody else is on record for a number by the time of a change to it: before, and perhaps since. */
  async function makeRoom(app: App, other: HomeHolder, phone: Sighting, at: Milliseconds): Promise<void> {
    const { pair } = other;
    if (phone.held.asOf === 'ended') return changes.interruptEnded(app, other.home, phone, at);
    if (pair === undefined || pair.last <= at || phone.held.unknownPeople === true)
      return changes.takeOver(app, other.home, phone, at);
    return interruptLater(app, other.home, phone, at);
  }

  /** The place of a number as of just before the change. */
  function lookAt(app: App, phone: string, at: Milliseconds): Promise<Sighting> {
    return identifier.sight(app.appId, { kind: 'phone', value: phone }, at);
  }

  return { change };
}

/** A notice of a number alone, at a time when nobody whom we know held it: it tells nothing of anybody. */
function isNobody(old: readonly Sighting[]): boolean {
  return old.every(
    ({ identifier, held }) => identifier.kind === 'phone' && (held.asOf === 'gap' || held.unknownPeople === true),
  );
}
