import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { join } from 'node:path';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Invocation } from '../../../dev/functions/functions.ts';
import { keptFile } from '../../../dev/machine/kept-file.ts';
import type { StreamMapping } from '../../../dev/stream/stream-pump.ts';
import { type StreamPositions, startStreamPump } from '../../../dev/stream/stream-pump.ts';
import { toLambdaRecord } from '../../../dev/stream/stream-record.ts';
import { freshTable } from '../../support/table/table.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const mapping: StreamMapping = {
  id: 'Replies',
  functionName: 'send-replies',
  batchSize: 3,
  patterns: [{ eventName: ['INSERT'], dynamodb: { NewImage: { reply: { S: [{ exists: true }] } } } }],
  maximumRetries: 1,
  reportsItemFailures: true,
};

type Answer = (records: readonly DynamoDBRecord[]) => Invocation;
const all: Answer = () => ({ ok: true, payload: { batchItemFailures: [] } });
const name = (record: DynamoDBRecord): string => record.dynamodb?.NewImage?.sk?.S ?? '';

async function put(table: { client: DynamoDBClient; tableName: string }, sk: string, reply = true): Promise<void> {
  const Item = {
    pk: { S: 'p' },
    sk: { S: sk },
    at: { N: '7' },
    bytes: { B: new Uint8Array([1, 2]) },
    ...(reply && { reply: { S: 'stop-confirmed' } }),
  };
  await table.client.send(new PutItemCommand({ TableName: table.tableName, Item }));
}

/** A pump on a table, and the batches that its function got, by the names of their records. */
async function pump(
  table: Awaited<ReturnType<typeof freshTable>>,
  answer: Answer,
  folder = temporaryFolder(),
  retries = mapping.maximumRetries,
) {
  const batches: string[][] = [];
  const records: DynamoDBRecord[] = [];
  const dead: string[] = [];
  const started = await startStreamPump(
    { client: table.client, endpoint: table.endpoint, name: table.tableName },
    [{ ...mapping, maximumRetries: retries }],
    async (_name, event) => {
      const { Records } = event as { Records: DynamoDBRecord[] };
      batches.push(Records.map(name));
      records.push(...Records);
      return answer(Records);
    },
    keptFile<StreamPositions>(join(folder, 'positions.json'), {}),
    (_function, event) => dead.push(...(event as { Records: DynamoDBRecord[] }).Records.map(name)),
  );
  onTestFinished(started.stop);
  return { ...started, batches, records, dead };
}

describe('the stream pump', () => {
  it('hands over what passes the filter, in order and in batches', async () => {
    const table = await freshTable();
    for (const sk of ['1', '2', '3', '4']) await put(table, sk);
    await put(table, 'silent', false);
    await put(table, '4');
    const { drain, batches, records } = await pump(table, all);
    await drain();
    expect(batches).toEqual([['1', '2', '3'], ['4']]);
    expect(records[0]).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      dynamodb: {
        Keys: { pk: { S: 'p' }, sk: { S: '1' } },
        NewImage: { at: { N: '7' }, bytes: { B: 'AQI=' } },
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    });
    expect(records[0]?.dynamodb?.ApproximateCreationDateTime).toEqual(expect.any(Number));
  });

  it('goes on from the first record that failed and does not repeat those before it', async () => {
    const table = await freshTable();
    for (const sk of ['1', '2', '3']) await put(table, sk);
    let failed = false;
    const { drain, batches, dead } = await pump(table, (records) => {
      const second = records.find((record) => name(record) === '2');
      if (failed || second === undefined) return all(records);
      failed = true;
      return { ok: true, payload: { batchItemFailures: [{ itemIdentifier: second.dynamodb?.SequenceNumber }] } };
    });
    await drain();
    expect(batches).toEqual([['1', '2', '3'], ['2'], ['3']]);
    expect(dead).toEqual([]);
  });

  it('gives up a record that keeps failing, after its retries, and only that one', async () => {
    const table = await freshTable();
    for (const sk of ['1', 'poison', '3']) await put(table, sk);
    const { drain, batches, dead } = await pump(table, (records) =>
      records.some((record) => name(record) === 'poison')
        ? { ok: false, error: { errorType: 'Error', errorMessage: 'no' } }
        : all(records),
    );
    await drain();
    expect(dead).toEqual(['poison']);
    expect(batches).toEqual([['1', 'poison', '3'], ['1'], ['poison'], ['poison'], ['3']]);
  });

  it('waits as long as it takes for a reader that is down, if its mapping never gives up: then everything comes once, in order', async () => {
    const table = await freshTable();
    for (const sk of ['1', '2', '3']) await put(table, sk);
    let isDown = true;
    const done: string[] = [];
    const { drain, dead } = await pump(
      table,
      (records) => {
        if (isDown) return { ok: false, error: { errorType: 'Error', errorMessage: 'down' } };
        done.push(...records.map(name));
        return all(records);
      },
      temporaryFolder(),
      Number.POSITIVE_INFINITY,
    );
    for (let tries = 0; tries < 20; tries += 1) await drain();
    await put(table, '4');
    await drain();
    expect([done, dead]).toEqual([[], []]);
    isDown = false;
    await drain();
    expect([done, dead]).toEqual([['1', '2', '3', '4'], []]);
  });

  it('takes an empty identifier for the whole batch', async () => {
    const table = await freshTable();
    for (const sk of ['1', '2']) await put(table, sk);
    let failed = false;
    const { drain, batches } = await pump(table, (records) => {
      if (failed) return all(records);
      failed = true;
      return { ok: true, payload: { batchItemFailures: [{ itemIdentifier: '' }] } };
    });
    await drain();
    expect(batches).toEqual([['1', '2'], ['1'], ['2']]);
  });

  it('asks once what the stream consists of, which costs the database more with every record', async () => {
    const asked: string[] = [];
    const count = (message: unknown): void => {
      const { request } = message as { readonly request: ClientRequest };
      asked.push(String(request.getHeader('x-amz-target')).replace(/^.*\./, ''));
    };
    const table = await freshTable();
    const { drain, batches } = await pump(table, all);
    await drain();
    subscribe('http.client.request.start', count);
    onTestFinished(() => void unsubscribe('http.client.request.start', count));
    await put(table, '1');
    await drain();
    await put(table, '2');
    await drain();
    expect(batches).toEqual([['1'], ['2']]);
    expect(asked).not.toContain('DescribeStream');
    expect(asked).not.toContain('GetShardIterator');
  });

  it('goes on after a restart where it stopped', async () => {
    const table = await freshTable();
    const folder = temporaryFolder();
    await put(table, '1');
    const before = await pump(table, all, folder);
    await before.drain();
    await before.stop();
    await put(table, '2');
    const after = await pump(table, all, folder);
    await after.drain();
    expect([before.batches, after.batches]).toEqual([[['1']], [['2']]]);
  });
});

describe('a stream record', () => {
  it('of a deletion by TTL names the service that deleted, as AWS does', () => {
    expect(
      toLambdaRecord({ eventName: 'REMOVE', userIdentity: {}, dynamodb: { SequenceNumber: '1' } }).userIdentity,
    ).toEqual({ type: 'Service', principalId: 'dynamodb.amazonaws.com' });
    expect(toLambdaRecord({ eventName: 'REMOVE', dynamodb: { SequenceNumber: '1' } })).not.toHaveProperty(
      'userIdentity',
    );
  });
});
