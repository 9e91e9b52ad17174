import { randomUUID } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createTable, type Database, databaseClient } from '../../dev/storage/database.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { people } from '../../lambdas/adapters/dynamodb/identity/people.ts';
import { subjectStore } from '../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import { type DocumentTable, documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import type { Ledger, People } from '../../lambdas/use-cases/ledger/ports.ts';
import { subjectLedger } from '../../lambdas/use-cases/ledger/subject-ledger.ts';

export const identifierKey = 'a bench key of the identifier hashes, 32+';

/** When the benchmark begins, for the rules; the real clock is read only to measure. */
export const begin = Date.parse('2026-11-21T10:00:00Z');
/** The ledger's present: later than anything that is said in a run. */
const present = begin + 12 * 60 * 60 * 1000;

export const acme: App = {
  appId: 'acme',
  displayName: 'Acme',
  locale: 'en',
  timeZone: 'UTC',
  whatsapp: { phoneNumberId: '106540352242922', phone: '+15550783881', wabaId: '102290129340398' },
  smsNumbers: [],
  purposes: [{ purposeId: 'offers', name: 'Offers', category: 'marketing' }],
  doubleOptIn: [],
  automatedMessage: { enabled: false },
  version: 1,
  createdAt: begin,
  updatedAt: begin,
};

/** The real stores and a bare client on one table, with a crowd that opted in and wrote. */
export interface BenchTable {
  readonly endpoint: string;
  readonly databasePid: number;
  readonly table: DocumentTable;
  readonly ledger: Ledger;
  readonly people: People;
  /** The SDK's plain client, with nothing of ours around it. */
  readonly client: DynamoDBClient;
  now(): number;
  /** Later at every call, so that everything said is news. */
  nextTime(): number;
}

/** The number of somebody in the crowd. */
export const phoneOf = (index: number): string => `1416555${1000 + index}`;
export const crowd = 64;

export async function benchTable({ endpoint, pid }: Pick<Database, 'endpoint' | 'pid'>): Promise<BenchTable> {
  const tableName = 'bench';
  await createTable(endpoint, tableName);
  const client = databaseClient(endpoint);
  const { credentials } = client.config;
  const table = documentTable(tableName, undefined, { endpoint, region: 'eu-west-1', credentials });
  const now = () => present;
  const ledger = subjectLedger(subjectStore(table, { identifierKey, now, newId: randomUUID }));
  let time = begin;
  const bench: BenchTable = {
    endpoint,
    databasePid: pid,
    table,
    ledger,
    people: people(table, identifierKey),
    client,
    now,
    nextTime: () => {
      time += 1;
      return time;
    },
  };
  await appStore(table, now).create(acme);
  for (let index = 0; index < crowd; index += 1) {
    await optIn(bench, index);
    const at = bench.nextTime();
    await ledger.noteInbound(acme, { person: { phone: phoneOf(index) }, at, eventId: `wamid.${at}` });
  }
  return bench;
}

/** An opt-in that the business reports, with a notice as evidence. */
export function optIn({ ledger, nextTime }: BenchTable, index: number) {
  const saidAt = nextTime();
  return ledger.recordStatement(acme, {
    person: { phone: phoneOf(index) },
    action: 'granted',
    purposes: ['offers'],
    level: 2,
    saidAt,
    source: 'paper',
    evidence: { noticeId: 'spring', noticeVersion: 3 },
    eventId: `form-${saidAt}`,
    provider: false,
  });
}
