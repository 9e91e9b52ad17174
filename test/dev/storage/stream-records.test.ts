import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished } from 'vitest';
import { keptFile } from '../../../dev/machine/kept-file.ts';
import { createTable, databaseClient, startDatabase } from '../../../dev/storage/database.ts';
import { trimStreamRecords } from '../../../dev/storage/stream-records.ts';
import { type StreamPositions, startStreamPump } from '../../../dev/stream/stream-pump.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const day = 24 * 60 * 60 * 1000;

/** A database with two records in its stream, and a pump whose reader may be down. */
async function withRecords() {
  const folder = temporaryFolder();
  const database = await startDatabase(join(folder, 'database.sqlite'));
  onTestFinished(database.stop);
  await createTable(database.endpoint, 'people');
  const client = databaseClient(database.endpoint);
  onTestFinished(() => client.destroy());
  const put = (sk: string) =>
    client.send(new PutItemCommand({ TableName: 'people', Item: { pk: { S: 'p' }, sk: { S: sk } } }));
  const reader = { isDown: false, read: [] as string[] };
  const pump = await startStreamPump(
    { client, endpoint: database.endpoint, name: 'people' },
    [
      {
        id: 'Reader',
        functionName: 'reader',
        batchSize: 10,
        patterns: [],
        maximumRetries: Number.POSITIVE_INFINITY,
        reportsItemFailures: false,
      },
    ],
    async (_name, event) => {
      if (reader.isDown) return { ok: false, error: { errorType: 'Error', errorMessage: 'down' } };
      for (const { dynamodb } of (event as { Records: { dynamodb: { Keys: { sk: { S: string } } } }[] }).Records)
        reader.read.push(dynamodb.Keys.sk.S);
      return { ok: true, payload: null };
    },
    keptFile<StreamPositions>(join(folder, 'positions.json'), {}),
    () => undefined,
  );
  onTestFinished(pump.stop);
  const stored = (): number => {
    const db = new DatabaseSync(database.path);
    const { n } = db.prepare('SELECT count(*) AS n FROM _stream_records').get() ?? {};
    db.close();
    return Number(n);
  };
  return { path: database.path, put, pump, reader, stored };
}

describe('the records of a stream', () => {
  it('stay for a day; then all go but the last one that was read, and the stream goes on behind it', async () => {
    const { path, put, pump, reader, stored } = await withRecords();
    for (const sk of ['1', '2', '3']) await put(sk);
    await pump.drain();
    const dealtWith = pump.dealtWith() ?? '';
    expect(await trimStreamRecords(path, 'people', dealtWith, Date.now() + day - 60_000)).toBe(0);
    expect(await trimStreamRecords(path, 'people', dealtWith, Date.now() + day + 60_000)).toBe(2);
    await put('4');
    await pump.drain();
    expect([reader.read, stored()]).toEqual([['1', '2', '3', '4'], 2]);
  });

  it('stay as long as somebody has still to read them', async () => {
    const { path, put, pump, reader } = await withRecords();
    await put('1');
    await pump.drain();
    reader.isDown = true;
    for (const sk of ['2', '3']) await put(sk);
    await pump.drain();
    expect(await trimStreamRecords(path, 'people', pump.dealtWith() ?? '', Date.now() + 9 * day)).toBe(0);
    reader.isDown = false;
    await pump.drain();
    expect(reader.read).toEqual(['1', '2', '3']);
  });

  it('are dealt with up to no place as long as a reader has not begun', async () => {
    const { pump } = await withRecords();
    expect(pump.dealtWith()).toBeUndefined();
  });
});
