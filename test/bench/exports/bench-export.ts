import { join } from 'node:path';
import { startObjectStore } from '../../../dev/storage/object-store.ts';
import { exportStore } from '../../../lambdas/adapters/dynamodb/exports/export-store.ts';
import { eligiblePartition } from '../../../lambdas/adapters/dynamodb/table/keys.ts';
import { environment } from '../../../lambdas/contract/environment.ts';
import type { FinishAnswer, PlanAnswer, ShardAnswer } from '../../../lambdas/contract/export-steps.ts';
import { exportIdAt } from '../../../lambdas/domain/export/export-id.ts';
import type { BenchTable } from '../bench-table.ts';
import { startSecrets } from '../http/secrets.ts';
import { row } from '../report.ts';
import { bundleExportFunctions, type ExportFunction, type Ran, startExportFunction } from './export-function.ts';
import { fillEligible } from './fill-eligible.ts';

const rounds = 4;
const bucket = 'exports';
const request = { appId: 'exporting', purposeId: 'offers' };

/** The functions of an export; those that write shards have a process for each way to do it, so that memory is told apart. */
type Functions = Record<'plan' | 'windows' | 'withoutWindows' | 'bare' | 'finish', ExportFunction>;
type Measured = Exclude<keyof Functions, 'plan'>;

/**
 * `npm run bench -- export [people]`: what a row of an export takes of CPU and read units, and the function of memory, over so many people
 * (20,000 without a number) of whom every fifth has a kept window: as deployed, shard after shard, in turn with windows, without, and by a
 * bare function that reads the same rows into one gzip. The best of four rounds counts.
 *
 * @param folder for the bundles and the files; the caller removes it
 */
export async function benchExport(bench: BenchTable, folder: string, people = 20_000): Promise<void> {
  await fillEligible(bench.table, request.appId, people);
  await bundleExportFunctions(folder);
  const store = await startObjectStore(join(folder, 'objects'), [bucket]);
  const secrets = await startSecrets();
  const functions = await startAll(folder, {
    [environment.tableName]: bench.table.tableName,
    [environment.identifierKeySecret]: 'identifier-key',
    [environment.exportBucket]: bucket,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: bench.endpoint,
    AWS_ENDPOINT_URL_S3: store.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
  });
  try {
    const seen: Record<Measured, Ran[]> = { windows: [], withoutWindows: [], bare: [], finish: [] };
    for (let round = 0; round <= rounds; round += 1) {
      const ran = await once(bench, functions, people);
      // The first warms up.
      if (round > 0) for (const name of Object.keys(seen) as Measured[]) seen[name].push(ran[name]);
    }
    print(seen, people);
  } finally {
    for (const each of Object.values(functions)) each.stop();
    secrets.stop();
    await store.stop();
  }
}

async function startAll(folder: string, env: Readonly<Record<string, string>>): Promise<Functions> {
  const start = (name: string) => startExportFunction(folder, name, env);
  return {
    plan: await start('export-plan'),
    windows: await start('export-shard'),
    withoutWindows: await start('export-shard'),
    bare: await start('bare-export'),
    finish: await start('export-finish'),
  };
}

/** One export in each way; that with windows is finished too. */
async function once({ table }: BenchTable, functions: Functions, people: number): Promise<Record<Measured, Ran>> {
  const plan = async (windows: boolean): Promise<PlanAnswer> => {
    const requestedAt = Date.now();
    const input = { ...request, exportId: exportIdAt(requestedAt, crypto.randomUUID().replaceAll('-', '')) };
    await exportStore(table).enqueue({ ...input, requestedAt, ...(!windows && { windows }) });
    const { answers } = await functions.plan.run([{ input, executionId: input.exportId }]);
    return answers[0] as PlanAnswer;
  };
  const planned = await plan(true);
  const windows = await functions.windows.run(planned.shards);
  const withoutWindows = await functions.withoutWindows.run((await plan(false)).shards);
  const bare = await functions.bare.run(
    planned.shards.map(({ appId, purposeId, shard }) => ({
      shard,
      partition: eligiblePartition(appId, purposeId, shard),
    })),
  );
  for (const { answers } of [windows, withoutWindows, bare]) {
    const rows = (answers as readonly Pick<ShardAnswer, 'rows'>[]).reduce((sum, each) => sum + each.rows, 0);
    if (rows !== people) throw new Error(`Of ${people} people ${rows} were written.`);
  }
  const finish = await functions.finish.run([{ ...request, exportId: planned.exportId, parts: windows.answers }]);
  const finished = finish.answers[0] as FinishAnswer;
  if (!('rows' in finished) || finished.rows !== people) throw new Error('The export did not end with everybody.');
  return { windows, withoutWindows, bare, finish };
}

function print(seen: Readonly<Record<Measured, readonly Ran[]>>, people: number): void {
  const cpu = (name: Measured) => Math.min(...seen[name].map(({ cpuMicroseconds }) => cpuMicroseconds / people));
  const units = (name: Measured) => Math.min(...seen[name].map(({ readUnits }) => (readUnits * 1000) / people));
  const memory = (name: Measured) => Math.max(...seen[name].map(({ peakMegabytes }) => peakMegabytes));
  const line = (name: string, side: Measured, reach: string, unitsReach: string): string => {
    const [ours, bare] = [cpu(side), cpu('bare')];
    const figures = [`${ours.toFixed(1)} us`, `${bare.toFixed(1)} us`, (ours / bare).toFixed(2), reach];
    return row(name, ...figures, units(side).toFixed(1), unitsReach, `${memory(side).toFixed(0)} MB`);
  };
  const columns = ['CPU', 'of bare', 'ratio', 'reach', 'RRU/1,000', 'reach', 'peak RSS'];
  console.log(row(`a row of an export of ${people.toLocaleString('en')}`, ...columns));
  console.log(line('shards, one window in five', 'windows', '<= 22 us', ''));
  console.log(line('shards, without windows', 'withoutWindows', '<= 22 us', '<= 13'));
  console.log(line('the close', 'finish', '', ''));
  console.log(line('bare: Query and one gzip', 'bare', '', ''));
}
