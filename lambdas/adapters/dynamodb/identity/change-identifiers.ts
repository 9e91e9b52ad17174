import type { App } from '../../../domain/app/app.ts';
import {
  type ChangeNotice,
  decideEnd,
  decideOther,
  decideStranger,
  type HandOver,
  hasMovedSince,
  isOfNobody,
} from '../../../domain/identity/decide-change-notice.ts';
import { type Identifier, identifiersOf, type PersonRef } from '../../../domain/identity/person.ts';
import { seenOf } from '../../../domain/identity/seen-identifier.ts';
import type { SaidBy } from '../../../domain/ledger/statement-command.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { IdentityChangeDeps } from '../entries/identity-entry.ts';
import type { Home } from '../places/place.ts';
import { placeWrites } from '../places/put-place.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { StaleReadError, untilSettled } from '../table/transaction.ts';
import type { PersonIdentifier } from './identify.ts';
import { noticeMover } from './move-by-notice.ts';
import type { NoticeEvent } from './notice-event.ts';
import type { IdentifierReleaser } from './release-identifier.ts';
import type { IdentityChanges, ResolvedPerson } from './resolved-person.ts';
import type { HomeHolder, Sighting } from './sighting.ts';

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
    settle(app: App, person: PersonRef, at: Milliseconds, by: SaidBy): Promise<ResolvedPerson>;
    finish(app: App, home: Home): Promise<void>;
  },
) {
  const { table, identifier, changes, rows } = deps;
  const { move } = noticeMover(deps);

  async function change(app: App, event: NoticeEvent): Promise<void> {
    const home = await untilSettled(async () => {
      const at = Math.min(event.at, deps.now());
      const notice = { named: event.person, becomes: event.becomes, at };
      const old = await sightAll(app, event.person, at - 1);
      if (isOfNobody(old)) {
        for (const next of await sightAll(app, event.becomes, at))
          await handOver(app, next, next.held.holder?.home, decideStranger(next, at), at);
        return undefined;
      }
      const before = await personOf(app, event.person, at);
      const isPast = hasMovedSince(before, await todaysNumber(app, before, notice), notice);
      if (isPast) await endThen(app, before, seenOf(old, 'phone'), at);
      const next = await sightAll(app, event.becomes, at);
      await freeTheNew(app, before, next, { ...notice, isPast });
      return isPast ? undefined : move(app, { before, old, next, event, at });
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
  async function personOf(app: App, person: PersonRef, at: Milliseconds): Promise<Home> {
    const settled = await deps.settle(app, person, at - 1, 'provider');
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

  /** The place of the number that is theirs today, where it is not the one of the notice. */
  async function todaysNumber(app: App, { subject }: Home, { becomes, at }: ChangeNotice) {
    const { phone } = subject;
    if (phone === undefined || becomes.phone === undefined || phone === becomes.phone) return undefined;
    return (await lookAt(app, phone, at)).found;
  }

  /** Ends the tenure of the old number at the change, where it reaches beyond. */
  async function endThen(app: App, home: Home, old: Sighting | undefined, at: Milliseconds): Promise<void> {
    const decision = decideEnd(home, old, at);
    if (old === undefined || decision === undefined) return;
    await handOver(app, old, home, decision, at);
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

  /** Others who are known under the new identifiers: the same person, or a holder who has left. Each is settled, then all is looked at again. */
  async function freeTheNew(
    app: App,
    home: Home,
    next: readonly Sighting[],
    notice: ChangeNotice & { readonly isPast: boolean },
  ): Promise<void> {
    for (const each of next) {
      const decision = decideOther(home, each, notice);
      const other: HomeHolder | undefined = each.held.holder;
      if (decision === undefined || other === undefined) continue;
      if (decision.do === 'leave-again') await leaveAgain(app, home, each, notice.at);
      else if (decision.do === 'merge')
        await changes.merge(app, home, other.home, { phone: decision.phone, at: notice.at });
      else await handOver(app, each, other.home, decision, notice.at);
      throw new StaleReadError('the new identifiers had another holder');
    }
  }

  /** Takes a number from whoever is on record for it. */
  async function handOver(
    app: App,
    phone: Sighting,
    from: Home | undefined,
    decision: HandOver | undefined,
    at: Milliseconds,
  ): Promise<void> {
    if (from === undefined || decision === undefined) return;
    if (decision.do === 'interrupt') return changes.interrupt(app, from, phone, decision);
    if (decision.do === 'interrupt-ended') return changes.interruptEnded(app, from, phone, at);
    return changes.takeOver(app, from, phone, at);
  }

  /** The place of a number as of just before the change. */
  function lookAt(app: App, phone: string, at: Milliseconds): Promise<Sighting> {
    return identifier.sight(app.appId, { kind: 'phone', value: phone }, at);
  }

  return { change };
}
