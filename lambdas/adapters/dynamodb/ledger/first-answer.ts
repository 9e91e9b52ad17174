import type { App } from '../../../domain/app/app.ts';
import type { Outcome } from '../../../domain/consent/outcomes.ts';
import { EventIdReusedError, IdentityConflictError } from '../../../domain/errors.ts';
import type { RecordedStatement, StatementCommand } from '../../../use-cases/ledger/ports.ts';
import { type ConsentAfter, fromLedgerItem, type LedgerItem, subjectOfLedgerItem } from '../entries/ledger-item.ts';
import { readLedgerItem } from '../entries/ledger-reader.ts';
import type { ResolvedPerson } from '../identity/resolved-person.ts';
import type { Home, Trail } from '../places/place.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import { userIdOf } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type Key, ledgerKey } from '../table/keys.ts';
import { AlreadyRecordedError } from '../table/transaction.ts';

export interface FirstAnswerDeps {
  readonly table: DocumentTable;
  readonly reader: PlaceReader;
  /** Everybody who ever held what was named: an act that is tried again may lie in their ledgers. */
  holders(app: App, person: StatementCommand['person']): Promise<readonly Trail[]>;
}

/** The answer, and whom it concerns. */
export interface RecordedOfPerson {
  readonly recorded: RecordedStatement;
  readonly home: Home;
  readonly next: Home | undefined;
}

/** Finds what an act was answered with when it came first: a retry gets the same, with the userId of then. */
export function firstAnswers({ table, reader, holders }: FirstAnswerDeps) {
  /**
   * The first answer of an act whose entry was met while it was recorded again.
   *
   * @param rq hash of the content of the retry
   * @throws EventIdReusedError when the entry is of another act, or of the same with another content
   */
  async function ofEntry(
    app: App,
    command: StatementCommand,
    rq: string,
    met: AlreadyRecordedError,
    person: Pick<ResolvedPerson, 'home' | 'tenants'>,
  ): Promise<RecordedOfPerson> {
    const item = met.item ?? (await readLedgerItem(table, met.key));
    const { userId, home } = await firstHolder(app, met.key, person);
    // A provider's id that came with another act is another act: it must not pass for the first one.
    if (item === undefined || item.kind !== 'statement' || (command.provider && item.action !== command.action))
      throw new EventIdReusedError('This event id was used for something else.');
    if (!command.provider && item.rq !== rq) {
      throw new EventIdReusedError('This event id came before with another content. Send a new id for a new act.');
    }
    return { recorded: answerOf(userId, item, item.applied ?? [], item.after ?? {}, true), home, next: undefined };
  }

  /**
   * The same of a call that contradicts what is proven by now: it may be the retry of one that did not.
   *
   * @throws `error` itself where there is no first answer
   */
  async function ofContradiction(
    app: App,
    command: StatementCommand,
    entryKey: string,
    rq: string,
    error: unknown,
  ): Promise<RecordedOfPerson> {
    // Without an id of its own the content is the name of an act, and that says nothing of whom it was about.
    if (!(error instanceof IdentityConflictError) || command.eventId === undefined) throw error;
    const tenants = await holders(app, command.person);
    for (const { subjectId, home: place } of tenants) {
      const key = ledgerKey(app.appId, subjectId, entryKey);
      const item = await readLedgerItem(table, key);
      const home = item && (await reader.home(app.appId, subjectId, place));
      if (home !== undefined) return ofEntry(app, command, rq, new AlreadyRecordedError(key, item), { home, tenants });
    }
    throw error;
  }

  /** Whose first answer a retry found: the userId of then, and where that person lives now. */
  async function firstHolder(
    app: App,
    key: Key,
    { home, tenants }: Pick<ResolvedPerson, 'home' | 'tenants'>,
  ): Promise<{ readonly userId: string; readonly home: Home }> {
    const subjectId = subjectOfLedgerItem(key);
    const tenant = tenants.find((each) => each.subjectId === subjectId);
    const lives = (tenant && (await reader.home(app.appId, subjectId, tenant.home))) ?? home;
    const birth = lives.births[subjectId];
    const isItself = lives.subject.subjectId === subjectId || birth === undefined;
    return { userId: isItself ? lives.subject.userId : userIdOf(birth, subjectId), home: lives };
  }

  return { ofEntry, ofContradiction };
}

/** What a statement is answered with, the first time and again. */
export function answerOf(
  userId: string,
  item: LedgerItem,
  outcomes: readonly Outcome[],
  consent: ConsentAfter,
  replayed: boolean,
): RecordedStatement {
  const { ref, header } = fromLedgerItem(item);
  if (header.act.kind !== 'statement')
    throw new Error(`The entry ${subjectOfLedgerItem(item)}.${item.n} is not a statement.`);
  const { action, purposes, level } = header.act;
  const { saidAt, recordedAt, source } = header;
  return {
    ...{ userId, ref, action, purposes, level, saidAt, recordedAt, source, outcomes, consent, replayed },
    ...(item.earlier === true && { holder: 'earlier' as const }),
  };
}
