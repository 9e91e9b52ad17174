import type { App } from '../../domain/app/app.ts';
import { type Charge, platformStopCharges } from '../../domain/collection/charges.ts';
import { type Evidence, type Milliseconds, type Source, toSeconds } from '../../domain/consent/statement.ts';
import { laterUnclearStop, withUnclearStop } from '../../domain/consent/unclear-stop.ts';
import { joinPlatformStops, type Subject, type Suppression } from '../../domain/identity/subject.ts';
import type { LedgerAct } from '../../domain/ledger/ledger-entry.ts';
import type { ReplyKind } from '../../domain/replies/compose-reply.ts';
import type { Ledger, PersonEvent } from '../../use-cases/ports.ts';
import { append, nextRef } from './chain.ts';
import { ledgerKey } from './keys.ts';
import { toLedgerItem } from './ledger-item.ts';
import { type Home, toPlaceItem } from './place.ts';
import type { RecorderDeps } from './record-statement.ts';
import { type Cause, subjectWrites } from './subject-writes.ts';
import { AlreadyRecordedError, mustNotExist, putIfUnchanged, putNew, transact, untilSettled } from './transaction.ts';

interface EventToRecord {
  readonly event: PersonEvent;
  readonly act: LedgerAct;
  readonly source: Source;
  readonly evidence: Evidence;
  readonly rule?: string | undefined;
  readonly reply?: ReplyKind | undefined;
  /** The choice that the reply asks about. */
  readonly choice?: string | undefined;
  readonly why: Cause['why'];
  /** The subject after the event; `undefined` = nothing to change and nothing to record. */
  change(subject: Subject, ref: string, at: Milliseconds): Subject | undefined;
  /** What it counts at collection points. */
  charges?(before: Subject, after: Subject): readonly Charge[];
}

/** Records what is said beside consent: WhatsApp's own stop and resume, suppressions, chats. Ledger and state in one transaction. */
export function personEventRecorder(deps: RecorderDeps) {
  const { table, hash } = deps;

  /** Answers the number of the person, as far as it is known. */
  async function record(app: App, toRecord: EventToRecord): Promise<string | undefined> {
    return untilSettled(async () => {
      const now = deps.now();
      const { event } = toRecord;
      const at = Math.min(event.at, now);
      const person = await deps.settle(app, event.person, at, true);
      const { home } = person;
      const ref = nextRef(home);
      const subject = toRecord.change(home.subject, ref, at);
      if (subject === undefined) return home.subject.phone;
      const { act, source, evidence, rule } = toRecord;
      const { entry, head } = append(home, {
        act,
        saidAt: at,
        recordedAt: now,
        source,
        rule,
        evidence,
        salt: hash.salt(deps.newId()),
      });
      const entryKey = hash.entry(`p|${event.eventId}`);
      const item = toLedgerItem(app.appId, home.subject.subjectId, entryKey, entry, {
        rq: '',
        reply: toRecord.reply,
        choice: toRecord.choice,
        charges: toRecord.charges?.(home.subject, subject),
      });
      const absorbed = home.absorbed.map((subjectId) => ledgerKey(app.appId, subjectId, entryKey));
      const after: Home = { ...home, subject, head };
      try {
        await transact(
          table,
          [
            ...subjectWrites(table, app, person.before, after, { why: toRecord.why, now, ref }),
            putNew(table, item),
            ...person.places.map((place) => putIfUnchanged(table, toPlaceItem(app.appId, place))),
            ...absorbed.map((key) => mustNotExist(table, key)),
          ],
          [item, ...absorbed],
        );
      } catch (error) {
        // The event was recorded before: a redelivery.
        if (!(error instanceof AlreadyRecordedError)) throw error;
      }
      return home.subject.phone;
    });
  }

  return {
    recordPlatformPreference: (app: App, event: Parameters<Ledger['recordPlatformPreference']>[1]) =>
      record(app, {
        event,
        act: { kind: 'platform-preference', value: event.value },
        source: 'whatsapp-platform',
        evidence: event.evidence,
        why: 'platform-stop',
        change: (subject, ref, at) => ({
          ...subject,
          platformStop: joinPlatformStops(
            subject.platformStop,
            event.value === 'stop' ? { stoppedAt: at, ref } : { resumedAt: at },
          ),
        }),
        charges: (before, after) => platformStopCharges(app, before.registers, before.platformStop, after.platformStop),
      }),
    recordChat: (app: App, event: Parameters<Ledger['recordChat']>[1]) =>
      record(app, {
        event,
        act: { kind: 'chat', ...(event.point !== undefined && { point: event.point }) },
        source: 'whatsapp-message',
        evidence: event.evidence,
        ...(event.ask !== undefined && { reply: 'opt-in-question', choice: event.ask.choice }),
        // A chat takes nothing away; a number that becomes known with it may move rows.
        why: 'number-change',
        change: (subject) => subject,
        // Who is asked about a choice came by a page, not by the chat.
        charges: () =>
          event.point === undefined || event.ask !== undefined ? [] : [{ point: event.point, count: 'chats' }],
      }),
    recordSuppression: (app: App, event: Parameters<Ledger['recordSuppression']>[1]) =>
      record(app, {
        event,
        act: { kind: 'suppression', reason: event.reason, lifted: event.lift },
        source: event.source,
        evidence: event.evidence,
        rule: event.rule,
        reply: event.reply,
        why: 'suppression',
        change: (subject, ref, at) =>
          event.reason === 'ambiguous-stop'
            ? withUnclearWords(subject, ref, at, event.lift)
            : withSuppression(subject, { reason: event.reason, scope: 'all', since: at, ref }, event.lift),
      }),
  };
}

/**
 * Words that may mean stop, or that the person keeps the messages. Both are remembered by their times, so it does not matter which
 * arrives first, or how often (semantics 6).
 */
function withUnclearWords(subject: Subject, ref: string, at: Milliseconds, keeps: boolean): Subject {
  return withUnclearStop({
    ...subject,
    ...(keeps
      ? { keptAt: Math.max(subject.keptAt ?? -1, toSeconds(at)) }
      : { unclearStop: laterUnclearStop(subject.unclearStop, { at, ref }) }),
  });
}

/** Lifting what is not there changes nothing and is not recorded. */
function withSuppression(subject: Subject, suppression: Suppression, lift: boolean): Subject | undefined {
  const others = subject.suppressions.filter((each) => each.reason !== suppression.reason);
  const own = subject.suppressions.find((each) => each.reason === suppression.reason);
  if (!lift)
    return {
      ...subject,
      suppressions: [...others, own !== undefined && own.since > suppression.since ? own : suppression],
    };
  if (own === undefined || own.since > suppression.since) return undefined;
  return { ...subject, suppressions: others };
}
