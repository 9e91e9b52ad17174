import type { App } from '../../domain/app/app.ts';
import { IdentityConflictError } from '../../domain/errors.ts';
import type { BrakeCommand, RecordedBrake } from '../../domain/ledger/brake-command.ts';
import { decidePersonEvent } from '../../domain/ledger/decide-person-event.ts';
import type { SaidBeside } from '../../domain/ledger/person-event.ts';
import { contentOfBrake, mustBeRetryOfBrake, nameOfBrake } from '../../domain/ledger/same-act.ts';
import { brakeSaidBy } from '../../domain/ledger/statement-command.ts';
import type { Milliseconds } from '../../domain/time.ts';
import { identifiedAt, type Recorded } from './record-act.ts';
import type { ActName, FirstRecorded, StoredPerson, SubjectStore } from './store-ports.ts';

/** What was answered, and what was said where it was recorded first. */
export interface RecordedBrakeAct extends Recorded {
  readonly answer: RecordedBrake;
  readonly said: Extract<SaidBeside, { kind: 'suppression' }>;
}

export interface BrakeRecorderDeps {
  readonly store: SubjectStore;
  /** Does what a change of identity left to be done. */
  finish(app: App, person: StoredPerson): Promise<void>;
}

/** Records brakes of the business under the person whom the call names; a retry finds the entry and changes nothing. */
export function brakeRecorder({ store, finish }: BrakeRecorderDeps) {
  return async (app: App, command: BrakeCommand): Promise<RecordedBrakeAct> => {
    const at = command.saidAt ?? store.now();
    const content = store.sha256(contentOfBrake(command, at));
    const by = { name: nameOfBrake(command, content), content };
    const done = await store
      .untilSettled(() => attempt(app, command, at, by))
      .catch((error) => ofContradiction(app, command, by, error));
    await finish(app, done.person);
    return done;
  };

  async function attempt(app: App, command: BrakeCommand, at: Milliseconds, by: ActName): Promise<RecordedBrakeAct> {
    const now = store.now();
    const { lift, scope, source, evidence } = command;
    const said = { kind: 'suppression', reason: 'administrative', lift, scope, source, evidence } as const;
    const act = await store.open(app, command.person, identifiedAt(at, now, undefined), brakeSaidBy(command));
    const recording = { now, salt: store.salt(), sha256: store.sha256 };
    const changes = decidePersonEvent(act.person, { ...said, at }, app, recording);
    if (changes === undefined) throw new Error('A brake of the business always changes something.');
    const done = await act.commit(changes, by);
    if ('first' in done) return { ...(await again(by, said, done.first)), next: act.next };
    const { userId, suppressions } = done.person.subject;
    const { ref, header } = changes.entry;
    const { saidAt, recordedAt } = header;
    const holder = act.earlier ? ('earlier' as const) : undefined;
    const answer = { userId, ref, saidAt, recordedAt, suppressions, replayed: false, holder };
    return { answer, said, person: done.person, next: act.next };
  }

  async function again(
    by: ActName,
    said: RecordedBrakeAct['said'],
    first: FirstRecorded | undefined,
  ): Promise<RecordedBrakeAct> {
    const { entry, earlier, holder } = mustBeRetryOfBrake(by.content, first);
    const { userId, person } = await holder();
    const { saidAt, recordedAt } = entry.header;
    const answer = {
      ...{ userId, ref: entry.ref, saidAt, recordedAt, suppressions: person.subject.suppressions, replayed: true },
      holder: earlier ? ('earlier' as const) : undefined,
    };
    return { answer, said, person };
  }

  /** The first answer of a lift that contradicts what is proven by now: it may be the retry of one that did not. */
  async function ofContradiction(
    app: App,
    command: BrakeCommand,
    by: ActName,
    error: unknown,
  ): Promise<RecordedBrakeAct> {
    if (!(error instanceof IdentityConflictError) || command.eventId === undefined) throw error;
    const first = await store.firstOf(app, command.person, by.name);
    if (first === undefined) throw error;
    const { lift, scope, source, evidence } = command;
    return again(by, { kind: 'suppression', reason: 'administrative', lift, scope, source, evidence }, first);
  }
}
