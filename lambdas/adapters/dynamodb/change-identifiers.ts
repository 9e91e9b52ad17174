import type { App } from '../../domain/app/app.ts';
import type { Evidence, Milliseconds } from '../../domain/consent/statement.ts';
import { debtsToForms } from '../../domain/identity/denials.ts';
import { type Identifier, identifiersOf, type PersonRef } from '../../domain/identity/person.ts';
import type { PersonEvent } from '../../use-cases/ports.ts';
import { createdPerson, pointer, taken } from './arrive.ts';
import type { PersonIdentifier, Sighting } from './identify.ts';
import { type IdentityChangeDeps, recordIdentity } from './identity-entry.ts';
import type { Home, Pointer } from './place.ts';
import { placeWrites, putPlace } from './put-place.ts';
import { type IdentifierReleaser, withoutPair } from './release-identifier.ts';
import type { RowKeeper } from './row-keeper.ts';
import type { IdentityChanges } from './settle-person.ts';
import { subjectWrites } from './subject-writes.ts';
import { AlreadyRecordedError, StaleReadError, type TransactItem, transact, untilSettled } from './transaction.ts';

type ChangeNotice = PersonEvent & { readonly becomes: PersonRef; readonly evidence: Evidence };

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
    finish(app: App, home: Home): Promise<void>;
  },
) {
  const { table, identifier, changes, rows, hash } = deps;

  async function change(app: App, notice: ChangeNotice): Promise<void> {
    const home = await untilSettled(async () => {
      const at = Math.min(notice.at, deps.now());
      const old = await sightAll(app, notice.person, at - 1);
      const known = knownBy(old);
      if (known === undefined) return rememberStranger(app, old, notice, at);
      if (known.unproven === true) {
        await changes.settleStoredPair(app, known);
        throw new StaleReadError('a stored pair was settled');
      }
      const next = await sightAll(app, notice.becomes, at);
      await freeTheNew(app, known, next, notice, at);
      return move(app, known, old, next, notice, at);
    });
    if (home !== undefined) await deps.finish(app, home);
  }

  function sightAll(app: App, person: PersonRef, at: Milliseconds): Promise<Sighting[]> {
    return Promise.all(identifiersOf(person).map((each: Identifier) => identifier.sight(app.appId, each, at)));
  }

  /** Who the notice is about: by BSUID, else by what is known of the number. Whoever filled a gap is nobody whom we know. */
  function knownBy(old: readonly Sighting[]): Home | undefined {
    const holders = old.filter(({ held }) => held.holder !== undefined && held.unknownPeople !== true);
    const found = holders.find((each) => each.identifier.kind === 'bsuid') ?? holders[0];
    return found?.held.holder?.home;
  }

  /**
   * Somebody of whom nothing is known left a number. Remembered, because an older notice that arrives later may show who it was:
   * they must not keep a number that they have left.
   */
  async function rememberStranger(
    app: App,
    old: readonly Sighting[],
    notice: ChangeNotice,
    at: Milliseconds,
  ): Promise<Home | undefined> {
    const phone = old.find((each) => each.identifier.kind === 'phone');
    if (phone === undefined || phone.hold.asOf !== 'today' || phone.held.holder !== undefined) return undefined;
    const found = {
      sightings: old,
      decision: { do: 'create' as const, phone: 'holds' as const, bsuid: true },
      windows: new Map(),
    };
    const created = createdPerson(hash, found.decision, found, notice.person, at - 1, deps.newId());
    await transact(table, [
      ...subjectWrites(table, app, undefined, created.home, { why: 'number-change', now: deps.now() }),
      ...placeWrites(table, app.appId, created.places),
    ]);
    throw new StaleReadError('a stranger is known now');
  }

  /** Others who are known under the new identifiers: the same person, or a holder who has left. Each is settled, then all is looked at again. */
  async function freeTheNew(
    app: App,
    home: Home,
    next: readonly Sighting[],
    notice: ChangeNotice,
    at: Milliseconds,
  ): Promise<void> {
    for (const sighting of next) {
      const { held, identifier: each } = sighting;
      const other =
        held.asOf === 'gap' || (held.asOf === 'ended' && held.unknownPeople === true) ? undefined : held.holder;
      if (other === undefined || other.subjectId === home.subject.subjectId) continue;
      const { bsuid } = other;
      const contradicts =
        bsuid !== undefined && bsuid !== (notice.becomes.bsuid ?? notice.person.bsuid ?? home.subject.bsuid);
      const isOlder = contradicts || other.firstKnownAt < at || held.unknownPeople === true;
      if (each.kind === 'phone' && isOlder) {
        if (held.asOf === 'ended') continue;
        await changes.takeOver(app, other.home, sighting, at);
      } else {
        await changes.merge(app, home, other.home, other.phone ?? notice.becomes.phone, at);
      }
      throw new StaleReadError('the new identifiers had another holder');
    }
  }

  async function move(
    app: App,
    before: Home,
    old: readonly Sighting[],
    next: readonly Sighting[],
    notice: ChangeNotice,
    at: Milliseconds,
  ): Promise<Home> {
    const { becomes } = notice;
    const entry = { kind: 'identity', change: 'number-changed' } as const;
    const change = recordIdentity(deps, app, before, entry, at, notice.evidence, notice.eventId);
    const newPhone = next.find((each) => each.identifier.kind === 'phone' && each.held.asOf === 'today');
    const isNew = newPhone !== undefined && newPhone.identifier.value !== before.subject.phone;
    const leaves = becomes.phone !== undefined && becomes.phone !== notice.person.phone;
    const named = leaves ? stillTheirs(old, before) : undefined;
    const { phone: oldPhone, ...rest } = before.subject;
    // A number that the notice does not name cannot stay theirs beside the new one.
    const other = isNew && oldPhone !== undefined && oldPhone !== named?.identifier.value ? oldPhone : undefined;
    const keepsPhone = oldPhone !== undefined && named?.identifier.value !== oldPhone && !isNew;
    const subject = {
      ...rest,
      ...(keepsPhone && { phone: oldPhone }),
      ...(newPhone !== undefined && { phone: newPhone.identifier.value }),
      ...(becomes.bsuid !== undefined && { bsuid: becomes.bsuid }),
      ...(becomes.parentBsuid !== undefined && { parentBsuid: becomes.parentBsuid }),
    };
    const isPair = subject.phone !== undefined && subject.bsuid !== undefined;
    const pair = isNew || before.pair === undefined ? { first: at, last: at } : before.pair;
    let home: Home = {
      ...withoutPair(change.home),
      subject,
      ...(isPair && { pair }),
      ...(next.some(({ found }) => found !== undefined && found.pairs.length > 0) && { hasPairs: true }),
      debts: isNew ? [...before.debts, ...debtsToForms(before.subject, newPhone.identifier.value)] : before.debts,
    };
    const writes: TransactItem[] = [];
    const left = named ?? (other === undefined ? undefined : await lookAt(app, other, at));
    if (left !== undefined) {
      const gone = await changes.leave(app, before, home, left, at, undefined, isFree(newPhone) ? newPhone : undefined);
      writes.push(...gone.writes);
      home = { ...gone.home, ...(home.pair !== undefined && { pair: home.pair }) };
    }
    const arrivals = next.filter(
      (each) => each.held.asOf === 'today' && each.place !== home.place && each.held.holder === undefined,
    );
    const pointers = arrivals.map((each): Pointer => {
      const arrived = pointer(taken(each, at, true), home);
      return each.identifier.kind === 'phone' ? { ...arrived, heldSince: at } : arrived;
    });
    if (home.place === newPhone?.place && home.place !== before.place) {
      const { keeps: _free, ...own } = home;
      home = { ...own, heldSince: at, pairs: home.pairs.filter(({ kept }) => kept !== true) };
    }
    try {
      await rows.commit(
        app,
        [before],
        [
          ...subjectWrites(table, app, before, home, { why: 'number-change', now: deps.now() }),
          ...pointers.map((place) => putPlace(table, app.appId, place, undefined)),
          ...writes,
          change.write,
        ],
        [change.key],
      );
    } catch (error) {
      if (!(error instanceof AlreadyRecordedError)) throw error;
      return before;
    }
    return home;
  }

  /** The place of a number as of just before the change. */
  function lookAt(app: App, phone: string, at: Milliseconds): Promise<Sighting> {
    return identifier.sight(app.appId, { kind: 'phone', value: phone }, at);
  }

  return { change };
}

/** A place where a home can move: nobody lives there. */
function isFree(sighting: Sighting | undefined): sighting is Sighting {
  return sighting !== undefined && sighting.held.holder === undefined && sighting.found?.kind !== 'home';
}

/** The old number, if it is still this subject's: it may have a new holder already. */
function stillTheirs(old: readonly Sighting[], home: Home): Sighting | undefined {
  const sighting = old.find((each) => each.identifier.kind === 'phone');
  if (sighting?.found === undefined || sighting.held.asOf !== 'today') return undefined;
  const { found } = sighting;
  const owner =
    found.kind === 'home' ? found.subject.subjectId : found.kind === 'pointer' ? found.subjectId : undefined;
  return owner === home.subject.subjectId || (owner !== undefined && home.absorbed.includes(owner))
    ? sighting
    : undefined;
}
