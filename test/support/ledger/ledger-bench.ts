import { databaseClient } from '../../../dev/storage/database.ts';
import { people } from '../../../lambdas/adapters/dynamodb/identity/people.ts';
import { subjectStore } from '../../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import {
  type Consumed,
  type DocumentTable,
  documentTable,
} from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { PersonRef } from '../../../lambdas/domain/identity/person.ts';
import { asWritten } from '../../../lambdas/domain/identity/portfolio.ts';
import type { Ledger, People, StatementCommand } from '../../../lambdas/use-cases/ledger/ports.ts';
import { subjectLedger } from '../../../lambdas/use-cases/ledger/subject-ledger.ts';
import { freshTable } from '../table/table.ts';

export const identifierKey = 'a test key of the identifier hashes, 32+';

/** A moment that every test starts at. */
export const noon = Date.parse('2026-11-20T12:00:00Z');

export const acme: App = {
  appId: 'acme',
  displayName: 'Acme',
  smsName: 'ACME',
  locale: 'en',
  timeZone: 'UTC',
  whatsapp: { phoneNumberId: '106540352242922', phone: '+15550783881', wabaId: '102290129340398' },
  smsNumbers: [{ phone: '+12125550101', country: 'US' }],
  purposes: [
    { purposeId: 'offers', name: 'Offers', category: 'marketing', keywordOptIn: true },
    { purposeId: 'orders', name: 'Order updates', category: 'utility' },
    { purposeId: 'news', name: 'News', category: 'marketing' },
  ],
  doubleOptIn: [],
  automatedMessage: { enabled: false },
  version: 1,
  createdAt: noon,
  updatedAt: noon,
};

/** The real ledger on a fresh table, with a clock and ids of the test's own. */
export interface LedgerBench {
  readonly table: DocumentTable;
  readonly endpoint: string;
  readonly ledger: Ledger;
  readonly people: People;
  /** What the operation consumed: requests, RRU, WRU. */
  measure(operation: () => Promise<unknown>): Promise<{ requests: number; rru: number; wru: number }>;
  setNow(time: number): void;
  now(): number;
  /** A grant reported by the business, unless said otherwise. */
  say(person: PersonRef, statement?: Partial<StatementCommand>): ReturnType<Ledger['recordStatement']>;
  /** The same of another app, or of one whose settings have changed. */
  sayTo(app: App, person: PersonRef, statement?: Partial<StatementCommand>): ReturnType<Ledger['recordStatement']>;
  /** A message of the person that the provider signed. */
  hear(person: PersonRef, at: number, id?: string): Promise<void>;
}

export async function ledgerBench(): Promise<LedgerBench> {
  const { endpoint, tableName } = await freshTable();
  let consumed: Consumed[] = [];
  const table = documentTable(tableName, (each) => consumed.push(each), configFor(endpoint));
  let time = noon;
  let ids = 0;
  const options = { identifierKey, now: () => time, newId: () => `id-${++ids}` };
  const ledger = subjectLedger(subjectStore(table, options));
  const sayTo: LedgerBench['sayTo'] = (app, person, statement = {}) =>
    ledger.recordStatement(app, {
      person,
      action: 'granted',
      purposes: ['offers'],
      level: statement.provider ? 3 : 2,
      saidAt: time,
      source: statement.provider ? 'whatsapp-message' : 'paper',
      evidence: { identifiers: asReceived(person) },
      provider: false,
      ...statement,
    });
  return {
    table,
    endpoint,
    ledger,
    people: people(table, identifierKey),
    async measure(operation) {
      consumed = [];
      await operation();
      const total = (unit: 'readUnits' | 'writeUnits') => consumed.reduce((sum, each) => sum + each[unit], 0);
      return { requests: consumed.length, rru: total('readUnits'), wru: total('writeUnits') };
    },
    setNow: (to) => {
      time = to;
    },
    now: () => time,
    say: (person, statement) => sayTo(acme, person, statement),
    sayTo,
    hear: async (person, at, id = `wamid.${at}.${JSON.stringify(person)}`) => {
      await ledger.noteInbound(acme, { person, at, eventId: id });
    },
  };
}

/** The identifiers as a payload or a call would have written them. */
function asReceived({ phone, bsuid }: PersonRef) {
  return { ...(phone !== undefined && { waId: phone }), ...(bsuid !== undefined && { bsuid: asWritten(bsuid) }) };
}

export function configFor(endpoint: string) {
  const { config } = databaseClient(endpoint);
  return { endpoint, region: 'eu-west-1', credentials: config.credentials };
}
