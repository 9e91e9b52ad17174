/**
 * The function `import-steps`, in a process of its own so that its memory is its own: one execution, its parts one after the other, as
 * one run of the function sees them. Says what it took. Started by `bench-imports.ts`.
 */
import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { databaseClient } from '../../../dev/storage/database.ts';
import { localCredentials } from '../../../dev/storage/object-store.ts';
import { csvTables } from '../../../lambdas/adapters/csv/read-table.ts';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { noticeStore } from '../../../lambdas/adapters/dynamodb/collection/notice-store.ts';
import { readLedgers } from '../../../lambdas/adapters/dynamodb/entries/ledger-reader.ts';
import { people } from '../../../lambdas/adapters/dynamodb/identity/people.ts';
import { importStore } from '../../../lambdas/adapters/dynamodb/imports/import-store.ts';
import { subjectStore } from '../../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import { documentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import { importFiles, runningHash } from '../../../lambdas/adapters/s3/import-files.ts';
import type { ImportInput, ImportPlanAnswer } from '../../../lambdas/contract/import-steps.ts';
import { rowsAtOnce } from '../../../lambdas/domain/import/import.ts';
import { importStep } from '../../../lambdas/edge/imports/import-step.ts';
import { numbersOf } from '../../../lambdas/edge/imports/numbers-of.ts';
import type { RunDeps } from '../../../lambdas/use-cases/imports/run-import.ts';
import { subjectLedger } from '../../../lambdas/use-cases/ledger/subject-ledger.ts';

const [inputJson = '{}', endpoint = '', tableName = '', storeUrl = '', bucket = ''] = process.argv.slice(2);
const input = JSON.parse(inputJson) as ImportInput;
const credentials = await databaseClient(endpoint).config.credentials();
let [requests, readUnits, writeUnits] = [0, 0, 0];
const table = documentTable(
  tableName,
  (each) => {
    requests += 1;
    readUnits += each.readUnits;
    writeUnits += each.writeUnits;
  },
  { endpoint, region: 'eu-west-1', credentials },
);
const client = new S3Client({
  endpoint: storeUrl,
  region: 'eu-west-1',
  forcePathStyle: true,
  credentials: localCredentials,
});
const identifierKey = 'the identifier key of the bench, 32+ letters';
const now = Date.now;
const deps: RunDeps = {
  apps: appStore(table, now),
  imports: importStore(table),
  importFiles: importFiles(client, bucket),
  tables: csvTables,
  numbersOf,
  newHash: runningHash,
  rowsInPart: rowsAtOnce,
  people: people(table, identifierKey),
  history: (appId, subjectIds) => readLedgers(table, appId, subjectIds),
  notices: noticeStore(table),
  ledger: subjectLedger(subjectStore(table, { identifierKey, now, newId: randomUUID })),
  now,
};

const used = process.cpuUsage();
const begun = performance.now();
const plan = (await importStep(deps, { step: 'plan', input })) as ImportPlanAnswer;
const planned = performance.now();
for (const part of plan.parts) await importStep(deps, part);
await importStep(deps, { step: 'finish', input });
const ended = performance.now();
const seconds = { plan: (planned - begun) / 1000, parts: (ended - planned) / 1000 };
const cpu = process.cpuUsage(used);
process.send?.({
  seconds,
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  requests,
  readUnits,
  writeUnits,
});
