import type { App } from '../app/app.ts';
import { joinAdministrative, setBrake, withAdministrative } from '../consent/administrative.ts';
import type { Suppression } from '../consent/suppression.ts';
import { laterUnclearStop, withUnclearStop } from '../consent/unclear-stop.ts';
import { joinPlatformStops, type Subject } from '../identity/subject.ts';
import { type Milliseconds, toSeconds } from '../time.ts';
import { handoverAfter } from '../window/handover.ts';
import { append, type NewAct, nextRef, type PersonState, type Recording } from './chain.ts';
import type { Changes } from './changes.ts';
import { type Charge, platformStopCharges } from './charges.ts';
import type { LedgerAct } from './ledger-entry.ts';
import { opensQuestion } from './opens-question.ts';
import type { PersonEvent, SaidBeside, SuppressionEvent } from './person-event.ts';
import type { ReplyKind } from './reply-kind.ts';

/**
 * What it changes that something was said beside consent: WhatsApp's own stop and resume, suppressions and unclear words, chats, calls, handovers, and
 * what other systems say.
 * Pure, as `decideStatement` is.
 *
 * @returns undefined when there is nothing to change and nothing to record
 */
export function decidePersonEvent(
  person: PersonState,
  said: SaidBeside & Pick<PersonEvent, 'at'>,
  app: Pick<App, 'purposes'>,
  recording: Recording,
): Changes | undefined {
  const saidAt = Math.min(said.at, recording.now);
  const before = person.subject;
  const subject = subjectAfter(before, said, nextRef(person), saidAt);
  if (subject === undefined) return undefined;
  return {
    ...append(person, { ...entryOf(said), saidAt, evidence: said.evidence }, recording),
    subject,
    reply: replyOf(said, before, subject),
    choice: said.kind === 'chat' ? said.ask?.choice : undefined,
    charges: chargesOf(said, app, before, subject),
  };
}

function subjectAfter(subject: Subject, said: SaidBeside, ref: string, at: Milliseconds): Subject | undefined {
  switch (said.kind) {
    case 'platform-preference': {
      const news = said.value === 'stop' ? { stoppedAt: at, ref } : { resumedAt: at };
      return { ...subject, platformStop: joinPlatformStops(subject.platformStop, news) };
    }
    case 'suppression':
      switch (said.reason) {
        case 'ambiguous-stop':
          return withUnclearWords(subject, ref, at, said.lift);
        case 'administrative':
          return withBrakeOfBusiness(subject, said, ref, at);
        default:
          return withSuppression(subject, said, ref, at);
      }
    case 'chat':
    case 'call':
    case 'foreign-opt-in':
      return subject;
    case 'handover': {
      const handover = handoverAfter(subject.handover ?? {}, { ...said, at }, ref);
      return handover && { ...subject, handover };
    }
  }
}

/**
 * Words that may mean stop, or that the person keeps the messages. Both are remembered by their times, so it does not matter which
 * arrives first, or how often (semantics 6).
 */
function withUnclearWords(subject: Subject, ref: string, at: Milliseconds, keeps: boolean): Subject {
  return withUnclearStop(
    keeps
      ? { ...subject, keptAt: Math.max(subject.keptAt ?? -1, toSeconds(at)) }
      : { ...subject, unclearStop: laterUnclearStop(subject.unclearStop, { at, ref }) },
  );
}

/** Set and lifted by the times of the acts: a lift is remembered also where nothing was set yet, for the brake may come later (semantics 3). */
function withBrakeOfBusiness(
  subject: Subject,
  { lift, scope = 'all', evidence }: SuppressionEvent,
  ref: string,
  at: Milliseconds,
): Subject {
  const news = lift ? { liftedAt: toSeconds(at) } : setBrake(scope, at, ref, evidence);
  return withAdministrative({ ...subject, administrative: joinAdministrative(subject.administrative, news) ?? news });
}

/** Lifting what is not there changes nothing and is not recorded. */
function withSuppression(
  subject: Subject,
  { reason, lift }: SuppressionEvent,
  ref: string,
  since: Milliseconds,
): Subject | undefined {
  const others = subject.suppressions.filter((each) => each.reason !== reason);
  const own = subject.suppressions.find((each) => each.reason === reason);
  if (lift) return own === undefined || own.since > since ? undefined : { ...subject, suppressions: others };
  const brake: Suppression = { reason, scope: 'all', since, ref };
  return { ...subject, suppressions: [...others, own !== undefined && own.since > since ? own : brake] };
}

function entryOf(said: SaidBeside): Pick<NewAct, 'act' | 'source' | 'rule'> {
  switch (said.kind) {
    case 'platform-preference':
      return { act: { kind: said.kind, value: said.value }, source: 'whatsapp-platform' };
    case 'suppression':
      return { act: suppressionAct(said), source: said.source, rule: said.rule };
    case 'chat':
      return { act: chatAct(said.point), source: 'whatsapp-message' };
    case 'call':
      return { act: { kind: said.kind }, source: 'ivr' };
    case 'foreign-opt-in':
      return { act: { kind: said.kind }, source: said.source };
    case 'handover':
      return { act: { kind: said.kind, handed: said.handed, by: said.by }, source: said.source, rule: said.rule };
  }
}

const chatAct = (point: string | undefined): LedgerAct => ({ kind: 'chat', point });

/** Only of a brake of the business the reason does not tell what it holds back. */
function suppressionAct({ reason, lift: lifted, scope = 'all' }: SuppressionEvent): LedgerAct {
  const isSet = reason === 'administrative' && !lifted;
  return { kind: 'suppression', reason, lifted, ...(isSet && { scope }) };
}

/** Decided with the state that the same commit writes: of two messages at once one opens the question. */
function replyOf(said: SaidBeside, before: Subject, after: Subject): ReplyKind | undefined {
  switch (said.kind) {
    case 'platform-preference':
    case 'foreign-opt-in':
      return undefined;
    case 'suppression':
      return said.reply === 'ask-whether-stop' && !opensQuestion(before, after) ? undefined : said.reply;
    case 'chat':
      return said.ask === undefined ? undefined : 'opt-in-question';
    case 'call':
      return 'welcome';
    case 'handover':
      return said.reply;
  }
}

function chargesOf(said: SaidBeside, app: Pick<App, 'purposes'>, before: Subject, after: Subject): readonly Charge[] {
  switch (said.kind) {
    case 'platform-preference':
      return platformStopCharges(app, before.registers, before.platformStop, after.platformStop);
    case 'suppression':
    case 'handover':
    case 'foreign-opt-in':
      return [];
    case 'call':
      return said.evidence.pointId === undefined ? [] : [{ point: said.evidence.pointId, count: 'calls' }];
    case 'chat':
      // Who is asked about a choice came by a page, not by the chat.
      return said.point === undefined || said.ask !== undefined ? [] : [{ point: said.point, count: 'chats' }];
  }
}
