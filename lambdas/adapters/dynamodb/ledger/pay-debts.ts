import type { App } from '../../../domain/app/app.ts';
import type { Debt, TravelledOver } from '../../../domain/identity/denials.ts';
import { sameIdentifier } from '../../../domain/identity/reported-pair.ts';
import { isPlatformStopped } from '../../../domain/identity/subject.ts';
import type { LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import { readLedgers } from '../entries/ledger-reader.ts';
import type { Home } from '../places/place.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import { putPlace } from '../places/put-place.ts';
import { parseUserId } from '../places/user-id.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { wasSaidByNumber } from '../table/cut.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { transact, untilSettled } from '../table/transaction.ts';
import type { PersonEventRecorder } from './record-person-event.ts';
import type { StatementRecorder } from './record-statement.ts';
import { type Denial, type denialTraveller, namesOf, refOf } from './travel-denials.ts';

/**
 * What a change of identity leaves to be done once it is written: denials that are owed to other identifiers, and rows that were
 * taken away to make room. Both are noted on the home, so that a crash in between only postpones them to the next act; until then
 * whatever made the change is not acknowledged.
 */
export function debtPayer(deps: {
  readonly table: DocumentTable;
  readonly reader: PlaceReader;
  readonly rows: RowKeeper;
  readonly traveller: ReturnType<typeof denialTraveller>;
  recorders(): { readonly statements: StatementRecorder; readonly events: PersonEventRecorder };
}) {
  const { table, reader, rows, traveller } = deps;

  /** Does what is left to do for a subject; costs nothing where there is nothing. */
  async function finish(app: App, home: Home): Promise<void> {
    if (home.debts.length > 0) await pay(app, home.subject.userId);
    await giveBack(app, home);
  }

  /** Only the rows: what a copy leaves to be done, so that two who owe each other do not pay in circles. */
  async function giveBack(app: App, home: Home): Promise<void> {
    if (home.subject.unsettled === true) {
      await untilSettled(async () => {
        const now = await homeOf(app, home.subject.userId);
        if (now.subject.unsettled === true) await rows.giveBack(app, now);
      });
    }
  }

  async function pay(app: App, userId: string): Promise<void> {
    const home = await homeOf(app, userId);
    for (const debt of home.debts) {
      const from = debt.of === undefined ? home : await homeOf(app, debt.of);
      const to = debt.of === undefined ? refOf(debt.to) : { userId };
      const entries = await readLedgers(table, app.appId, [from.subject.subjectId, ...from.absorbed]);
      for (const denial of denialsOf(app, from, entries, debt)) {
        const copied = await denial.copy(to, { over: debt.over, today: true });
        await traveller.spread(app, { ...denial, person: to }, copied, debt.over, namesOf(from));
      }
    }
    await untilSettled(async () => {
      const now = await homeOf(app, userId);
      const left = now.debts.filter((debt) => !home.debts.some((paid) => isSame(paid, debt)));
      if (left.length === now.debts.length) return;
      await transact(table, [putPlace(table, app.appId, { ...now, debts: left }, now)]);
    });
  }

  /** The denials that a debt is about, each ready to be recorded elsewhere. */
  function denialsOf(app: App, home: Home, entries: readonly LedgerEntry[], debt: Debt): Denial[] {
    const { statements, events } = deps.recorders();
    const before = debt.until ?? Number.POSITIVE_INFINITY;
    const { from, to } = debt;
    const { bsuid } = home.subject;
    const said = entries.filter(({ header, ...entry }) => {
      if (header.saidAt >= before || !mayTravel(header.copyOf?.over, debt.over)) return false;
      if (from === undefined) return true;
      const who = { number: to.value, ...(bsuid !== undefined && { bsuid }) };
      return header.saidAt >= from && wasSaidByNumber({ header, ...entry }, who);
    });
    const { platformStop, suppressions } = home.subject;
    const byRef = new Map(said.map((entry) => [entry.ref, entry]));
    return [
      ...said.flatMap((entry) => statements.denialOf(app, entry)),
      ...(isPlatformStopped(platformStop) ? events.standing(app, byRef, platformStop.ref) : []),
      ...suppressions.flatMap(({ ref }) => events.standing(app, byRef, ref)),
    ];
  }

  async function homeOf(app: App, userId: string): Promise<Home> {
    const parsed = parseUserId(userId);
    const home = parsed === undefined ? undefined : await reader.home(app.appId, parsed.subjectId, parsed.place);
    if (home === undefined) throw new Error('A subject that was just written is not there.');
    return home;
  }

  return { finish, giveBack };
}

export type DebtPayer = ReturnType<typeof debtPayer>;

/** A no that came over a pair follows no other pair; one that came from elsewhere is nobody's who held the number in a gap. */
function mayTravel(came: TravelledOver | undefined, over: TravelledOver): boolean {
  if (over === 'pair') return came !== 'pair';
  if (over === 'gap') return came === undefined || came === 'named';
  return true;
}

function isSame(a: Debt, b: Debt): boolean {
  return sameIdentifier(a.to, b.to) && a.until === b.until && a.from === b.from && a.of === b.of && a.over === b.over;
}
