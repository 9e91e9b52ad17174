import type { App } from '../../../domain/app/app.ts';
import type { Evidence } from '../../../domain/consent/statement.ts';
import { movedInto, takenChanges } from '../../../domain/identity/decide-arrival.ts';
import { debtsToForms } from '../../../domain/identity/denials.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { PersonEvent } from '../../../use-cases/ledger/ports.ts';
import { type IdentityChangeDeps, recordIdentity } from '../entries/identity-entry.ts';
import { type Home, type Pointer, pointerTo } from '../places/place.ts';
import { putPlace } from '../places/put-place.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { AlreadyRecordedError, type TransactItem } from '../table/transaction.ts';
import type { PersonIdentifier, Sighting } from './identify.ts';
import type { IdentifierReleaser } from './release-identifier.ts';

export type ChangeNotice = PersonEvent & { readonly becomes: PersonRef; readonly evidence: Evidence };

/** Writes that a person has new identifiers, once nobody else is on record for them. */
export function noticeMover(
  deps: IdentityChangeDeps & {
    readonly identifier: PersonIdentifier;
    readonly changes: Pick<IdentifierReleaser, 'leave'>;
    readonly rows: RowKeeper;
  },
) {
  const { table, identifier, changes, rows } = deps;

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
      ...change.home,
      subject,
      ...(isPair && { pair }),
      ...(next.some(({ found }) => found !== undefined && found.pairs.length > 0) && { hasPairs: true }),
      debts: isNew ? [...before.debts, ...debtsToForms(before.subject, newPhone.identifier.value)] : before.debts,
    };
    const writes: TransactItem[] = [];
    const left =
      named ??
      (other === undefined ? undefined : await identifier.sight(app.appId, { kind: 'phone', value: other }, at));
    if (left !== undefined) {
      const to = isFree(newPhone) ? newPhone : undefined;
      const gone = await changes.leave(app, { before, changed: home, number: left, at, to });
      writes.push(...gone.writes);
      home = { ...gone.home, ...(home.pair !== undefined && { pair: home.pair }) };
    }
    const arrivals = next.filter(
      (each) => each.held.asOf === 'today' && each.place !== home.place && each.held.holder === undefined,
    );
    const pointers = arrivals.map((each): Pointer => {
      const isNumber = each.identifier.kind === 'phone';
      return pointerTo(
        home,
        each,
        isNumber ? movedInto(each.found, at) : takenChanges(each.found, { at, isProven: true }),
      );
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

  return { move };
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
