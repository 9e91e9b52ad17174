import type { App } from '../../../domain/app/app.ts';
import { NotFoundError } from '../../../domain/errors.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import { areTwoAccounts } from '../../../domain/identity/portfolio.ts';
import { isSameDebt } from '../../../domain/ledger/denial.ts';
import type { SaidBy } from '../../../domain/ledger/statement-command.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { OpenStore, SubjectStore } from '../../../use-cases/ledger/store-ports.ts';
import { readLedgers } from '../entries/ledger-reader.ts';
import { identifierChanger } from '../identity/change-identifiers.ts';
import { earlierKeys } from '../identity/earlier-keys.ts';
import { formerBsuids } from '../identity/former-bsuids.ts';
import { personIdentifier } from '../identity/identify.ts';
import { subjectMerger } from '../identity/merge-subjects.ts';
import { identifierReleaser } from '../identity/release-identifier.ts';
import { homeRelocator } from '../identity/relocate-home.ts';
import { pairReporter } from '../identity/report-pair.ts';
import { resolvePerson } from '../identity/resolve-person.ts';
import { storedPairSettler } from '../identity/settle-stored-pair.ts';
import type { Home } from '../places/place.ts';
import { placeReader } from '../places/place-reader.ts';
import { putPlace } from '../places/put-place.ts';
import { parseUserId } from '../places/user-id.ts';
import { rowKeeper } from '../rows/row-keeper.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { keyedHash, sha256 } from '../table/keyed-hash.ts';
import { transact, untilSettled } from '../table/transaction.ts';
import { errandLeaver } from './leave-errand.ts';
import { openAct } from './open-act.ts';
import { firstReader } from './read-first.ts';
import { windowKeeper } from './window-keeper.ts';

export interface SubjectStoreOptions {
  /** At least 32 characters, never rotated. */
  readonly identifierKey: string;
  readonly now: () => Milliseconds;
  /** A unique id each time; seeds of subject ids and salts. */
  readonly newId: () => string;
}

/** People on the one table. */
export function subjectStore(table: DocumentTable, options: SubjectStoreOptions): OpenStore {
  return (finish) => storeOf(table, options, finish);
}

function storeOf(
  table: DocumentTable,
  { identifierKey, now, newId }: SubjectStoreOptions,
  finish: Parameters<OpenStore>[0],
): SubjectStore {
  const hash = keyedHash(identifierKey);
  const reader = placeReader(table);
  const people = personIdentifier(reader, hash);
  const rows = rowKeeper({ table, now });
  const relocator = homeRelocator({ table, reader, hash });
  const changeDeps = { table, reader, hash, now, newId, rows, finish, relocator };
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
  const { asKnown } = formerBsuids({ reader, hash });
  const first = firstReader({ table, reader, hash, holders });
  const windows = windowKeeper({ ...changeDeps, settle });

  async function findHome(app: App, userId: string): Promise<Home | undefined> {
    const parsed = parseUserId(userId);
    return parsed && reader.home(app.appId, parsed.subjectId, parsed.place);
  }

  async function homeOf(app: App, userId: string): Promise<Home> {
    const home = await findHome(app, userId);
    if (home === undefined) throw new Error('A subject that was just written is not there.');
    return home;
  }

  return {
    now,
    sha256,
    salt: () => hash.salt(newId()),
    untilSettled,
    asKnown: async (app, person) => (await asKnown(app.appId, [person]))[0] ?? person,
    open: async (app, person, at, by) =>
      openAct({ table, hash, rows, first, now }, app, await settle(app, person, at, by)),
    firstOf: first.named,
    person: homeOf,
    history: (app, { subject, absorbed }) => readLedgers(table, app.appId, [subject.subjectId, ...absorbed]),
    pairsOf: async (app, identifier) => (await reader.one(app.appId, hash.place(identifier)))?.pairs ?? [],
    strikeDebts: (app, userId, paid) =>
      untilSettled(async () => {
        const home = await homeOf(app, userId);
        const debts = home.debts.filter((debt) => !paid.some((each) => isSameDebt(each, debt)));
        if (debts.length === home.debts.length) return;
        await transact(table, [putPlace(table, app.appId, { ...home, debts }, home)]);
      }),
    subjectsOf: (app, person, at) =>
      untilSettled(async () => {
        const { answer, beside } = await people.look(app.appId, await lines.asRecorded(app, person), at);
        // A provider's payload that shows both may be the first to do so: then the two are one, unless the number has another account.
        const isNewHolder = areTwoAccounts(answer?.home.subject.bsuid, person.bsuid);
        return [isNewHolder ? undefined : answer, beside].flatMap((each) =>
          each === undefined ? [] : [each.home.subject.subjectId, ...each.home.absorbed],
        );
      }),
    giveBackRows: async (app, { subject }) => {
      if (subject.unsettled !== true) return;
      await untilSettled(async () => {
        const home = await homeOf(app, subject.userId);
        if (home.subject.unsettled === true) await rows.giveBack(app, home);
      });
    },
    noteInbound: windows.noteInbound,
    noteEntryPoint: windows.noteEntryPoint,
    leaveErrand: errandLeaver({ table, hash, now, settle }).leave,
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
    settleStoredPair: (app, userId) =>
      untilSettled(async () => {
        const home = await findHome(app, userId);
        if (home === undefined) throw new NotFoundError(`There is no user ${userId} in this app.`);
        if (home.unproven === true) return changes.settleStoredPair(app, home);
        // Somebody may have been interrupted after the split, before its denials stood under the BSUID.
        await finish(app, home);
        return 'settled';
      }),
  };
}
