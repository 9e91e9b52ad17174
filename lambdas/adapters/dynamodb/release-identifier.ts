import type { App } from '../../domain/app/app.ts';
import { foldStatements } from '../../domain/consent/fold.ts';
import type { Milliseconds } from '../../domain/consent/statement.ts';
import { debtsToForms, hasDenials } from '../../domain/identity/denials.ts';
import type { Identifier } from '../../domain/identity/person.ts';
import type { ReportedPair } from '../../domain/identity/reported-pair.ts';
import type { Subject } from '../../domain/identity/subject.ts';
import { interrupted } from '../../domain/identity/tenures.ts';
import { pointer, taken, withEnded } from './arrive.ts';
import type { Sighting } from './identify.ts';
import { type IdentityChangeDeps, recordIdentity } from './identity-entry.ts';
import { statementsOf } from './ledger-item.ts';
import { readLedgers } from './ledger-reader.ts';
import { type Former, type Home, identifierOf, type Place, type Released } from './place.ts';
import { putPlace } from './put-place.ts';
import type { Relocator } from './relocate-home.ts';
import type { RowKeeper } from './row-keeper.ts';
import { subjectWrites } from './subject-writes.ts';
import { type TransactItem, transact } from './transaction.ts';

/** The place that is left, as it was read. */
type Left = Pick<Sighting, 'place' | 'found'>;

export interface ReleaseDeps extends IdentityChangeDeps {
  readonly relocator: Relocator;
  readonly rows: RowKeeper;
  /** Pays what the subject owes and gives it its rows back. */
  finish(app: App, home: Home): Promise<void>;
}

/** Takes numbers from those who have left them, and puts on record who held them earlier (semantics 5). */
export function identifierReleaser(deps: ReleaseDeps) {
  const { table, reader, hash, relocator, rows } = deps;

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
    const left = await leave(app, from, withoutPair(home), phone, at);
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
    const isFree = phone.held.holder === undefined;
    const leaving = await look(app, oldId);
    const moved: Home = {
      ...withoutPair(changed.home),
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
    const places: Place[] = [];
    let after = left.home;
    const kept: ReportedPair = { with: oldId, until: at, kept: true };
    const bsuidPlace = await look(app, bsuidId);
    if (after.place === bsuidPlace.place) after = { ...after, pairs: [...after.pairs, kept] };
    else if (bsuidPlace.found !== undefined)
      places.push({ ...bsuidPlace.found, pairs: [...bsuidPlace.found.pairs, kept] });
    if (isFree) places.push({ ...pointer(taken(phone, at, true), after), heldSince: at });
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
  async function heldEarlier(app: App, home: Home, phone: Sighting, until: Milliseconds | undefined): Promise<void> {
    const { hold } = phone;
    if (hold.asOf === 'gap') {
      const found = phone.found ?? identifierOf(undefined, phone.place);
      const place = withEnded(found, hold, home);
      return transact(table, [putPlace(table, app.appId, place, found.kind === 'home' ? found : undefined)]);
    }
    const { bsuid } = home.subject;
    if (hold.asOf !== 'today' || until === undefined || bsuid === undefined)
      throw new Error('Only a free number was held earlier by somebody who has another.');
    const bsuidId: Identifier = { kind: 'bsuid', value: bsuid };
    const gap = { since: hold.since, until };
    const ended = withEnded(identifierOf(phone.found, phone.place), gap, home);
    const pairs = [...ended.pairs, ...(keptFor(bsuidId, until).pairs ?? [])];
    const kept: ReportedPair = { with: phone.identifier, until, kept: true };
    const owes = hasDenials(home.subject);
    const debt = { to: phone.identifier, until, over: 'pair' as const };
    let after: Home = { ...home, hasPairs: true, debts: owes ? [...home.debts, debt] : home.debts };
    const bsuidPlace = await look(app, bsuidId);
    const places: Place[] = [{ ...ended, pairs, keeps: true }];
    if (after.place === bsuidPlace.place) after = { ...after, pairs: [...after.pairs, kept] };
    else if (bsuidPlace.found !== undefined)
      places.push({ ...bsuidPlace.found, pairs: [...bsuidPlace.found.pairs, kept] });
    await transact(table, [
      putPlace(table, app.appId, after, home),
      ...places.map((place) => putPlace(table, app.appId, place, undefined)),
    ]);
    await deps.finish(app, after);
  }

  /**
   * A late payload shows that somebody else held the number for a while, before today's holder did or in between. What was said by
   * the number then is not today's holder's: their grants of that time no longer count, their denials stay.
   */
  async function interrupt(
    app: App,
    home: Home,
    phone: Sighting,
    gap: { readonly from?: Milliseconds | undefined; readonly until: Milliseconds },
  ): Promise<void> {
    const { found } = phone;
    if (found === undefined || found.kind === 'released') throw new Error('Nobody holds the number.');
    const { subjectId } = home.subject;
    const tenures = interrupted<Former>(
      { ended: found.former, today: { since: found.heldSince } },
      (tenure) => ({ ...tenure, home: home.place }),
      subjectId,
      gap,
    );
    const cut = recordIdentity(
      deps,
      app,
      home,
      { kind: 'identity', change: 'cut', other: `${gap.from ?? 0}-${gap.until}` },
      gap.until,
    );
    const history = await readLedgers(table, app.appId, [subjectId, ...home.absorbed]);
    const place = { former: tenures.ended, heldSince: gap.until };
    const isHome = home.place === phone.place;
    const after: Home = {
      ...cut.home,
      ...(isHome && place),
      subject: { ...home.subject, registers: foldStatements(statementsOf([...history, cut.entry])) },
    };
    await rows.commit(
      app,
      [home],
      [
        ...subjectWrites(table, app, home, after, { why: 'number-change', now: deps.now() }),
        ...(isHome ? [] : [putPlace(table, app.appId, { ...found, ...place }, undefined)]),
        cut.write,
      ],
    );
    await deps.finish(app, after);
  }

  /**
   * Takes a subject off the place of a number: its tenure ends there. A home that was there moves to `to` (default: the place of its
   * BSUID, else one of its own), and so does the window, or the new holder would write as the old.
   *
   * @param before as read
   * @param after with everything else that changes
   * @param keep what the number keeps when it was left without a notice; without it whatever was reported of it ends
   */
  async function leave(
    app: App,
    before: Home,
    after: Home,
    left: Left,
    at: Milliseconds,
    keep: Pick<Released, 'keeps' | 'pairs'> | undefined = undefined,
    to?: Left,
  ): Promise<{ readonly home: Home; readonly writes: TransactItem[] }> {
    const identifier = identifierOf(left.found, left.place);
    const { heldSince, keeps: wasUnknown, ...rest } = identifier;
    const livesThere = before.place === left.place;
    const moved = await relocator.relocate(app, after, left, livesThere ? to : { place: before.place, found: before });
    const tenure: Former = {
      subjectId: after.subject.subjectId,
      home: moved.home.place,
      ...(heldSince !== undefined && { since: heldSince }),
      until: at,
      ...(wasUnknown === true && { gap: true }),
    };
    const released: Released = {
      ...rest,
      ...(keep?.keeps === true && { keeps: true }),
      former: [...identifier.former, tenure],
      trail: moved.trail,
      pairs: keep === undefined ? ended(identifier.pairs, at) : [...identifier.pairs, ...keep.pairs],
    };
    return {
      home: moved.home,
      writes: [putPlace(table, app.appId, released, livesThere ? before : undefined), ...moved.writes],
    };
  }

  async function look(app: App, each: Identifier): Promise<Left> {
    const place = hash.place(each);
    return { place, found: await reader.one(app.appId, place) };
  }

  return { takeOver, move, heldEarlier, interrupt, leave };
}

export type IdentifierReleaser = ReturnType<typeof identifierReleaser>;

function keptFor(bsuid: Identifier, until: Milliseconds): Pick<Released, 'keeps' | 'pairs'> {
  return { keeps: true, pairs: [{ with: bsuid, until, kept: true }] };
}

/** What was reported of a number, once it has a new holder: it held until then. */
function ended(pairs: readonly ReportedPair[], at: Milliseconds): ReportedPair[] {
  return pairs
    .filter(({ kept }) => kept !== true)
    .map((pair) => (pair.until === undefined ? { ...pair, until: at } : pair));
}

/** A subject that loses its number has no pair. */
export function withoutPair(home: Home): Home {
  const { pair: _noMore, ...rest } = home;
  return rest;
}
