import type { App } from '../../../domain/app/app.ts';
import type { Evidence, Source, StatementRef } from '../../../domain/consent/statement.ts';
import type { Suppression } from '../../../domain/consent/suppression.ts';
import { laterUnclearStop, withUnclearStop } from '../../../domain/consent/unclear-stop.ts';
import { joinPlatformStops, type Subject } from '../../../domain/identity/subject.ts';
import { type Charge, platformStopCharges } from '../../../domain/ledger/charges.ts';
import type { LedgerAct, LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import { opensQuestion } from '../../../domain/ledger/opens-question.ts';
import type { ReplyKind } from '../../../domain/ledger/reply-kind.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import { toSeconds } from '../../../domain/time.ts';
import type { Ledger, PersonEvent } from '../../../use-cases/ledger/ports.ts';
import { append, nextRef } from '../entries/chain.ts';
import { fromLedgerItem, toLedgerItem } from '../entries/ledger-item.ts';
import { readLedgerItem } from '../entries/ledger-reader.ts';
import type { Home } from '../places/place.ts';
import { placeWrites } from '../places/put-place.ts';
import { type Cause, subjectWrites } from '../rows/subject-writes.ts';
import { ledgerKey } from '../table/keys.ts';
import { AlreadyRecordedError, mustNotExist, putNew, untilSettled } from '../table/transaction.ts';
import { type Copy, copyName, type RecorderDeps } from './record-statement.ts';
import type { Denial } from './travel-denials.ts';

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

/** The subject after the event, and the entry that tells of it; no entry where there was nothing to tell. */
export interface RecordedEvent {
  readonly home: Home;
  readonly next: Home | undefined;
  readonly ref: StatementRef | undefined;
}

/** Records what is said beside consent: WhatsApp's own stop and resume, suppressions, chats. Ledger and state in one transaction. */
export function personEventRecorder(deps: RecorderDeps) {
  const { table, hash } = deps;

  async function record(app: App, toRecord: EventToRecord, copy?: Copy): Promise<RecordedEvent> {
    const done = await untilSettled(() => attempt(app, toRecord, copy));
    await (copy === undefined ? deps.finish : deps.giveBack)(app, done.home);
    return done;
  }

  async function attempt(app: App, toRecord: EventToRecord, copy: Copy | undefined): Promise<RecordedEvent> {
    const now = deps.now();
    const { event } = toRecord;
    const at = Math.min(event.at, now);
    const person = await deps.settle(app, event.person, copy?.way.today === true ? now : at, 'provider');
    const { home, next } = person;
    const ref = nextRef(home);
    const subject = toRecord.change(home.subject, ref, at);
    if (subject === undefined) return { home, next, ref: undefined };
    const { act, source, evidence, rule } = toRecord;
    const { entry, head } = append(home, {
      act,
      saidAt: at,
      recordedAt: now,
      source,
      rule,
      evidence,
      salt: hash.salt(deps.newId()),
      copyOf: copy && { ref: copy.ref, over: copy.way.over },
    });
    const entryKey = hash.entry(copy === undefined ? `p|${event.eventId}` : copyName(copy));
    const item = toLedgerItem(app.appId, home.subject.subjectId, entryKey, entry, {
      rq: '',
      // Decided with the state that the same transaction writes: of two messages at once one opens the question.
      reply:
        toRecord.reply === 'ask-whether-stop' && !opensQuestion(home.subject, subject) ? undefined : toRecord.reply,
      choice: toRecord.choice,
      charges: toRecord.charges?.(home.subject, subject),
    });
    const elsewhere = [...home.absorbed, ...person.tenants.map(({ subjectId }) => subjectId)].map((u) =>
      ledgerKey(app.appId, u, entryKey),
    );
    const after: Home = { ...home, subject, head };
    try {
      await deps.rows.commit(
        app,
        [person.before],
        [
          ...subjectWrites(table, app, person.before, after, { why: toRecord.why, now, ref }),
          putNew(table, item),
          ...placeWrites(table, app.appId, person.places),
          ...elsewhere.map((key) => mustNotExist(table, key)),
        ],
        [item, ...elsewhere],
      );
    } catch (error) {
      // The event was recorded before: a redelivery.
      if (!(error instanceof AlreadyRecordedError)) throw error;
      const first = error.item ?? (await readLedgerItem(table, error.key));
      return { home, next, ref: first === undefined ? undefined : fromLedgerItem(first).ref };
    }
    return { home: after, next, ref };
  }

  const recorder = {
    standing,
    recordPlatformPreference: (app: App, event: Parameters<Ledger['recordPlatformPreference']>[1], copy?: Copy) =>
      record(
        app,
        {
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
          charges: (before, after) =>
            platformStopCharges(app, before.registers, before.platformStop, after.platformStop),
        },
        copy,
      ),
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
    recordSuppression: (app: App, event: Parameters<Ledger['recordSuppression']>[1], copy?: Copy) =>
      record(
        app,
        {
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
        },
        copy,
      ),
  };

  /** A platform stop or suppression that stands, ready to be recorded elsewhere; nothing if its entry does not travel. */
  function standing(app: App, byRef: ReadonlyMap<string, LedgerEntry>, ref: string | undefined): Denial[] {
    const entry = ref === undefined ? undefined : byRef.get(ref);
    if (entry === undefined) return [];
    const { header, body } = entry;
    const { act, source, saidAt: at } = header;
    const first = header.copyOf?.ref ?? entry.ref;
    const evidence = body?.evidence ?? {};
    const copy: Denial['copy'] = (person, way) => {
      const event = { person, at, eventId: first, evidence };
      if (act.kind === 'platform-preference')
        return recorder.recordPlatformPreference(app, { ...event, value: 'stop' }, { ref: first, way });
      if (act.kind !== 'suppression') throw new Error(`The entry ${entry.ref} is no denial.`);
      const { rule } = header;
      return recorder.recordSuppression(
        app,
        { ...event, reason: act.reason, lift: false, source, ...(rule !== undefined && { rule }) },
        { ref: first, way },
      );
    };
    return [{ saidAt: at, person: {}, copy }];
  }

  return recorder;
}

export type PersonEventRecorder = ReturnType<typeof personEventRecorder>;

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
