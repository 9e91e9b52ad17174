import type { App } from '../../../domain/app/app.ts';
import { NotFoundError } from '../../../domain/errors.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Ledger, PersonEvent, StatementCommand } from '../../../use-cases/ledger/ports.ts';
import { identifierChanger } from '../identity/change-identifiers.ts';
import { earlierKeys } from '../identity/earlier-keys.ts';
import { personIdentifier, type SaidBy } from '../identity/identify.ts';
import { subjectMerger } from '../identity/merge-subjects.ts';
import { identifierReleaser } from '../identity/release-identifier.ts';
import { homeRelocator } from '../identity/relocate-home.ts';
import { pairReporter } from '../identity/report-pair.ts';
import { resolvePerson } from '../identity/resolve-person.ts';
import { storedPairSettler } from '../identity/settle-stored-pair.ts';
import type { Home } from '../places/place.ts';
import { placeReader } from '../places/place-reader.ts';
import { parseUserId } from '../places/user-id.ts';
import { rowKeeper } from '../rows/row-keeper.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { keyedHash } from '../table/keyed-hash.ts';
import { untilSettled } from '../table/transaction.ts';
import { debtPayer } from './pay-debts.ts';
import { type PersonEventRecorder, personEventRecorder, type RecordedEvent } from './record-person-event.ts';
import { isDenial, type StatementRecorder, statementRecorder } from './record-statement.ts';
import { denialTraveller, type Way } from './travel-denials.ts';
import { windowKeeper } from './window-keeper.ts';

export interface SubjectLedgerOptions {
  /** At least 32 characters, never rotated. */
  readonly identifierKey: string;
  readonly now: () => Milliseconds;
  /** A unique id each time; seeds of subject ids and salts. */
  readonly newId: () => string;
}

/** The ledger of people on the one table. */
export function subjectLedger(table: DocumentTable, options: SubjectLedgerOptions): Ledger {
  const hash = keyedHash(options.identifierKey);
  const reader = placeReader(table);
  const people = personIdentifier(reader, hash);
  const { now, newId } = options;
  const rows = rowKeeper({ table, now });
  const traveller = denialTraveller({ reader, hash });
  // Recording a no makes others record it too: each needs the other.
  const recorders = (): { statements: StatementRecorder; events: PersonEventRecorder } => ({ statements, events });
  const { finish, giveBack } = debtPayer({ table, reader, rows, traveller, recorders });
  const changeDeps = {
    table,
    reader,
    hash,
    now,
    newId,
    rows,
    finish,
    relocator: homeRelocator({ table, reader, hash }),
  };
  const changes = {
    ...subjectMerger(changeDeps),
    ...identifierReleaser({ ...changeDeps, identifier: people }),
    ...storedPairSettler(changeDeps),
  };
  const pairs = pairReporter({ table, identifier: people, finish });
  const lines = earlierKeys({ reader, hash, now, changes });
  const settle = async (app: App, named: PersonRef, at: Milliseconds, by: SaidBy) => {
    const person = await lines.asRecorded(app, named);
    const settled = await resolvePerson({ identifier: people, changes, hash, pairs }, app, {
      person,
      at,
      by,
      seed: newId(),
    });
    await lines.joinOwn(app, named, settled.home.subject.phone);
    return settled;
  };
  const holders = async (app: App, named: PersonRef) =>
    people.everyHolder(app.appId, await lines.asRecorded(app, named));
  const recorderDeps = { table, reader, hash, now, newId, rows, settle, holders, finish, giveBack };
  const statements: StatementRecorder = statementRecorder(recorderDeps);
  const events: PersonEventRecorder = personEventRecorder(recorderDeps);
  const windows = windowKeeper({ ...changeDeps, settle });

  /** Carries an event that is a no to wherever else it stands. */
  async function spreadEvent(
    app: App,
    event: PersonEvent,
    { home, next, ref }: RecordedEvent,
    copy: (person: PersonRef, way: Way, ref: string) => Promise<RecordedEvent>,
  ): Promise<void> {
    if (ref === undefined) return;
    const saidAt = Math.min(event.at, now());
    const { person } = event;
    await traveller.spread(app, { saidAt, person, copy: (to, way) => copy(to, way, ref) }, { home, next });
  }

  return {
    async recordStatement(app: App, command: StatementCommand) {
      const { recorded, home, next } = await statements.record(app, command);
      if (!isDenial(command.action)) return recorded;
      const { reply: _onlyOnce, ...denial } = command;
      const { ref, saidAt } = recorded;
      const copy = (person: PersonRef, way: Way) => statements.record(app, { ...denial, saidAt, person }, { ref, way });
      const spread = (at: { readonly home: Home; readonly next: Home | undefined }, person: PersonRef) =>
        traveller.spread(app, { saidAt, person, copy }, at);
      await spread({ home, next }, command.person);
      // A no stands under everybody whom the caller named.
      for (const person of othersNamed(command, home)) {
        await spread(await copy(person, { over: 'named', today: false }), person);
      }
      return recorded;
    },
    noteInbound: windows.noteInbound,
    noteEntryPoint: windows.noteEntryPoint,
    async recordPlatformPreference(app, event) {
      const recorded = await events.recordPlatformPreference(app, event);
      if (event.value === 'stop') {
        await spreadEvent(app, event, recorded, (person, way, ref) =>
          events.recordPlatformPreference(app, { ...event, person }, { ref, way }),
        );
      }
    },
    async recordSuppression(app, event) {
      const recorded = await events.recordSuppression(app, event);
      if (event.lift) return;
      const { reply: _onlyOnce, ...brake } = event;
      await spreadEvent(app, event, recorded, (person, way, ref) =>
        events.recordSuppression(app, { ...brake, person }, { ref, way }),
      );
    },
    async recordChat(app, event) {
      await events.recordChat(app, event);
    },
    async changeIdentifiers(app, event) {
      const [person, becomes] = await untilSettled(() =>
        Promise.all([lines.asRecorded(app, event.person), lines.asRecorded(app, event.becomes)]),
      );
      await identifierChanger({ ...changeDeps, identifier: people, changes, settle }).change(app, {
        ...event,
        person,
        becomes,
      });
    },
    async settleStoredPair(app, userId) {
      return untilSettled(async () => {
        const user = parseUserId(userId);
        const home = user && (await reader.home(app.appId, user.subjectId, user.place));
        if (home === undefined) throw new NotFoundError(`There is no user ${userId} in this app.`);
        if (home.unproven === true) return changes.settleStoredPair(app, home);
        // Somebody may have been interrupted after the split, before its denials stood under the BSUID.
        await finish(app, home);
        return 'settled';
      });
    },
  };
}

/** The identifiers of a call that are not those of the subject under which it was recorded. */
function othersNamed({ provider, person }: StatementCommand, { subject }: Home): PersonRef[] {
  if (provider) return [];
  const { phone, bsuid } = person;
  return [
    ...(phone !== undefined && phone !== subject.phone ? [{ phone }] : []),
    ...(bsuid !== undefined && bsuid !== subject.bsuid ? [{ bsuid }] : []),
  ];
}
