import type { App } from '../../domain/app/app.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { type Denial, denialOfEvent, denialOfStatement } from '../../domain/ledger/denial.ts';
import type { PersonEvent, SaidBeside } from '../../domain/ledger/person-event.ts';
import { nameOfCall } from '../../domain/ledger/same-act.ts';
import { debtPayer } from './pay-debts.ts';
import type { Ledger } from './ports.ts';
import { actRecorder, type Recorded } from './record-act.ts';
import { brakeRecorder } from './record-brake.ts';
import { denialSpreader } from './spread-denial.ts';
import type { OpenStore, StoredPerson } from './store-ports.ts';

/** The ledger of people: what was said of somebody is recorded of them, and a no of everybody for whom it stands. */
export function subjectLedger(openStore: OpenStore): Ledger {
  // A change of identity makes the store record what is owed, and recording may change identities: each needs the other.
  const store = openStore((app, person) => finish(app, person));
  const recorder = actRecorder({ store, finish: (app, person) => finish(app, person) });
  const { copy } = recorder;
  const brake = brakeRecorder({ store, finish: (app, person) => finish(app, person) });
  const spread = denialSpreader({ store, copy });
  const finish = debtPayer({ store, copy, spread });

  /** Records what was said beside consent, and carries what is a no to wherever else it stands. */
  async function record(app: App, event: PersonEvent, said: SaidBeside): Promise<void> {
    const { ref, ...at } = await recorder.event(app, event, said);
    if (ref === undefined) return;
    const denial = denialOfEvent(event, said, { ref, saidAt: Math.min(event.at, store.now()) });
    if (denial !== undefined) await spread(app, { denial, named: event.person, at });
  }

  /** Carries a no of a caller: it stands under everybody whom the caller named. */
  async function spreadNamed(app: App, denial: Denial, person: PersonRef, at: Recorded): Promise<void> {
    await spread(app, { denial, named: person, at });
    for (const named of othersNamed(person, at.person)) {
      await spread(app, { denial, named, at: await copy(app, denial, named, { over: 'named', today: false }) });
    }
  }

  return {
    async recordStatement(app, given) {
      const command = { ...given, person: await store.asKnown(app, given.person) };
      const { answer, ...at } = await recorder.statement(app, command);
      const denial = denialOfStatement(command, answer);
      if (denial === undefined) return answer;
      if (command.provider) await spread(app, { denial, named: command.person, at });
      else await spreadNamed(app, denial, command.person, at);
      return answer;
    },
    async whoSaid(app, person, eventId) {
      const first = await store.firstOf(app, await store.asKnown(app, person), nameOfCall(eventId));
      return first && (await first.holder()).userId;
    },
    recordPlatformPreference: (app, event) => record(app, event, { ...event, kind: 'platform-preference' }),
    recordSuppression: (app, event) => record(app, event, { ...event, kind: 'suppression' }),
    async recordBrake(app, given) {
      const command = { ...given, person: await store.asKnown(app, given.person) };
      const { answer, said, ...at } = await brake(app, command);
      const event = { person: command.person, at: answer.saidAt, eventId: answer.ref };
      const denial = denialOfEvent(event, said, answer);
      if (denial !== undefined) await spreadNamed(app, denial, command.person, at);
      return answer;
    },
    recordChat: (app, event) => record(app, event, { ...event, kind: 'chat' }),
    recordCall: (app, event) => record(app, event, { ...event, kind: 'call' }),
    recordForeignOptIn: (app, event) => record(app, event, { ...event, kind: 'foreign-opt-in' }),
    recordHandover: (app, event) => record(app, event, { ...event, kind: 'handover' }),
    noteInbound: store.noteInbound,
    noteEntryPoint: store.noteEntryPoint,
    leaveErrand: store.leaveErrand,
    subjectsOf: store.subjectsOf,
    changeIdentifiers: store.changeIdentifiers,
    settleStoredPair: store.settleStoredPair,
  };
}

/** The identifiers of a call that are not those of the subject under which it was recorded. */
function othersNamed({ phone, bsuid }: PersonRef, { subject }: StoredPerson): PersonRef[] {
  return [
    ...(phone !== undefined && phone !== subject.phone ? [{ phone }] : []),
    ...(bsuid !== undefined && bsuid !== subject.bsuid ? [{ bsuid }] : []),
  ];
}
