import type { App } from '../../../domain/app/app.ts';
import { movedInto } from '../../../domain/identity/decide-arrival.ts';
import { decideBeginning, decideEarlierTenure } from '../../../domain/identity/decide-earlier-tenure.ts';
import { decideMove } from '../../../domain/identity/decide-move.ts';
import { decideTakeOver } from '../../../domain/identity/decide-take-over.ts';
import type { Identifier } from '../../../domain/identity/person.ts';
import type { ReportedPair } from '../../../domain/identity/reported-pair.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { type Home, identifierOf, type Place, pointerTo } from '../places/place.ts';
import { placeWrites, putPlace } from '../places/put-place.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { StaleReadError, type TransactItem, transact } from '../table/transaction.ts';
import type { PersonIdentifier } from './identify.ts';
import { tenureInterrupter } from './interrupt-tenure.ts';
import { type Left, numberLeaver } from './leave-number.ts';
import type { Relocator } from './relocate-home.ts';
import type { Sighting } from './sighting.ts';

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

  /** A number has a new holder: `from` loses it at `at`; its place is left released. */
  async function takeOver(app: App, from: Home, phone: Sighting, at: Milliseconds): Promise<void> {
    const released = recordIdentity(deps, app, from, { kind: 'identity', change: 'released' }, at);
    const unknownPeople = phone.held.unknownPeople === true;
    const changed = { ...released.home, ...decideTakeOver(from, { number: phone.identifier, unknownPeople }) };
    const left = await leave(app, { before: from, changed, number: phone, at });
    await commit(app, from, left.home, [...left.writes, released.write]);
  }

  /** The person left their number for this one, without a notice. */
  async function move(app: App, home: Home, phone: Sighting, at: Milliseconds): Promise<void> {
    const { identifier: number, held } = phone;
    const isFree = held.asOf === 'today' && held.holder === undefined;
    const changes = decideMove(home, { number: number.value, isFree, at });
    const moved = recordIdentity(deps, app, home, { kind: 'identity', change: 'number-changed' }, at);
    const left = await leave(app, {
      before: home,
      changed: { ...moved.home, ...changes.person },
      number: await look(app, changes.left),
      at,
      keeps: changes.kept.atNumber,
    });
    const own = await withMark(app, left.home, changes.bsuid, changes.kept.atBsuid);
    const arrived = isFree ? [pointerTo(own.home, phone, movedInto(phone.found, at))] : [];
    const places = [...own.places, ...arrived].map((place) => putPlace(table, app.appId, place, undefined));
    await commit(app, home, own.home, [...left.writes, ...places, moved.write]);
  }

  /** The person held a number earlier: before somebody whom we know, or (`until`) before they had the one that is theirs now. */
  async function heldEarlier(
    app: App,
    home: Home,
    phone: Sighting,
    { at, until }: { readonly at: Milliseconds; readonly until: Milliseconds | undefined },
  ): Promise<void> {
    const { identifier: number, found, hold, held } = phone;
    const other =
      hold.asOf === 'gap' ? await deps.identifier.homeOfNext(app.appId, phone, hold.next) : held.holder?.home;
    const state = { person: home, number, record: found, hold, other: other?.subject };
    const changes = decideEarlierTenure(state, { at, until });
    if (changes.held !== 'in-gap') await beginLater(app, home);
    if (changes.held === 'until-now') {
      const released = recordIdentity(deps, app, home, { kind: 'identity', change: 'released' }, changes.until);
      const left = await leave(app, {
        before: home,
        changed: { ...released.home, ...changes.person },
        number: phone,
        at: changes.until,
        keeps: changes.kept.atNumber,
      });
      const own = await withMark(app, left.home, changes.bsuid, changes.kept.atBsuid);
      return commit(app, home, own.home, [
        ...left.writes,
        ...placeWrites(table, app.appId, own.places),
        released.write,
      ]);
    }
    const changed: Home = { ...home, ...changes.person };
    const before = found ?? identifierOf(undefined, phone.place);
    const former = [...before.former, { ...changes.tenure, home: home.place }];
    if (changes.held === 'in-gap') {
      const livesThere = before.place === home.place;
      const after = livesThere ? { ...changed, former } : changed;
      const places = livesThere ? [after] : [after, { ...before, former }];
      await transact(table, placeWrites(table, app.appId, places));
      return deps.finish(app, after);
    }
    const own = await withMark(app, changed, changes.bsuid, changes.kept.atBsuid);
    const place: Place = { ...before, ...changes.number, former };
    await transact(table, [
      putPlace(table, app.appId, own.home, home),
      ...placeWrites(table, app.appId, [place, ...own.places]),
    ]);
    await deps.finish(app, own.home);
  }

  /** Whoever had another number before came to today's only when they were first seen with it. */
  async function beginLater(app: App, home: Home): Promise<void> {
    const { phone } = home.subject;
    if (phone === undefined || home.pair === undefined) return;
    const number = await look(app, { kind: 'phone', value: phone });
    const before = decideBeginning(home, number.found?.kind === 'released' ? undefined : number.found);
    if (before === undefined) return;
    await interrupt(app, home, number, before);
    throw new StaleReadError('a tenure began later');
  }

  /** The mark of a number that keeps somebody's denials, at their BSUID. */
  async function withMark(
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

  async function commit(app: App, before: Home, after: Home, writes: readonly TransactItem[]): Promise<void> {
    const own = subjectWrites(table, app, before, after, { why: 'number-change', now: deps.now() });
    await rows.commit(app, [before], [...own, ...writes]);
    await deps.finish(app, after);
  }

  return { takeOver, move, heldEarlier, interrupt, interruptEnded, leave };
}

export type IdentifierReleaser = ReturnType<typeof identifierReleaser>;
