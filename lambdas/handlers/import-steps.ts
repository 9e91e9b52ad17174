import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { csvTables } from '../adapters/csv/read-table.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { readLedgers } from '../adapters/dynamodb/entries/ledger-reader.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { importStore } from '../adapters/dynamodb/imports/import-store.ts';
import { subjectStore } from '../adapters/dynamodb/ledger/subject-store.ts';
import { importFiles, runningHash } from '../adapters/s3/import-files.ts';
import { environment } from '../contract/environment.ts';
import type { ImportStepEvent } from '../contract/import-steps.ts';
import { rowsAtOnce } from '../domain/import/import.ts';
import { importStep } from '../edge/imports/import-step.ts';
import { numbersOf } from '../edge/imports/numbers-of.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import type { RunDeps } from '../use-cases/imports/run-import.ts';
import { subjectLedger } from '../use-cases/ledger/subject-ledger.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';

/** Every step of the state machine of imports. */
export const importSteps = (deps: RunDeps) => eventEndpoint((event: ImportStepEvent) => importStep(deps, event));

export const handler = coldStart(async () => {
  const table = openTable();
  const key = await identifierKey(table);
  return {
    apps: appStore(table, systemClock),
    imports: importStore(table),
    importFiles: importFiles(new S3Client(), requireEnv(environment.exportBucket)),
    tables: csvTables,
    numbersOf,
    newHash: runningHash,
    rowsInPart: rowsAtOnce,
    people: people(table, key),
    history: (appId: string, subjectIds: readonly string[]) => readLedgers(table, appId, subjectIds),
    notices: noticeStore(table),
    ledger: subjectLedger(subjectStore(table, { identifierKey: key, now: systemClock, newId: randomUUID })),
    now: systemClock,
  };
}, importSteps);
