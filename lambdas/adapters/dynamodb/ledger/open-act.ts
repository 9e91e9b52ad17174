import type { App } from '../../../domain/app/app.ts';
import { dayOf } from '../../../domain/day.ts';
import { withdrawalReason } from '../../../domain/eligibility/row-changes.ts';
import { eventOfAct } from '../../../domain/events/event-of-act.ts';
import type { Changes } from '../../../domain/ledger/changes.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { ActName, Committed, OpenAct } from '../../../use-cases/ledger/store-ports.ts';
import { toLedgerItem } from '../entries/ledger-item.ts';
import type { ResolvedPerson } from '../identity/resolved-person.ts';
import type { Home } from '../places/place.ts';
import { placeWrites } from '../places/put-place.ts';
import { birthPlaceOf } from '../places/user-id.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { chargedAttributes } from '../table/charged-attributes.ts';
import type { DocumentTable } from '../table/document-table.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import { ledgerKey } from '../table/keys.ts';
import { AlreadyRecordedError, mustNotExist, putNew, StaleReadError } from '../table/transaction.ts';
import type { FirstReader } from './read-first.ts';

export interface OpenActDeps {
  readonly table: DocumentTable;
  readonly hash: KeyedHash;
  readonly rows: RowKeeper;
  readonly first: FirstReader;
  readonly now: () => Milliseconds;
}

/**
 * How old the time of an act may be when the act is written, in milliseconds. Whoever asks for withdrawals since a time, or closes an
 * export, looks back further than that (`closeOverlap`): what is written later than this gets a new time first.
 */
export const oldestAct = 10_000;

/**
 * An act whose person is settled. Its commit writes ledger entry, state, eligible rows and withdrawal row in one transaction, so that
 * an acknowledged act is stored whole.
 */
export function openAct(
  { table, hash, rows, first, now: clock }: OpenActDeps,
  app: App,
  settled: ResolvedPerson,
): OpenAct {
  const { before, home, places, tenants, earlier, next } = settled;

  async function commit(changes: Changes, by: ActName): Promise<Committed> {
    const { subject, head, entry } = changes;
    const { act, recordedAt: now } = entry.header;
    if (clock() - now > oldestAct) throw new StaleReadError('what was decided is too old to be written');
    if (act.kind === 'identity') throw new Error('Changes of identity are written by what makes them.');
    const entryKey = hash.entry(by.name);
    const keyOf = (subjectId: string) => ledgerKey(app.appId, subjectId, entryKey);
    const item = toLedgerItem(keyOf(subject.subjectId), entry, {
      rq: by.content,
      after: changes.consent,
      earlier: earlier && isAnswered(act),
      reply: changes.reply,
      choice: changes.choice,
      charged: chargedAttributes(changes.charges, dayOf(app.timeZone, entry.header.saidAt), changes.flips),
      told: eventOfAct({ header: entry.header, before: home.subject, after: subject, flips: changes.flips }),
      birthPlace: birthPlaceOf(subject.userId),
    });
    // A retry may lie in the ledger of a subject that turned out to be this one, or of another holder of the identifier. A copy has to
    // stand here whoever else has one.
    const others = entry.header.copyOf === undefined ? tenants.map(({ subjectId }) => subjectId) : [];
    const elsewhere = [...home.absorbed, ...others].map(keyOf);
    const after: Home = { ...home, subject, head };
    const writes = [
      ...subjectWrites(table, app, before, after, { why: withdrawalReason(act), now, ref: entry.ref, entry: entryKey }),
      putNew(table, item),
      ...placeWrites(table, app.appId, places),
      ...elsewhere.map((key) => mustNotExist(table, key)),
    ];
    try {
      await rows.commit(app, [before], writes, [item, ...elsewhere]);
      return { person: after };
    } catch (error) {
      if (!(error instanceof AlreadyRecordedError)) throw error;
      return { first: await first.met(app, error, { home, tenants }) };
    }
  }

  return { person: home, earlier, next, commit };
}

/** Whether a caller is answered with what it came to, and with whose it is. */
function isAnswered(act: Changes['entry']['header']['act']): boolean {
  return act.kind === 'statement' || (act.kind === 'suppression' && act.reason === 'administrative');
}
