/**
 * The functions that write an export, in a process of their own so that its memory is theirs: plan, every shard, close. Says after each
 * step how much memory the process holds. Started by `export-readers.ts`.
 */
import { S3Client } from '@aws-sdk/client-s3';
import { databaseClient } from '../../dev/database.ts';
import { localCredentials } from '../../dev/object-store.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/app-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/document-table.ts';
import { eligibleRows } from '../../lambdas/adapters/dynamodb/eligible-rows.ts';
import { exportStore } from '../../lambdas/adapters/dynamodb/export-store.ts';
import { scheduleStore } from '../../lambdas/adapters/dynamodb/schedule-store.ts';
import { audienceStore } from '../../lambdas/adapters/s3/audience-store.ts';
import { shards } from '../../lambdas/contract/table.ts';
import { finishExport, type WrittenShard } from '../../lambdas/use-cases/finish-export.ts';
import { planExport } from '../../lambdas/use-cases/plan-export.ts';
import { writeExportShard } from '../../lambdas/use-cases/write-export-shard.ts';

const [databaseUrl = '', tableName = '', storeUrl = '', bucket = '', appId = ''] = process.argv.slice(2);
const credentials = await databaseClient(databaseUrl).config.credentials();
const table = documentTable(tableName, undefined, { endpoint: databaseUrl, region: 'eu-west-1', credentials });
const client = new S3Client({
  endpoint: storeUrl,
  region: 'eu-west-1',
  forcePathStyle: true,
  credentials: localCredentials,
});
const now = () => Date.UTC(2026, 10, 21, 2, 0, 0);
const deps = {
  apps: appStore(table, now),
  schedules: scheduleStore(table),
  exports: exportStore(table),
  eligibleRows: eligibleRows(table),
  audiences: audienceStore(client, bucket),
  now,
};

const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, megabytes());
}, 20);
function step(name: string): void {
  console.log(
    `${name.padEnd(34)} RSS now ${String(megabytes()).padStart(4)} MB, at most ${String(peak).padStart(4)} MB`,
  );
  peak = 0;
}

const { exportId } = await planExport(deps, { appId, purposeId: 'offers', exportId: 'exp_0000000readers' }, 'bench');
step('planned');
const parts: WrittenShard[] = [];
for (let shard = 0; shard < shards; shard += 1) {
  const part = await writeExportShard(deps, { appId, exportId, shard });
  parts.push(part);
  step(`shard ${shard}: ${part.rows} rows`);
}
const { rows, excluded, files } = await finishExport(deps, { appId, exportId, parts });
step(`closed: ${rows} rows`);
clearInterval(watch);
process.send?.({ rows, excluded, csv: files.csv, jsonl: files.jsonl });
process.disconnect();
