import type { App } from '../../domain/app/app.ts';
import { portfolioCount } from '../../domain/app/portfolios.ts';
import { IdentityConflictError, InvalidInputError } from '../../domain/errors.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import type { Recording } from '../../domain/ledger/chain.ts';
import { decidePersonEvent } from '../../domain/ledger/decide-person-event.ts';
import { decideStatement, type StatementChanges } from '../../domain/ledger/decide-statement.ts';
import type { Denial } from '../../domain/ledger/denial.ts';
import { answerOf, type RecordedStatement } from '../../domain/ledger/first-answer.ts';
import type { PersonEvent, SaidBeside } from '../../domain/ledger/person-event.ts';
import { contentOf, mustBeRetry, nameOfCopy, nameOfEvent, nameOfStatement } from '../../domain/ledger/same-act.ts';
import {
  brakeSaidBy,
  mustBePresent,
  mustBeSayable,
  type SaidBy,
  type StatementCommand,
  saidBy,
} from '../../domain/ledger/statement-command.ts';
import type { Way } from '../../domain/ledger/travel.ts';
import type { ActName, FirstRecorded, OpenAct, StoredPerson, SubjectStore } from './store-ports.ts';

/** An act that is in the ledger: of whom, and who came after the gap that it fell into. */
export interface Recorded {
  readonly person: StoredPerson;
  readonly next?: StoredPerson | undefined;
}

/** `answer` is what it was answered with when it came first. */
export interface RecordedAct extends Recorded {
  readonly answer: RecordedStatement;
}

/** `ref` of its entry; undefined where there was nothing to tell. */
export interface RecordedEvent extends Recorded {
  readonly ref: string | undefined;
}

/** A no that was recorded elsewhere first, and how it came. */
interface Copy {
  readonly first: string;
  readonly way: Way;
}

export interface ActRecorderDeps {
  readonly store: SubjectStore;
  /** Does what a change of identity left to be done. */
  finish(app: App, person: StoredPerson): Promise<void>;
}

/** Records acts: loads, decides, commits, and once more when somebody wrote meanwhile. What is decided is in `domain/ledger`. */
export function actRecorder({ store, finish }: ActRecorderDeps) {
  /** Records one statement. A retry finds the entry and gets the first answer. */
  async function statement(app: App, command: StatementCommand, copy?: Copy): Promise<RecordedAct> {
    mustBeSayable(command);
    const content = store.sha256(contentOf(command));
    const by = { name: copy === undefined ? nameOfStatement(command, content) : nameOfCopy(copy.first), content };
    const done = await store
      .untilSettled(() => attempt(app, command, by, copy))
      .catch((error) => ofContradiction(app, command, by, error));
    await settled(app, done, copy);
    return done;
  }

  async function attempt(app: App, command: StatementCommand, by: ActName, copy?: Copy): Promise<RecordedAct> {
    mustBePresent(command, portfolioCount(app).now);
    const now = store.now();
    const act = await store.open(app, command.person, identifiedAt(command.saidAt, now, copy), saidBy(command));
    const changes = await decided(app, act.person, command, recording(now, copy));
    const { entry, consent } = changes;
    const done = await act.commit(changes, by);
    if ('first' in done) return { ...(await again(command, by, done.first)), next: act.next };
    const { userId } = act.person.subject;
    const answer = answerOf(entry, { userId, consent, replayed: false, earlier: act.earlier });
    return { answer, person: done.person, next: act.next };
  }

  async function decided(
    app: App,
    person: StoredPerson,
    command: StatementCommand,
    recording: Recording,
  ): Promise<StatementChanges> {
    const changes = decideStatement(person, command, app, recording);
    if (changes !== undefined) return changes;
    return decideStatement({ ...person, history: await store.history(app, person) }, command, app, recording);
  }

  /** The first answer, if what came first is the same act. */
  async function again(command: StatementCommand, by: ActName, first: FirstRecorded | undefined): Promise<RecordedAct> {
    const { entry, consent, earlier, holder } = mustBeRetry(command, by.content, first);
    const { userId, person } = await holder();
    return { answer: answerOf(entry, { userId, consent, replayed: true, earlier }), person };
  }

  /**
   * The first answer of a call that contradicts what is proven by now, or names a BSUID that is good no more: it may be the retry of one
   * that did not.
   *
   * @throws `error` itself where there is no first answer
   */
  async function ofContradiction(
    app: App,
    command: StatementCommand,
    by: ActName,
    error: unknown,
  ): Promise<RecordedAct> {
    // Without an id of its own the content is the name of an act, and that says nothing of whom it was about.
    const isOfToday = error instanceof IdentityConflictError || error instanceof InvalidInputError;
    if (!isOfToday || command.eventId === undefined) throw error;
    const first = await store.firstOf(app, command.person, by.name);
    if (first === undefined) throw error;
    return again(command, by, first);
  }

  /** Records what was said beside consent. A redelivery finds the entry, and changes nothing. */
  async function event(
    app: App,
    { person, at, eventId }: PersonEvent,
    said: SaidBeside,
    copy?: Copy,
  ): Promise<RecordedEvent> {
    const by = { name: copy === undefined ? nameOfEvent(eventId) : nameOfCopy(copy.first), content: '' };
    const done = await store.untilSettled(async () => {
      const now = store.now();
      const act = await store.open(app, person, identifiedAt(at, now, copy), eventSaidBy(said));
      const changes = decidePersonEvent(act.person, { ...said, at }, app, recording(now, copy));
      return changes === undefined ? nothing(act) : recordedEvent(act, changes, by);
    });
    await settled(app, done, copy);
    return done;
  }

  async function recordedEvent(
    act: OpenAct,
    changes: Parameters<OpenAct['commit']>[0],
    by: ActName,
  ): Promise<RecordedEvent> {
    const done = await act.commit(changes, by);
    if ('first' in done) return { person: act.person, next: act.next, ref: done.first?.entry.ref };
    return { person: done.person, next: act.next, ref: changes.entry.ref };
  }

  /** Records a no under somebody else too, as an entry of its own that names the first. */
  function copy(app: App, { first, act }: Denial, person: PersonRef, way: Way): Promise<Recorded> {
    return act.kind === 'statement'
      ? statement(app, { ...act.command, person }, { first, way })
      : event(app, { ...act.event, person }, act.said, { first, way });
  }

  /** Nothing is acknowledged before what a change of identity left is done; of a copy only the rows, or two who owe each other would pay in circles. */
  function settled(app: App, { person }: Recorded, copy: Copy | undefined): Promise<void> {
    return copy === undefined ? finish(app, person) : store.giveBackRows(app, person);
  }

  function recording(now: number, copy: Copy | undefined): Recording {
    const { sha256 } = store;
    return { now, salt: store.salt(), sha256, copyOf: copy && { ref: copy.first, over: copy.way.over } };
  }

  return { statement, event, copy };
}

export type ActRecorder = ReturnType<typeof actRecorder>;

/** Identifiers are resolved as of when the act was said. */
export function identifiedAt(saidAt: number, now: number, copy: Copy | undefined): number {
  return copy?.way.today === true ? now : Math.min(saidAt, now);
}

/** Whoever shows a number on a telephone proves nothing by it, nor does whom the business names. */
function eventSaidBy(said: SaidBeside): SaidBy {
  if (said.kind === 'call' || (said.kind === 'handover' && said.by === 'business')) return 'caller';
  return said.kind === 'suppression' && said.reason === 'administrative' ? brakeSaidBy(said) : 'provider';
}

function nothing({ person, next }: OpenAct): RecordedEvent {
  return { person, next, ref: undefined };
}
