import type { App } from '../../domain/app/app.ts';
import type { Milliseconds } from '../../domain/consent/statement.ts';
import type { PersonRef } from '../../domain/identity/person.ts';
import { parseWaId } from '../../domain/identity/phone.ts';
import type { Ledger, PersonEvent, StatementCommand } from '../../use-cases/ports.ts';
import { identifierChanger } from './change-identifiers.ts';
import type { DocumentTable } from './document-table.ts';
import { earlierKeys } from './earlier-keys.ts';
import { identifier } from './identify.ts';
import { keyedHash } from './keyed-hash.ts';
import { subjectMerger } from './merge-subjects.ts';
import { placeReader } from './place-reader.ts';
import { personEventRecorder } from './record-person-event.ts';
import { statementRecorder } from './record-statement.ts';
import { identifierReleaser } from './release-identifier.ts';
import { settlePerson } from './settle-person.ts';
import { untilSettled } from './transaction.ts';
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
  const people = identifier(reader, hash);
  const { now, newId } = options;
  const changeDeps = { table, reader, hash, now, newId };
  const changes = { ...subjectMerger(changeDeps), ...identifierReleaser(changeDeps) };
  const lines = earlierKeys({ reader, hash, now, changes });
  const settle = async (app: App, named: PersonRef, at: Milliseconds, provider: boolean) => {
    const person = await lines.asRecorded(app, named);
    const settled = await settlePerson({ identifier: people, changes, hash }, app, person, at, provider, newId());
    await lines.joinOwn(app, named, settled.home.subject.phone);
    return settled;
  };
  const statements = statementRecorder({ table, hash, now, newId, settle });
  const events = personEventRecorder({ table, hash, now, newId, settle });
  const windows = windowKeeper({ ...changeDeps, settle });

  /** Denials travel to the doubtful forms of the number named and of the person's own, grants never (semantics 5). */
  async function alsoDoubtful(
    named: PersonRef,
    own: string | undefined,
    deny: (sibling: PersonRef) => Promise<unknown>,
  ): Promise<void> {
    const numbers = [named.phone, own].filter((phone) => phone !== undefined);
    const forms = new Set(numbers.flatMap((phone) => parseWaId(phone)?.doubtful ?? []));
    for (const phone of forms) await deny({ phone });
  }

  return {
    async recordStatement(app: App, command: StatementCommand) {
      const { recorded, phone } = await statements.record(app, command);
      if (command.action === 'revoked' || command.action === 'refused') {
        const { reply: _onlyOnce, ...denial } = command;
        await alsoDoubtful(command.person, phone, (person) => statements.record(app, { ...denial, person }));
      }
      return recorded;
    },
    noteInbound: windows.noteInbound,
    noteEntryPoint: windows.noteEntryPoint,
    async recordPlatformPreference(app, event) {
      const phone = await events.recordPlatformPreference(app, event);
      if (event.value === 'stop') {
        await alsoDoubtful(event.person, phone, (person) => events.recordPlatformPreference(app, { ...event, person }));
      }
    },
    async recordSuppression(app, event) {
      const phone = await events.recordSuppression(app, event);
      if (!event.lift) {
        const { reply: _onlyOnce, ...brake } = event;
        await alsoDoubtful(event.person, phone, (person) => events.recordSuppression(app, { ...brake, person }));
      }
    },
    async recordChat(app, event) {
      await events.recordChat(app, event);
    },
    async changeIdentifiers(
      app: App,
      event: PersonEvent & { becomes: PersonRef; evidence: StatementCommand['evidence'] },
    ) {
      const [person, becomes] = await untilSettled(() =>
        Promise.all([lines.asRecorded(app, event.person), lines.asRecorded(app, event.becomes)]),
      );
      await identifierChanger({ ...changeDeps, identifier: people, changes }).change(app, {
        ...event,
        person,
        becomes,
      });
    },
  };
}
