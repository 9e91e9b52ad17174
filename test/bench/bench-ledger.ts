import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTable, databaseClient, startDatabase } from '../../dev/storage/database.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { userDirectory } from '../../lambdas/adapters/dynamodb/directory/user-directory.ts';
import { people } from '../../lambdas/adapters/dynamodb/identity/people.ts';
import { subjectStore } from '../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { templateStore } from '../../lambdas/adapters/dynamodb/templates/template-store.ts';
import { checkEligibility } from '../../lambdas/use-cases/eligibility/check-eligibility.ts';
import { subjectLedger } from '../../lambdas/use-cases/ledger/subject-ledger.ts';
import { acme, begin, identifierKey } from './bench-table.ts';
import { machineLine, row } from './report.ts';

const person = { phone: '14165551000' };

/**
 * `npm run bench -- ledger [entries …]`: what STOP, START, a check and a page of statements take and cost for one person with so many entries
 * (1, 100 and 1,000 without a number): who says STOP and START all day makes nobody wait.
 */
export async function benchLedger(lengths: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'optledger-bench-ledger-'));
  const database = await startDatabase(join(folder, 'database.sqlite'));
  try {
    await createTable(database.endpoint, 'bench');
    const units = { read: 0, write: 0, requests: 0 };
    const client = databaseClient(database.endpoint);
    const { credentials } = client.config;
    const noted = ({ readUnits, writeUnits }: { readonly readUnits: number; readonly writeUnits: number }): void => {
      units.read += readUnits;
      units.write += writeUnits;
      units.requests += 1;
    };
    const table = documentTable('bench', noted, { endpoint: database.endpoint, region: 'eu-west-1', credentials });
    let time = begin;
    const now = (): number => time + 1000;
    await appStore(table, now).create(acme);
    const ledger = subjectLedger(subjectStore(table, { identifierKey, now, newId: randomUUID }));
    const say = (action: 'granted' | 'revoked') => {
      time += 1000;
      return ledger.recordStatement(acme, {
        person,
        action,
        purposes: ['offers'],
        level: 3,
        saidAt: time,
        source: 'whatsapp-message',
        evidence: { messageId: `wamid.${time}` },
        eventId: `wamid.${time}`,
        provider: true,
      });
    };
    const directory = userDirectory(table);
    const asked = { people: people(table, identifierKey), templates: templateStore(table) };
    const timed = async (name: string, run: () => Promise<unknown>): Promise<void> => {
      Object.assign(units, { read: 0, write: 0, requests: 0 });
      const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
      await run();
      const { user, system } = process.cpuUsage(cpu);
      const took = [performance.now() - startedAt, (user + system) / 1000].map((each) => `${each.toFixed(1)} ms`);
      console.log(row(name, ...took, String(units.requests), String(units.read), String(units.write)));
    };

    console.log(machineLine());
    console.log(row('one person', 'took', 'CPU', 'requests', 'RRU', 'WRU'));
    let entries = 0;
    for (const length of lengths) {
      for (; entries < length; entries += 1) await say(entries % 2 === 0 ? 'granted' : 'revoked');
      const of = `${length.toLocaleString('en')} entries:`;
      await timed(`${of} STOP`, () => say('revoked'));
      await timed(`${of} START`, () => say('granted'));
      entries += 2;
      const question = { user: { person }, purpose: 'offers', message: 'template' } as const;
      const { userId = '' } = await checkEligibility(asked, acme, question, now());
      await timed(`${of} check`, () => checkEligibility(asked, acme, question, now()));
      await timed(`${of} page of 50 statements`, () => directory.statements(acme, userId, 50));
    }
    client.destroy();
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
