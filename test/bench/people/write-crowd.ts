/** A thread that lets some of the crowd speak, and writes what the stores would have stored as lines of DynamoDB's export format. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { marshall } from '@aws-sdk/util-dynamodb';
import { appStore } from '../../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { pointStore } from '../../../lambdas/adapters/dynamodb/collection/point-store.ts';
import { subjectStore } from '../../../lambdas/adapters/dynamodb/ledger/subject-store.ts';
import { subjectLedger } from '../../../lambdas/use-cases/ledger/subject-ledger.ts';
import { crowdApp, crowdPoints, speak } from './crowd.ts';
import { heldTable } from './held-table.ts';

/** Which of the crowd a thread writes, and where. */
export interface CrowdShare {
  readonly path: string;
  readonly tableName: string;
  readonly from: number;
  readonly to: number;
  readonly identifierKey: string;
  readonly now: number;
}

const { path, tableName, from, to, identifierKey, now } = workerData as CrowdShare;
const { table, take } = heldTable(tableName);
const ledger = subjectLedger(subjectStore(table, { identifierKey, now: () => now, newId: randomUUID }));
const app = crowdApp(now);
const out = createWriteStream(path);

/** As the client of the table writes them. */
const marshalling = { removeUndefinedValues: true, convertClassInstanceToMap: true };
/** What has outlived itself is not in a table that has stood for a while. */
const isOver = (item: { readonly ttl?: number }): boolean => (item.ttl ?? Number.POSITIVE_INFINITY) * 1000 < now;

async function write(): Promise<void> {
  const kept = take().filter((item) => !isOver(item));
  const lines = kept.map((item) => `${JSON.stringify({ Item: marshall(item, marshalling) })}\n`);
  if (!out.write(lines.join(''))) await once(out, 'drain');
}

if (from === 0) {
  await appStore(table, () => now).create(app);
  for (const point of Object.values(crowdPoints(now))) await pointStore(table).create(point);
  await write();
}
for (let n = from; n < to; n += 1) {
  await speak(ledger, app, n, now);
  await write();
}
out.end();
await once(out, 'finish');
