/**
 * One function that writes an export, in a process of its own so that its memory is its own: `shards` (plan, and every shard one after the
 * other) or `close`. Says how much memory the process holds, and what CPU a row takes. Started by `export-readers.ts`.
 */
import { S3Client } from '@aws-sdk/client-s3';
import { databaseClient } from '../../dev/storage/database.ts';
import { localCredentials } from '../../dev/storage/object-store.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { exportStore } from '../../lambdas/adapters/dynamodb/exports/export-store.ts';
import { scheduleStore } from '../../lambdas/adapters/dynamodb/exports/schedule-store.ts';
import { people } from '../../lambdas/adapters/dynamodb/identity/people.ts';
import { eligibleRows } from '../../lambdas/adapters/dynamodb/rows/eligible-rows.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import { audienceStore } from '../../lambdas/adapters/s3/audience-store.ts';
import { shards } from '../../lambdas/contract/table.ts';
import { finishExport, type WrittenShard } from '../../lambdas/use-cases/exports/finish-export.ts';
import { planExport } from '../../lambdas/use-cases/exports/plan-export.ts';
import { writeExportShard } from '../../lambdas/use-cases/exports/write-export-shard.ts';

const [step = '', partsJson = '[]', databaseUrl = '', tableName = '', storeUrl = '', bucket = '', appId = ''] =
  process.argv.slice(2);
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
  people: people(table, 'the identifier key of the bench, 32+ letters'),
  now,
};

const megabytes = () => Math.round(process.memoryUsage.rss() / 2 ** 20);
let peak = 0;
let used = process.cpuUsage();
const watch = setInterval(() => {
  peak = Math.max(peak, megabytes());
}, 20);
/** @param rows that were written since the last report */
function report(name: string, rows?: number): void {
  const { user, system } = process.cpuUsage(used);
  const each = rows === undefined ? '' : `, ${((user + system) / rows).toFixed(1)} us CPU a row`;
  const memory = [megabytes(), peak].map((size) => String(size).padStart(4));
  console.log(`${name.padEnd(34)} RSS now ${memory[0]} MB, at most ${memory[1]} MB${each}`);
  [peak, used] = [0, process.cpuUsage()];
}

const exportId = 'exp_0000000readers';
if (step === 'shards') {
  await planExport(deps, { appId, purposeId: 'offers', exportId }, 'bench');
  report('planned');
  const parts: WrittenShard[] = [];
  for (let shard = 0; shard < shards; shard += 1) {
    const part = await writeExportShard(deps, { appId, exportId, shard });
    parts.push(part);
    report(`shard ${shard}: ${part.rows} rows`, part.rows);
  }
  process.send?.(parts);
} else {
  const parts = JSON.parse(partsJson) as readonly WrittenShard[];
  const readPart: typeof deps.audiences.readPart = (...part) => {
    report(`close, before shard ${part[2]}`);
    return deps.audiences.readPart(...part);
  };
  const audiences = { ...deps.audiences, readPart };
  const { rows, excluded, files } = await finishExport({ ...deps, audiences }, { appId, exportId, parts });
  report(`closed: ${rows} rows`, rows);
  process.send?.({ rows, excluded, csv: files.csv, jsonl: files.jsonl });
}
clearInterval(watch);
process.disconnect();
