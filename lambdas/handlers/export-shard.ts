import { S3Client } from '@aws-sdk/client-s3';
import { exportStore } from '../adapters/dynamodb/exports/export-store.ts';
import { people } from '../adapters/dynamodb/identity/people.ts';
import { eligibleRows } from '../adapters/dynamodb/rows/eligible-rows.ts';
import { audienceStore } from '../adapters/s3/audience-store.ts';
import { environment } from '../contract/environment.ts';
import type { ShardAnswer, ShardEvent } from '../contract/export-steps.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { writeExportShard } from '../use-cases/exports/write-export-shard.ts';
import { identifierKey, openTable } from './deps/stage/open-table.ts';

type Deps = Parameters<typeof writeExportShard>[0];

/** Second step of the export state machine, once a shard: the people who may get the purpose, as a part of the files. */
export const exportShard = (deps: Deps) =>
  eventEndpoint((event: ShardEvent): Promise<ShardAnswer> => writeExportShard(deps, event));

export const handler = coldStart(async () => {
  const table = openTable();
  return {
    exports: exportStore(table),
    eligibleRows: eligibleRows(table),
    people: people(table, await identifierKey(table, { keeps: false })),
    audiences: audienceStore(new S3Client(), requireEnv(environment.exportBucket)),
    now: systemClock,
  };
}, exportShard);
