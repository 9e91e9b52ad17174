import type { App } from '../../../domain/app/app.ts';
import type { Evidence } from '../../../domain/consent/statement.ts';
import type { ToldAct } from '../../../domain/events/event-of-act.ts';
import { append } from '../../../domain/ledger/chain.ts';
import type { LedgerAct, LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { Home } from '../places/place.ts';
import type { PlaceReader } from '../places/place-reader.ts';
import { birthPlaceOf } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type KeyedHash, sha256 } from '../table/keyed-hash.ts';
import { ledgerKey } from '../table/keys.ts';
import { putNew, type TransactItem } from '../table/transaction.ts';
import { toLedgerItem } from './ledger-item.ts';

/** What changes of who holds what need. */
export interface IdentityChangeDeps {
  readonly table: DocumentTable;
  readonly reader: PlaceReader;
  readonly hash: KeyedHash;
  readonly now: () => Milliseconds;
  readonly newId: () => string;
}

/** As what an act of identity is told to the world, unless whoever records it says otherwise. */
const toldAs: { readonly [change: string]: ToldAct } = Object.fromEntries(
  ['number-changed', 'linked', 'released', 'split'].map((change) => [change, { type: 'user.number_changed' } as const]),
);

/** An act of identity, appended to the chain of a home. `writeAs` = its write, where only what follows says as what it is told. */
export function recordIdentity(
  deps: IdentityChangeDeps,
  app: App,
  home: Home,
  act: LedgerAct,
  at: Milliseconds,
  evidence: Evidence = {},
  eventId?: string,
): {
  readonly home: Home;
  readonly entry: LedgerEntry;
  readonly write: TransactItem;
  readonly writeAs: (told: ToldAct | undefined) => TransactItem;
  readonly key: { pk: string; sk: string };
} {
  const now = deps.now();
  const { entry, head } = append(
    home,
    { act, saidAt: Math.min(at, now), source: 'whatsapp-platform', evidence },
    { now, salt: deps.hash.salt(deps.newId()), sha256 },
  );
  const entryKey = deps.hash.entry(
    eventId === undefined ? `identity|${home.subject.subjectId}|${head.sequence}` : `p|${eventId}`,
  );
  const key = ledgerKey(app.appId, home.subject.subjectId, entryKey);
  const birthPlace = birthPlaceOf(home.subject.userId);
  const writeAs = (told: ToldAct | undefined) =>
    putNew(deps.table, toLedgerItem(key, entry, { rq: '', told, birthPlace }));
  const write = writeAs(act.kind === 'identity' ? toldAs[act.change] : undefined);
  return { home: { ...home, head }, entry, write, writeAs, key };
}
