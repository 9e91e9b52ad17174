import { type App, findPurpose, marketingOf } from '../app/app.ts';
import { consentState } from '../consent/consent-state.ts';
import { applyStatement, foldConsent } from '../consent/fold.ts';
import type { FoldedConsent } from '../consent/folded-consent.ts';
import { type Outcome, outcomesOf } from '../consent/outcomes.ts';
import type { Registers } from '../consent/registers.ts';
import { purposesIn } from '../consent/standing.ts';
import type { Evidence, FoldedStatement } from '../consent/statement.ts';
import { withConsent } from '../identity/with-consent.ts';
import type { Milliseconds } from '../time.ts';
import { append, nextRef, noticeOf, type PersonState, type Recording } from './chain.ts';
import type { Changes, ConsentAfter } from './changes.ts';
import { chargesOf, flipsOf } from './charges.ts';
import { confirmedOnce } from './confirmed-once.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { inOrder } from './same-act.ts';
import type { StatementCommand } from './statement-command.ts';
import { statementsOf } from './statements-of.ts';

/** What a statement changes, and what it comes to for each purpose. */
export interface StatementChanges extends Changes {
  readonly outcomes: readonly Outcome[];
  readonly consent: ConsentAfter;
}

/** A person, and where it was read all that was recorded of them, absorbed subjects included. */
export interface PersonWithHistory extends PersonState {
  readonly history: readonly LedgerEntry[];
}

/**
 * What a statement changes. Pure: a dry run is this call alone, recording is this call and the commit.
 *
 * @param person whoever it falls to, with the identifiers that it brings
 * @returns undefined when the state does not tell, and the person is to be given with their history
 */
export function decideStatement(
  person: PersonWithHistory,
  command: Said,
  app: Pick<App, 'purposes'>,
  recording: Recording,
): StatementChanges;
export function decideStatement(
  person: PersonState,
  command: Said,
  app: Pick<App, 'purposes'>,
  recording: Recording,
): StatementChanges | undefined;
export function decideStatement(
  person: PersonState & Partial<PersonWithHistory>,
  command: Said,
  app: Pick<App, 'purposes'>,
  recording: Recording,
): StatementChanges | undefined {
  const { now } = recording;
  const inMarketing = marketingOf(app);
  const saidAt = Math.min(command.saidAt, now);
  const statement: FoldedStatement = {
    ref: nextRef(person),
    action: command.action,
    purposes: inOrder(command.purposes),
    level: command.level,
    saidAt,
    recordedAt: now,
    source: command.source,
    rule: command.rule,
    notice: noticeOf(command.evidence),
    point: command.evidence.pointId,
    batch: command.batch,
    receivedBy: command.evidence.receivedBy,
  };
  const folded = foldedWith(person, statement, app);
  if (folded === undefined) return undefined;
  const before = person.subject;
  const subject = withConsent(before, folded);
  const { registers } = subject;
  const { action, purposes, level, source, rule, batch } = statement;
  const outcomes = outcomesOf(statement, subject, inMarketing);
  const appended = append(
    person,
    {
      act: { kind: 'statement', action, purposes, level, batch },
      saidAt,
      source,
      rule,
      evidence: evidenceOf(command, saidAt),
      applied: outcomes,
    },
    recording,
  );
  return {
    ...appended,
    subject: { ...subject, firstKnownAt: Math.min(before.firstKnownAt, saidAt) },
    outcomes,
    consent: consentAfter(app, registers, statement, now),
    reply: confirmedOnce(command.reply, statement.purposes, app, before, subject),
    flips: flipsOf(before.registers, registers, statement, app.purposes),
    charges: chargesOf(before.registers, registers, { ...statement, tickedAt: tickedAt(command) }, app.purposes),
  };
}

/** A command as far as it is decided: whom it names and by which name it is known is settled before. */
export type Said = Omit<StatementCommand, 'person' | 'eventId' | 'provider'>;

/** The state with one more statement; undefined when it takes the history, and that was not read. */
function foldedWith(
  { subject, history }: PersonState & Partial<PersonWithHistory>,
  statement: FoldedStatement,
  app: Pick<App, 'purposes'>,
): FoldedConsent | undefined {
  const applied = applyStatement(subject, statement, marketingOf(app));
  if (applied !== undefined || history === undefined) return applied;
  return foldConsent([...statementsOf(history), statement], marketingOf(app));
}

function tickedAt({ evidence: { tickedAt: said } }: Said): Milliseconds | undefined {
  return said === undefined ? undefined : Date.parse(said);
}

function evidenceOf(command: Said, saidAt: Milliseconds): Evidence {
  const evidence = { ...command.evidence, ...command.seal };
  if (saidAt === command.saidAt) return evidence;
  return { ...evidence, claimedSaidAt: new Date(command.saidAt).toISOString() };
}

/** The states of the purposes that the statement is about, as they are shown at `now`. */
function consentAfter(
  app: Pick<App, 'purposes'>,
  registers: Registers,
  statement: FoldedStatement,
  now: Milliseconds,
): ConsentAfter {
  const shown = purposesIn(statement.purposes, registers, marketingOf(app)).map((purposeId) => {
    const purpose = findPurpose(app, purposeId) ?? { purposeId, category: 'marketing' as const };
    const { state, since } = consentState(registers, purpose, now);
    return [purposeId, { state, since }];
  });
  return Object.fromEntries(shown);
}
