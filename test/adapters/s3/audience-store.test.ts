import { createHash, randomBytes } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import { audienceStore } from '../../../lambdas/adapters/s3/audience-store.ts';
import { fileLinks } from '../../../lambdas/adapters/s3/file-links.ts';
import { objectUpload } from '../../../lambdas/adapters/s3/object-upload.ts';
import { shards } from '../../../lambdas/contract/table.ts';
import { type TestBucket, testBucket } from '../../support/exports/export-bucket.ts';

let bucket: TestBucket;
beforeAll(async () => {
  bucket = await testBucket();
});
afterAll(() => bucket.stop());

test('an object of many parts arrives byte for byte, with the right hash', async () => {
  const upload = objectUpload(bucket.client, bucket.bucket, 'audiences/large', 'application/gzip');
  const piece = randomBytes(1024 * 1024);
  for (let count = 0; count < 20; count += 1) await upload.write(piece);
  const file = await upload.close();
  const stored = await bucket.bytes('audiences/large');
  expect(file).toEqual({
    key: 'audiences/large',
    bytes: 20 * piece.length,
    sha256: createHash('sha256').update(stored).digest('hex'),
  });
  expect(stored.length).toBe(file.bytes);
});

test('a writer waits for the network: what was written and not yet sent never exceeds a few parts', async () => {
  const network = Promise.withResolvers<never>();
  const stuck = new S3Client({
    endpoint: 'http://127.0.0.1:9',
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: { handle: () => network.promise },
  });
  const upload = objectUpload(stuck, 'b', 'k', 'application/gzip');
  const piece = new Uint8Array(1024 * 1024);
  let written = 0;
  const writing = (async () => {
    for (; written < 200; written += 1) await upload.write(piece);
  })();
  // Give everything that can go on the chance to; nothing is on the network.
  for (let turn = 0; turn < 2000; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThanOrEqual(40);
  const refused = expect(writing).rejects.toThrow();
  network.reject(new Error('The network is gone.'));
  await upload.abort();
  await refused;
});

test('an upload that fails, fails the writer', async () => {
  const upload = objectUpload(bucket.client, 'no-such-bucket', 'k', 'application/gzip');
  const piece = randomBytes(1024 * 1024);
  const writing = (async () => {
    for (let count = 0; count < 60; count += 1) await upload.write(piece);
    await upload.close();
  })();
  await expect(writing).rejects.toThrow();
});

test('an aborted part leaves nothing behind', async () => {
  const part = audienceStore(bucket.client, bucket.bucket).writePart('acme', 'exp_aborted', 3);
  await part.add('00#a', '00#a', []);
  await part.abort();
  expect(await bucket.keys('parts/acme/exp_aborted/')).toEqual([]);
});

test('the parts of every shard are removed, and only those of the export; removing them again does no harm', async () => {
  const store = audienceStore(bucket.client, bucket.bucket);
  for (const exportId of ['exp_1', 'exp_10']) {
    for (let shard = 0; shard < shards; shard += 1) await store.writePart('acme', exportId, shard).close();
  }
  expect(await bucket.keys('parts/acme/exp_1/')).toHaveLength(shards);
  await store.removeParts('acme', 'exp_1');
  await store.removeParts('acme', 'exp_1');
  expect(await bucket.keys('parts/acme/exp_1/')).toEqual([]);
  expect(await bucket.keys('parts/acme/exp_10/')).toHaveLength(shards);
});

test('parts that S3 could not remove are not taken for removed', async () => {
  const service = await startRecordingAnswer(
    `<DeleteResult><Error><Key>parts/acme/exp_1/3</Key><Code>InternalError</Code><Message>Again.</Message></Error></DeleteResult>`,
  );
  onTestFinished(service.stop);
  const client = new S3Client({
    endpoint: service.url,
    forcePathStyle: true,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await expect(audienceStore(client, 'b').removeParts('acme', 'exp_1')).rejects.toThrow(
    '1 parts of exp_1 could not be removed (InternalError)',
  );
});

/** S3 as far as it answers this to everything. */
function startRecordingAnswer(body: string) {
  const headers = { 'content-type': 'application/xml' };
  return startLoopbackServer({ name: 'S3', port: 0 }, async () => ({ status: 200, headers, body }));
}

test('a link opens the file without a key, names the download and holds for fifteen minutes', async () => {
  const store = audienceStore(bucket.client, bucket.bucket);
  const file = await store.writeAudience('acme', 'exp_link', Date.UTC(2026, 10, 21)).close();
  const link = await fileLinks(bucket.client, bucket.bucket).sign(file.csv, 'acme-offers-exp_link.csv.gz');
  const url = new URL(link);
  expect(url.searchParams.get('X-Amz-Expires')).toBe('900');
  expect(url.searchParams.get('response-content-disposition')).toBe(
    'attachment; filename="acme-offers-exp_link.csv.gz"',
  );
  const answer = await fetch(link);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(await bucket.bytes(file.csv.key));
});
