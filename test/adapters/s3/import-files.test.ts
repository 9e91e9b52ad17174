import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackServer, startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import { importFiles } from '../../../lambdas/adapters/s3/import-files.ts';

/** What S3 answers about an object that is not there to whoever may not list the bucket (API reference of HeadObject and GetObject). */
let server: LoopbackServer;
let status = 403;
beforeAll(async () => {
  const body = '<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
  server = await startLoopbackServer({ name: 'S3', port: 0 }, async ({ method }) => ({
    status,
    headers: { 'content-type': 'application/xml' },
    body: method === 'HEAD' ? '' : body,
  }));
});
afterAll(() => server.stop());

const files = () =>
  importFiles(
    new S3Client({
      endpoint: server.url,
      region: 'eu-west-1',
      forcePathStyle: true,
      maxAttempts: 1,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
    'files',
  );
const of = { appId: 'acme', importId: 'imp_1' };

describe('a file of an import', () => {
  it.each([403, 404])('that S3 answers %s about is not there', async (answered) => {
    status = answered;
    expect(await files().head(of)).toBeUndefined();
  });

  it('that is gone before it is read was changed, so nothing of it is recorded', async () => {
    status = 403;
    const reading = files().read(of, '"etag"')[Symbol.asyncIterator]().next();
    await expect(reading).rejects.toMatchObject({ code: 'file-changed' });
  });

  it('of which S3 says that it cannot tell is not taken for missing', async () => {
    status = 500;
    await expect(files().head(of)).rejects.toThrow();
  });
});
