/**
 * `npm run bench:import -- [--rows 1000000] [--apply 100000]`: so many rows in a dry run, and so many applied twice, fresh and as the same
 * file again, by the function on the embedded database and an S3 of this machine. Prints rows a second, CPU of a row, the most memory of
 * one run of the function, units and their price; asserts nothing. What Node is told stands for the function too: `node --cpu-prof …`.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { createTable, databaseClient, startDatabase } from '../../../dev/storage/database.ts';
import { localCredentials, startObjectStore } from '../../../dev/storage/object-store.ts';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { importStore } from '../../../lambdas/adapters/dynamodb/imports/import-store.ts';
import { documentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { importFiles } from '../../../lambdas/adapters/s3/import-files.ts';
import type { ImportMode } from '../../../lambdas/domain/import/import.ts';
import { applyImport, createImport, tryImport } from '../../../lambdas/use-cases/imports/manage-imports.ts';
import type { ImportRun } from '../../../lambdas/use-cases/imports/ports.ts';
import { prices } from '../../support/costs.ts';
import { exportApp } from '../../support/exports/export-steps.ts';
import { machineLine } from '../report.ts';

interface Took {
  readonly seconds: { readonly plan: number; readonly parts: number };
  /** Of its own process, without the database, and without what it took to begin. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '1000000' }, apply: { type: 'string', default: '100000' } },
});
/**
 * What Lambda tells Node of the 1,769 MB of this function: old objects get 90 %, new ones 5 (its bootstrap of Node 24). Told of 100 MB of
 * old objects and nothing else, as by this bench until 2026-11-27, Node looks for garbage fifteen times a second: twice the CPU of a row.
 */
const heap = ['--max-old-space-size=1592', '--max-semi-space-size=88'];
const bucket = 'exports';
const appId = 'acme';
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'optledger-imports-'));
const database = await startDatabase(join(folder, 'database.sqlite'));
const store = await startObjectStore(join(folder, 'objects'), [bucket]);
const tableName = 'bench';
await createTable(database.endpoint, tableName);
const credentials = await databaseClient(database.endpoint).config.credentials();
const table = documentTable(tableName, undefined, { endpoint: database.endpoint, region: 'eu-west-1', credentials });
const client = new S3Client({
  endpoint: store.url,
  region: 'eu-west-1',
  forcePathStyle: true,
  credentials: localCredentials,
});
let ids = 0;
const started: ImportRun[] = [];
const deps = {
  imports: importStore(table),
  importFiles: importFiles(client, bucket),
  importStarter: {
    start: async (run: ImportRun) => {
      started.push(run);
      return true;
    },
  },
  now: Date.now,
  newId: () => `bench${++ids}`,
};

try {
  const app = exportApp(appId);
  await appStore(table, Date.now).create(app);
  console.log(`${machineLine()}\n`);
  const tried = await upload(Number(values.rows));
  await tryAll('dry run', tried);
  const fresh = await upload(Number(values.apply));
  await tryAll('dry run before', fresh);
  await applyAll('applied, fresh', fresh);
  const again = await upload(Number(values.apply));
  await tryAll('dry run, the same again', again);
  await applyAll('applied, the same again', again);

  async function tryAll(name: string, importId: string): Promise<void> {
    const columns = { phone: 'Phone', date: { column: 'Date', format: 'YYYY-MM-DD' as const }, documentRef: 'Paper' };
    await tryImport(deps, app, importId, { columns, purposes: ['offers'], source: 'paper' });
    await run(name, importId, 'preview');
  }
  async function applyAll(name: string, importId: string): Promise<void> {
    await applyImport(deps, appId, importId, { operator: 'Ada', documentRef: 'BOX-17', dryRun: 1, keyId: 'key_bench' });
    await run(name, importId, 'apply');
  }
  console.log(`at the end: ${machineLine()}`);
} finally {
  client.destroy();
  await store.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** A file of so many people, always the same. */
async function upload(rows: number): Promise<string> {
  const lines = ['Phone,Date,Paper'];
  for (let index = 0; index < rows; index += 1) {
    lines.push(
      `+5255${String(10_000_000 + index)},2026-0${1 + (index % 9)}-1${index % 10},"Box ${index % 997}, ""left"""`,
    );
  }
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const order = { appId, kind: 'opt-ins' as const, fileName: 'bench.csv', size: bytes.length, keyId: 'key_bench' };
  const made = await createImport(deps, order);
  await deps.importFiles.put(made, bytes);
  return made.importId;
}

/** The execution that was started, in a process of its own. */
async function run(name: string, importId: string, mode: ImportMode): Promise<void> {
  const input = started.splice(0).at(-1);
  const worker = fork(
    fileURLToPath(new URL('import-worker.ts', import.meta.url)),
    [JSON.stringify(input), database.endpoint, tableName, store.url, bucket],
    { execArgv: [...heap, ...process.execArgv] },
  );
  const [took] = (await Promise.race([
    once(worker, 'message'),
    once(worker, 'exit').then(([code]) => Promise.reject(new Error(`The function ended with ${code}.`))),
  ])) as [Took];
  worker.disconnect();
  const known = await deps.imports.find(appId, importId);
  const rows = known?.file?.rows ?? 0;
  const { readUnits, writeUnits } = took;
  const price = (readUnits * prices.readUnit + writeUnits * prices.writeUnit) / 1_000_000;
  const seconds = took.seconds.plan + took.seconds.parts;
  const reading = mode === 'preview' ? `, of it ${took.seconds.plan.toFixed(1)} s reading the file` : '';
  const cpu = `${took.cpuSeconds.toFixed(1)} s of CPU, ${((took.cpuSeconds * 1e6) / rows).toFixed(0)} us a row`;
  console.log(`${name}: ${rows.toLocaleString('en')} rows in ${seconds.toFixed(1)} s${reading} (${cpu})`);
  console.log(`  ${Math.round(rows / seconds).toLocaleString('en')} rows a second; at most ${took.peakMegabytes} MB`);
  console.log(
    `  ${took.requests.toLocaleString('en')} requests, ${readUnits} RRU, ${writeUnits} WRU: $${price.toFixed(4)}`,
  );
  console.log(`  ${JSON.stringify(mode === 'apply' ? known?.applied : known?.counts)}\n`);
}
