import type { App } from '../../../domain/app/app.ts';
import { debtOfNext, debtsToForms, hasDenials } from '../../../domain/identity/denials.ts';
import type { Identifier } from '../../../domain/identity/person.ts';
import type { ReportedPair } from '../../../domain/identity/reported-pair.ts';
import type { Subject } from '../../../domain/identity/subject.ts';
import { lastEnd } from '../../../domain/identity/tenures.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { type Home, identifierOf, type Place, type Released } from '../places/place.ts';
import { placeWrites, putPlace } from '../places/put-place.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { StaleReadError, transact } from '../table/transaction.ts';
import { pointer, taken as takenPlace, withEnded } from './arrive.ts';
import type { PersonIdentifier, Sighting } from './identify.ts';
import { tenureInterrupter } from './interrupt-tenure.ts';
import { type Left, numberLeaver } from './leave-number.ts';
import type { Relocator } from './relocate-home.ts';

export interface ReleaseDeps extends IdentityChangeDeps {
  readonly relocator: Relocator;
  readonly identifier: PersonIdentifier;
  readonly rows: RowKeeper;
  /** Pays what the subject owes and gives it its rows back. */
  finish(app: App, home: Home): Promise<void>;
}

/** Takes numbers from those who have left them, and puts on record who held them earlier (semantics 5). */
export function identifierReleaser(deps: ReleaseDeps) {
  const { table, reader, hash, rows } = deps;
  const { leave } = numberLeaver(deps);
  const { interrupt, interruptEnded } = tenureInterrupter(deps);

  /**
   * A number has a new holder: `from` loses it at `at` and lives on under its BSUID; the place of the number is left released, so
   * that the new holder starts at zero. What was said by the number alone while nobody was known to hold it stands for the new
   * holder too, as far as it is a no.
   */
  async function takeOver(app: App, from: Home, phone: Sighting, at: Milliseconds): Promise<void> {
    const released = recordIdentity(deps, app, from, { kind: 'identity', change: 'released' }, at);
    const { phone: number, ...subject } = from.subject;
    const without: Subject = number === phone.identifier.value ? subject : from.subject;
    const owes = phone.held.unknownPeople === true && hasDenials(from.subject);
    const home: Home = {
      ...released.home,
      subject: without,
      debts: owes ? [...from.debts, { to: phone.identifier, over: 'gap' }] : from.debts,
    };
    const left = await leave(app, from, home, phone, at);
    await rows.commit(
      app,
      [from],
      [
        ...subjectWrites(table, app, from, left.home, { why: 'number-change', now: deps.now() }),
        ...left.writes,
        released.write,
      ],
    );
    await deps.finish(app, left.home);
  }

  /**
   * A payload shows a BSUID with another number than its proven one, without a notice: the person left the old number by then. It
   * keeps their denials until a payload proves a new holder, and answers for nothing else.
   */
  async function move(app: App, home: Home, phone: Sighting, at: Milliseconds): Promise<void> {
    const changed = recordIdentity(deps, app, home, { kind: 'identity', change: 'number-changed' }, at);
    const { phone: old, ...rest } = home.subject;
    const { bsuid } = home.subject;
    if (old === undefined || bsuid === undefined) throw new Error('Only a person with a proven pair moves.');
    const oldId: Identifier = { kind: 'phone', value: old };
    const bsuidId: Identifier = { kind: 'bsuid', value: bsuid };
    const isFree = phone.held.asOf === 'today' && phone.held.holder === undefined;
    const leaving = await look(app, oldId);
    const moved: Home = {
      ...changed.home,
      subject: { ...rest, ...(isFree && { phone: phone.identifier.value }) },
      ...(isFree && { pair: { first: at, last: at } }),
      hasPairs: true,
      debts: [
        ...home.debts,
        ...(hasDenials(home.subject) ? [{ to: oldId, until: at, over: 'pair' as const }] : []),
        ...(isFree ? debtsToForms(home.subject, phone.identifier.value) : []),
      ],
    };
    const left = await leave(app, home, moved, leaving, at, keptFor(bsuidId, at));
    const own = await withKept(app, left.home, bsuidId, { with: oldId, until: at, kept: true });
    const after = own.home;
    const places: Place[] = [...own.places];
    if (isFree) places.push({ ...pointer(takenPlace(phone, at, true), after), heldSince: at });
    await rows.commit(
      app,
      [home],
      [
        ...subjectWrites(table, app, home, after, { why: 'number-change', now: deps.now() }),
        ...left.writes,
        ...places.map((place) => putPlace(table, app.appId, place, undefined)),
        changed.write,
      ],
    );
    await deps.finish(app, after);
  }

  /**
   * A late payload shows that a person held a number earlier: before somebody whom we know came by it, or (`until`) before they had
   * the number that is theirs now. Then the number keeps their denials of that time.
   */
  async function heldEarlier(
    app: App,
    home: Home,
    phone: Sighting,
    at: Milliseconds,
    until: Milliseconds | undefined,
  ): Promise<void> {
    const { hold } = phone;
    if (hold.asOf === 'gap') {
      const found = phone.found ?? identifierOf(undefined, phone.place);
      const next = await deps.identifier.homeOfNext(app.appId, phone, hold.next);
      const isSame = next?.subject.subjectId === home.subject.subjectId;
      const debts = isSame ? [] : debtOfNext(next?.subject, phone.identifier.value, hold);
      const ended = withEnded(found, hold, home, at);
      const livesThere = found.place === home.place;
      const past = livesThere ? { former: ended.former } : {};
      const after: Home = { ...home, ...past, ...seenAt(home, at), debts: [...home.debts, ...debts] };
      const places = livesThere ? [after] : [after, ended];
      await transact(table, placeWrites(table, app.appId, places));
      return deps.finish(app, after);
    }
    const { bsuid } = home.subject;
    if (hold.asOf !== 'today' || until === undefined || bsuid === undefined)
      throw new Error('Only a number that is not theirs today was held earlier by somebody who has another.');
    const bsuidId: Identifier = { kind: 'bsuid', value: bsuid };
    await beginLater(app, home);
    const { holder } = phone.held;
    // The number leads to the person still, to nobody, or to somebody who came by it since and is known by nothing else.
    if (holder?.subjectId === home.subject.subjectId) return leaveSilently(app, home, phone, bsuidId, until);
    const found = phone.found ?? identifierOf(undefined, phone.place);
    const ended = withEnded(found, { since: hold.since, until }, home, at);
    const place: Place = {
      ...ended,
      pairs: [...ended.pairs, ...keptFor(bsuidId, until).pairs],
      keeps: true,
      ...(holder !== undefined && { heldSince: until }),
    };
    const kept: ReportedPair = { with: phone.identifier, until, kept: true };
    const owes = hasDenials(home.subject);
    const debt = { to: phone.identifier, until, over: 'pair' as const };
    const taken = debtOfNext(holder?.home.subject, phone.identifier.value, { since: hold.since, until });
    const marked: Home = {
      ...home,
      ...seenAt(home, at),
      hasPairs: true,
      debts: [...home.debts, ...(owes ? [debt] : []), ...taken],
    };
    const own = await withKept(app, marked, bsuidId, kept);
    await transact(table, [
      putPlace(table, app.appId, own.home, home),
      putPlace(table, app.appId, place, found.kind === 'home' ? found : undefined),
      ...placeWrites(table, app.appId, own.places),
    ]);
    await deps.finish(app, own.home);
  }

  /** Whoever had another number before came to today's only when they were first seen with it. */
  async function beginLater(app: App, home: Home): Promise<void> {
    const { phone: number } = home.subject;
    if (number === undefined || home.pair === undefined) return;
    const identifier: Identifier = { kind: 'phone', value: number };
    const { place, found } = await look(app, identifier);
    if (found === undefined || found.kind === 'released') return;
    const since = found.heldSince ?? lastEnd(found.former) ?? Number.NEGATIVE_INFINITY;
    if (since >= home.pair.first) return;
    await interrupt(app, home, { identifier, place, found }, { until: home.pair.first });
    throw new StaleReadError('a tenure began later');
  }

  /** A number that is no longer theirs, by a payload that is older than their present one. */
  async function leaveSilently(
    app: App,
    home: Home,
    phone: Sighting,
    bsuid: Identifier,
    until: Milliseconds,
  ): Promise<void> {
    const released = recordIdentity(deps, app, home, { kind: 'identity', change: 'released' }, until);
    const owes = hasDenials(home.subject);
    const debt = { to: phone.identifier, until, over: 'pair' as const };
    const marked: Home = { ...released.home, hasPairs: true, debts: owes ? [...home.debts, debt] : home.debts };
    const left = await leave(app, home, marked, phone, until, keptFor(bsuid, until));
    const own = await withKept(app, left.home, bsuid, { with: phone.identifier, until, kept: true });
    await rows.commit(
      app,
      [home],
      [
        ...subjectWrites(table, app, home, own.home, { why: 'number-change', now: deps.now() }),
        ...left.writes,
        ...placeWrites(table, app.appId, own.places),
        released.write,
      ],
    );
    await deps.finish(app, own.home);
  }

  /** The mark of a number that keeps somebody's denials, at their BSUID. */
  async function withKept(
    app: App,
    home: Home,
    bsuid: Identifier,
    kept: ReportedPair,
  ): Promise<{ readonly home: Home; readonly places: readonly Place[] }> {
    const { place, found } = await look(app, bsuid);
    if (home.place === place) return { home: { ...home, pairs: [...home.pairs, kept] }, places: [] };
    return { home, places: found === undefined ? [] : [{ ...found, pairs: [...found.pairs, kept] }] };
  }

  async function look(app: App, each: Identifier): Promise<Left & { readonly identifier: Identifier }> {
    const place = hash.place(each);
    return { identifier: each, place, found: await reader.one(app.appId, place) };
  }

  return { takeOver, move, heldEarlier, interrupt, interruptEnded, leave };
}

export type IdentifierReleaser = ReturnType<typeof identifierReleaser>;

function keptFor(bsuid: Identifier, until: Milliseconds): Pick<Released, 'keeps' | 'pairs'> {
  return { keeps: true, pairs: [{ with: bsuid, until, kept: true }] };
}

/** When somebody without a number was seen with one that they no longer have. */
function seenAt(home: Home, at: Milliseconds): Pick<Home, 'pair'> {
  if (home.subject.phone !== undefined) return {};
  return { pair: { first: Math.min(home.pair?.first ?? at, at), last: Math.max(home.pair?.last ?? at, at) } };
}
