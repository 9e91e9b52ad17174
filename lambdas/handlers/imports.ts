import { randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { importStateMachine } from '../adapters/aws/state-machine.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { auditStore } from '../adapters/dynamodb/admin/audit-store.ts';
import { keyRate } from '../adapters/dynamodb/admin/key-rate.ts';
import { noticeStore } from '../adapters/dynamodb/collection/notice-store.ts';
import { importStore } from '../adapters/dynamodb/imports/import-store.ts';
import { stageKey } from '../adapters/dynamodb/table/stage-key.ts';
import { fileLinks } from '../adapters/s3/file-links.ts';
import { importFiles } from '../adapters/s3/import-files.ts';
import { importFilesLiveForDays } from '../contract/deployment.ts';
import { environment } from '../contract/environment.ts';
import { type ImportRouteDeps, importRoutes } from '../edge/api/imports/import-routes.ts';
import { cursors } from '../edge/http/cursor.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { openTable } from './deps/stage/open-table.ts';

/** Imports: begun, tried, applied and undone. */
export const imports = (deps: ImportRouteDeps & Gate) => httpEndpoint(importRoutes(deps), undefined, deps);

export const handler = coldStart(() => {
  const table = openTable();
  // Whoever uploads sends the checksum of the file, if any: one of the empty body that is signed would hold for none.
  const client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  const bucket = requireEnv(environment.exportBucket);
  return {
    rate: keyRate(table, systemClock),
    audit: auditStore(table, systemClock),
    apps: appStore(table, systemClock),
    imports: importStore(table),
    importFiles: importFiles(client, bucket),
    importStarter: importStateMachine(requireEnv(environment.importStateMachineArn)),
    notices: noticeStore(table),
    links: fileLinks(client, bucket),
    cursors: cursors(stageKey(table)),
    now: systemClock,
    filesLiveForDays: importFilesLiveForDays,
    newId: () => randomBytes(8).toString('hex'),
  };
}, imports);
