import type { App } from '../../../domain/app/app.ts';
import type { PersonRef } from '../../../domain/identity/person.ts';
import type { FirstRecorded } from '../../../use-cases/ledger/store-ports.ts';
import { fromLedgerItem, type LedgerItem, subjectOfLedgerItem } from '../entries/ledger-item.ts';
import { readLedgerItem } from '../entries/ledger-reader.ts';
import type { ResolvedPerson } from '../identity/resolved-person.ts';
import type { Home, Trail } from '../places/place.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import { userIdOf } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import type { KeyedHash } from '../table/keyed-hash.ts';
import { ledgerKey } from '../table/keys.ts';
import type { AlreadyRecordedError } from '../table/transaction.ts';

export interface FirstReaderDeps {
  readonly table: DocumentTable;
  readonly reader: PlaceReader;
  readonly hash: KeyedHash;
  /** Everybody who ever held what was named: an act that is tried again may lie in their ledgers. */
  holders(app: App, person: PersonRef): Promise<readonly Trail[]>;
}

/** Finds what was recorded when an act came first: a retry gets the same answer, with the userId of then. */
export function firstReader({ table, reader, hash, holders }: FirstReaderDeps) {
  /** The entry that was met while the act was recorded again; undefined when it is gone. */
  async function met(
    app: App,
    { item, key }: AlreadyRecordedError,
    person: Pick<ResolvedPerson, 'home' | 'tenants'>,
  ): Promise<FirstRecorded | undefined> {
    const found = (item as LedgerItem | undefined) ?? (await readLedgerItem(table, key));
    return found && firstOf(app, found, person);
  }

  /** The entry of this name in the ledger of anybody who ever held what is named. */
  async function named(app: App, person: PersonRef, name: string): Promise<FirstRecorded | undefined> {
    const entryKey = hash.entry(name);
    const tenants = await holders(app, person);
    for (const { subjectId, home: place } of tenants) {
      const item = await readLedgerItem(table, ledgerKey(app.appId, subjectId, entryKey));
      if (item === undefined) continue;
      const home = await reader.home(app.appId, subjectId, place);
      if (home !== undefined) return firstOf(app, item, { home, tenants });
    }
    return undefined;
  }

  function firstOf(app: App, item: LedgerItem, person: Pick<ResolvedPerson, 'home' | 'tenants'>): FirstRecorded {
    const { kind, action, rq: content, after: consent = {}, earlier = false } = item;
    const holder = () => holderOf(app, subjectOfLedgerItem(item), person);
    return { entry: fromLedgerItem(item), kind, action, content, consent, earlier, holder };
  }

  /** Whose entry it is: the userId of then, and where that person lives now. */
  async function holderOf(
    app: App,
    subjectId: string,
    { home, tenants }: Pick<ResolvedPerson, 'home' | 'tenants'>,
  ): Promise<{ readonly userId: string; readonly person: Home }> {
    const tenant = tenants.find((each) => each.subjectId === subjectId);
    const lives = (tenant && (await reader.home(app.appId, subjectId, tenant.home))) ?? home;
    const birth = lives.births[subjectId];
    const isItself = lives.subject.subjectId === subjectId || birth === undefined;
    return { userId: isItself ? lives.subject.userId : userIdOf(birth, subjectId), person: lives };
  }

  return { met, named };
}

export type FirstReader = ReturnType<typeof firstReader>;
