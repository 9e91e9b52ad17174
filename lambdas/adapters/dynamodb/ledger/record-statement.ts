import { type App, findPurpose, marketingOf } from '../../../domain/app/app.ts';
import { chargesOf } from '../../../domain/collection/charges.ts';
import { consentState } from '../../../domain/consent/consent-state.ts';
import { applyStatement, foldConsent } from '../../../domain/consent/fold.ts';
import type { FoldedConsent, FoldedStatement } from '../../../domain/consent/folded-consent.ts';
import { outcomesOf } from '../../../domain/consent/outcomes.ts';
import type { Registers } from '../../../domain/consent/registers.ts';
import { purposesIn } from '../../../domain/consent/standing.ts';
import type { Action, StatementRef } from '../../../domain/consent/statement.ts';
import { InvalidInputError } from '../../../domain/errors.ts';
import { withConsent } from '../../../domain/identity/with-consent.ts';
import { canonicalJson, type Json } from '../../../domain/ledger/canonical-json.ts';
import type { LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import { confirmedOnce } from '../../../domain/replies/confirmed-once.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { StatementCommand } from '../../../use-cases/ledger/ports.ts';
import { append, nextRef, noticeOf } from '../entries/chain.ts';
import { type ConsentAfter, statementsOf, toLedgerItem } from '../entries/ledger-item.ts';
import { readLedgers } from '../entries/ledger-reader.ts';
import type { SaidBy } from '../identity/identify.ts';
import type { ResolvedPerson } from '../identity/resolved-person.ts';
import type { Home } from '../places/place.ts';
import { placeWrites } from '../places/put-place.ts';
import type { RowKeeper } from '../rows/row-keeper.ts';
import { subjectWrites } from '../rows/subject-writes.ts';
import { type KeyedHash, sha256 } from '../table/keyed-hash.ts';
import { ledgerKey } from '../table/keys.ts';
import { AlreadyRecordedError, mustNotExist, putNew, untilSettled } from '../table/transaction.ts';
import { answerOf, type FirstAnswerDeps, firstAnswers, type RecordedOfPerson } from './first-answer.ts';
import type { Denial, Way } from './travel-denials.ts';

export interface RecorderDeps extends FirstAnswerDeps {
  readonly hash: KeyedHash;
  readonly now: () => Milliseconds;
  readonly newId: () => string;
  readonly rows: RowKeeper;
  /** Finds or makes the subject; see `resolve-person.ts`. */
  settle(app: App, person: StatementCommand['person'], at: Milliseconds, by: SaidBy): Promise<ResolvedPerson>;
  /** Does what a change of identity left to be done; see `pay-debts.ts`. */
  finish(app: App, home: Home): Promise<void>;
  giveBack(app: App, home: Home): Promise<void>;
}

/** A no that was recorded elsewhere first. Its key is its own, so that a retry of the first never finds a copy. */
export interface Copy {
  readonly ref: StatementRef;
  readonly way: Way;
}

type Command = StatementCommand;

/**
 * Records one statement: ledger entry, state, eligible rows and withdrawal row in one transaction, so that an acknowledged act is
 * stored whole. Loads and decides again when somebody wrote meanwhile. A retry finds the entry and gets the first answer.
 */
export function statementRecorder(deps: RecorderDeps) {
  const { table, hash } = deps;
  const answers = firstAnswers(deps);

  async function record(app: App, command: Command, copy?: Copy): Promise<RecordedOfPerson> {
    mustBeSayable(command);
    const rq = sha256(canonicalJson(contentOf(command)));
    const entryKey = hash.entry(copy === undefined ? entryName(command, rq) : copyName(copy));
    const done = await untilSettled(() => attempt(app, command, entryKey, rq, copy)).catch((error) =>
      answers.ofContradiction(app, command, entryKey, rq, error),
    );
    await (copy === undefined ? deps.finish : deps.giveBack)(app, done.home);
    return done;
  }

  async function attempt(
    app: App,
    command: Command,
    entryKey: string,
    rq: string,
    copy: Copy | undefined,
  ): Promise<RecordedOfPerson> {
    const now = deps.now();
    const saidAt = Math.min(command.saidAt, now);
    const at = copy?.way.today === true ? now : saidAt;
    const person = await deps.settle(app, command.person, at, saidBy(command));
    const { home, earlier, next } = person;
    const notice = noticeOf(command.evidence);
    const statement: FoldedStatement = {
      ref: nextRef(home),
      action: command.action,
      purposes: inOrder(command.purposes),
      level: command.level,
      saidAt,
      recordedAt: now,
      source: command.source,
      ...(command.rule !== undefined && { rule: command.rule }),
      ...(notice !== undefined && { notice }),
      ...(command.evidence.pointId !== undefined && { point: command.evidence.pointId }),
      ...(command.evidence.receivedBy !== undefined && { receivedBy: command.evidence.receivedBy }),
    };
    const subject = withConsent(home.subject, await fold(app, home, statement));
    const { registers } = subject;
    const outcomes = outcomesOf(statement, registers, marketingOf(app));
    const { action, purposes, level } = statement;
    const { entry, head } = append(home, {
      act: { kind: 'statement', action, purposes, level },
      saidAt,
      recordedAt: now,
      source: command.source,
      rule: command.rule,
      evidence: evidenceOf(command, saidAt),
      salt: hash.salt(deps.newId()),
      applied: outcomes,
      copyOf: copy && { ref: copy.ref, over: copy.way.over },
    });
    const after: Home = {
      ...home,
      subject: { ...subject, firstKnownAt: Math.min(home.subject.firstKnownAt, saidAt) },
      head,
    };
    const consent = consentAfter(app, registers, statement, now);
    const item = toLedgerItem(app.appId, home.subject.subjectId, entryKey, entry, {
      rq,
      after: consent,
      earlier,
      reply: confirmedOnce(command.reply, app, home.subject, subject),
      charges: chargesOf(home.subject.registers, registers, statement, app.purposes),
    });
    // A retry may lie in the ledger of a subject that turned out to be this one, or of another holder of the identifier.
    const elsewhere = [...home.absorbed, ...person.tenants.map(({ subjectId }) => subjectId)].map((u) =>
      ledgerKey(app.appId, u, entryKey),
    );
    const writes = [
      ...subjectWrites(table, app, person.before, after, { why: 'opt-out', now, ref: statement.ref }),
      putNew(table, item),
      ...placeWrites(table, app.appId, person.places),
      ...elsewhere.map((key) => mustNotExist(table, key)),
    ];
    try {
      await deps.rows.commit(app, [person.before], writes, [item, ...elsewhere]);
    } catch (error) {
      if (!(error instanceof AlreadyRecordedError)) throw error;
      return { ...(await answers.ofEntry(app, command, rq, error, person)), next };
    }
    return { recorded: answerOf(home.subject.userId, item, outcomes, consent, false), home, next };
  }

  /** A no of a ledger, ready to be recorded elsewhere; nothing for other entries. */
  function denialOf(app: App, entry: LedgerEntry): Denial[] {
    const { header, body, ref } = entry;
    if (header.act.kind !== 'statement' || !isDenial(header.act.action)) return [];
    const { action, purposes, level } = header.act;
    const command: Omit<Command, 'person'> = {
      action,
      purposes,
      level,
      saidAt: header.saidAt,
      source: header.source,
      evidence: body?.evidence ?? {},
      ...(header.rule !== undefined && { rule: header.rule }),
      provider: true,
    };
    const first = header.copyOf?.ref ?? ref;
    const copy: Denial['copy'] = (person, way) => record(app, { ...command, person }, { ref: first, way });
    return [{ saidAt: header.saidAt, person: {}, copy }];
  }

  async function fold(app: App, home: Home, statement: FoldedStatement): Promise<FoldedConsent> {
    const applied = applyStatement(home.subject, statement, marketingOf(app));
    if (applied !== undefined) return applied;
    const history = await readLedgers(table, app.appId, [home.subject.subjectId, ...home.absorbed]);
    return foldConsent([...statementsOf(history), statement], marketingOf(app));
  }

  return { record, denialOf };
}

export type StatementRecorder = ReturnType<typeof statementRecorder>;

function saidBy({ provider, action }: Command): SaidBy {
  if (provider) return 'provider';
  return isDenial(action) ? 'caller-no' : 'caller';
}

/** What travels, and what is recorded whatever contradicts. */
export function isDenial(action: Action): action is 'revoked' | 'refused' {
  return action === 'revoked' || action === 'refused';
}

/** Only a no may speak of marketing as a whole or of everything; START speaks of everything. */
function mustBeSayable({ action, purposes }: Command): void {
  if (typeof purposes !== 'string' || action === 'revoked' || action === 'refused') return;
  if (action === 'resumed' && purposes === 'all') return;
  const detail = 'Only an opt-out can be about "marketing" or "all"; an opt-in names its purposes.';
  throw new InvalidInputError([{ pointer: '/purposes', code: 'wrong-type', detail }]);
}

function inOrder(purposes: Command['purposes']): Command['purposes'] {
  return typeof purposes === 'string' ? purposes : [...purposes].sort();
}

/** What makes two calls the same act. */
function contentOf(command: Command): Json {
  const { action, purposes, level, saidAt, source, evidence, rule } = command;
  return {
    action,
    purposes: inOrder(purposes),
    level,
    saidAt,
    source,
    evidence,
    rule,
  } as unknown as Json;
}

export const copyName = ({ ref }: Copy): string => `copy|${ref}`;

/** An event id belongs to its kind of source: callers' own ids and providers' ids never meet. Without one the content is the id. */
function entryName(command: Command, rq: string): string {
  if (command.eventId === undefined) return `c|${rq}`;
  return `${command.provider ? 'p' : 'a'}|${command.eventId}`;
}

function evidenceOf(command: Command, saidAt: Milliseconds): Command['evidence'] {
  const evidence = { ...command.evidence, ...command.seal };
  if (saidAt === command.saidAt) return evidence;
  return { ...evidence, claimedSaidAt: new Date(command.saidAt).toISOString() };
}

/** The states of the purposes that the statement is about, as they are shown at `now`. */
function consentAfter(app: App, registers: Registers, statement: FoldedStatement, now: Milliseconds): ConsentAfter {
  const shown = purposesIn(statement.purposes, registers, marketingOf(app)).map((purposeId) => {
    const purpose = findPurpose(app, purposeId) ?? { purposeId, category: 'marketing' as const };
    const { state, since } = consentState(registers, purpose, now);
    return [purposeId, { state, ...(since !== undefined && { since }) }];
  });
  return Object.fromEntries(shown);
}
