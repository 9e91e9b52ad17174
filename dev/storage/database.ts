import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { table } from '../../lambdas/contract/table.ts';
import { indexStreamRecords } from './stream-records.ts';

/** The embedded database: a process that speaks DynamoDB on loopback and keeps its data in one file. */
export interface Database {
  readonly endpoint: string;
  readonly path: string;
  /** Of its process. */
  readonly pid: number;
  stop(): Promise<void>;
}

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** A client for an emulated DynamoDB; signs with made-up credentials, which the emulator does not check. */
export function databaseClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials });
}

/** A free port on loopback. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

/** The program of the embedded database for this machine. */
export function databaseProgram(): string {
  const name = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
  const os = process.platform;
  const found = fileURLToPath(new URL(`../../node_modules/@dynoxide/${os}-${process.arch}/${name}`, import.meta.url));
  if (existsSync(found)) return found;
  throw new Error(
    `There is no embedded database for ${os}-${process.arch}. Start any DynamoDB-compatible server and name its URL: npm start -- --database http://127.0.0.1:8000`,
  );
}

/**
 * Starts the database on `path` (a SQLite file, made if missing) and a free loopback port, and waits until it answers.
 * A second process on the same file is refused: two servers on one file would tear it.
 */
export async function startDatabase(path: string): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true });
  const lock = lockFile(path);
  const port = await freePort();
  const child = spawn(databaseProgram(), ['serve', '--port', String(port), '--db-path', path], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr?.on('data', (data: Buffer) => {
    complaint = (complaint + data.toString()).slice(-2000);
  });
  writeFileSync(lock, `${process.pid} ${child.pid}`);
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await answering(endpoint, child, () => complaint);
    indexStreamRecords(path);
  } catch (error) {
    child.kill('SIGKILL');
    rmSync(lock, { force: true });
    throw error;
  }
  return {
    endpoint,
    path,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        rmSync(lock, { force: true });
        if (child.exitCode !== null) return resolve();
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

/** The lock names who serves the file: this process, and the database itself, which outlives a killed parent. */
function lockFile(path: string): string {
  const lock = `${path}.lock`;
  const owners = existsSync(lock) ? readFileSync(lock, 'utf8').split(' ').map(Number) : [];
  const owner = owners.find((pid) => pid !== process.pid && isAlive(pid));
  if (owner !== undefined) {
    throw new Error(
      `The database ${path} is in use by process ${owner}. Stop that one first, or name another data folder: npm start -- --data FOLDER`,
    );
  }
  writeFileSync(lock, String(process.pid));
  return lock;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function answering(endpoint: string, child: ChildProcess, complaint: () => string): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`The embedded database stopped at once. ${complaint()}`);
    try {
      await fetch(endpoint);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  throw new Error(`The embedded database does not answer at ${endpoint}. ${complaint()}`);
}

/** Creates the one table with its index, stream and TTL, unless it is there already. */
export async function createTable(endpoint: string, tableName: string): Promise<void> {
  const client = databaseClient(endpoint);
  try {
    await client.send(new DescribeTableCommand({ TableName: tableName }));
    return;
  } catch (error) {
    if (!(error instanceof Error && error.name === 'ResourceNotFoundException')) throw error;
  }
  const { usersIndex } = table;
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [table.partitionKey, table.sortKey, usersIndex.partitionKey, usersIndex.sortKey].map(
        (name) => ({
          AttributeName: name,
          AttributeType: 'S',
        }),
      ),
      KeySchema: [
        { AttributeName: table.partitionKey, KeyType: 'HASH' },
        { AttributeName: table.sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: usersIndex.name,
          KeySchema: [
            { AttributeName: usersIndex.partitionKey, KeyType: 'HASH' },
            { AttributeName: usersIndex.sortKey, KeyType: 'RANGE' },
          ],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: tableName,
      TimeToLiveSpecification: { Enabled: true, AttributeName: table.ttl },
    }),
  );
  client.destroy();
}
