import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LoopbackServer, startLoopbackServer } from '../../../dev/machine/loopback-server.ts';
import { importFiles } from '../../../lambdas/adapters/s3/import-files.ts';

/** What S3 answers about an object that is not there to whoever may not list the bucket (API reference of HeadObject and GetObject). */
let server: LoopbackServer;
let status = 403;
/** S3 names the right that is missing to whoever is of the account of the bucket. */
const may = (right: string) =>
  `User: arn:aws:sts::1:assumed-role/x is not authorized to perform: ${right} on the resource`;
const notListed = ['Access Denied', may('s3:ListBucket')];
const notReadable = [may('s3:GetObject'), may('kms:Decrypt')];
let says = 'Access Denied';
beforeAll(async () => {
  server = await startLoopbackServer({ name: 'S3', port: 0 }, async ({ method }) => ({
    status,
    headers: { 'content-type': 'application/xml' },
    body:
      method === 'HEAD'
        ? ''
        : `<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>${says}</Message></Error>`,
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
  it.each([...notListed.map((message) => [403, message] as const), [404, 'Not found'] as const])(
    'that S3 answers %s about is not there (%s)',
    async (answered, message) => {
      [status, says] = [answered, message];
      expect(await files().head(of)).toBeUndefined();
    },
  );

  it.each(notReadable)('that may not be read (%s) is not taken for missing, nor for changed', async (message) => {
    [status, says] = [403, message];
    await expect(files().head(of)).rejects.toThrow(message);
    const reading = files().read(of, '"etag"')[Symbol.asyncIterator]().next();
    await expect(reading).rejects.toThrow(message);
  });

  it.each(notListed)(
    'that is gone before it is read was changed (%s), so nothing of it is recorded',
    async (message) => {
      [status, says] = [403, message];
      const reading = files().read(of, '"etag"')[Symbol.asyncIterator]().next();
      await expect(reading).rejects.toMatchObject({ code: 'file-changed' });
    },
  );

  it('of which S3 says that it cannot tell is not taken for missing', async () => {
    status = 500;
    await expect(files().head(of)).rejects.toThrow();
  });
});
