import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DescribeTableCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { localSecrets } from '../../../dev/functions/local-secrets.ts';
import { localTableName } from '../../../dev/stack/stack.ts';
import { createTable, databaseClient, databaseProgram, startDatabase } from '../../../dev/storage/database.ts';
import { table } from '../../../lambdas/contract/table.ts';
import type { CrowdShare } from './write-crowd.ts';

/**
 * Makes a data folder of local mode with so many people in it. Each of them goes through the real use cases and stores, which decide as
 * ever; only the writing is done in bulk, by the import of the embedded database. The table's stream has no records of it, so what
 * follows from the stream (counts by day and by state, replies) does not know the crowd.
 *
 * @returns whether it was made; false = it was there already
 */
export async function fillCrowd(folder: string, count: number, now: number): Promise<boolean> {
  const database = join(folder, 'database.sqlite');
  if (existsSync(database)) return false;
  const made = join(folder, 'export');
  const data = join(made, localTableName, 'data');
  rmSync(made, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const { identifierKey } = localSecrets(join(folder, 'secrets.json'));
  const threads = Math.min(availableParallelism(), 4);
  const shares = Array.from({ length: threads }, (_, index): CrowdShare => {
    const [from, to] = [index, index + 1].map((part) => Math.floor((part * count) / threads)) as [number, number];
    return { path: join(data, `${index}.json`), tableName: localTableName, from, to, identifierKey, now };
  });
  await Promise.all(
    shares.map((workerData) => finished(new Worker(new URL('./write-crowd.ts', import.meta.url), { workerData }))),
  );
  const schema = join(made, 'schema.json');
  writeFileSync(schema, JSON.stringify(await describedTable(join(made, 'empty.sqlite'))));
  const unfinished = join(made, 'database.sqlite');
  execFileSync(databaseProgram(), ['import', '--source', made, '--schema', schema, '--output', unfinished], {
    stdio: 'ignore',
  });
  await keepTtl(unfinished);
  renameSync(unfinished, database);
  rmSync(made, { recursive: true, force: true });
  return true;
}

async function finished(worker: Worker): Promise<void> {
  const [code] = await once(worker, 'exit');
  if (code !== 0) throw new Error('A thread that wrote people has failed.');
}

/** The table as local mode makes it. */
async function describedTable(path: string): Promise<object> {
  const { endpoint, stop } = await startDatabase(path);
  const client = databaseClient(endpoint);
  try {
    await createTable(endpoint, localTableName);
    return await client.send(new DescribeTableCommand({ TableName: localTableName }));
  } finally {
    client.destroy();
    await stop();
  }
}

/** An import takes over everything but the lifetimes. */
async function keepTtl(path: string): Promise<void> {
  const { endpoint, stop } = await startDatabase(path);
  const client = databaseClient(endpoint);
  try {
    const TimeToLiveSpecification = { Enabled: true, AttributeName: table.ttl };
    await client.send(new UpdateTimeToLiveCommand({ TableName: localTableName, TimeToLiveSpecification }));
  } finally {
    client.destroy();
    await stop();
  }
}
