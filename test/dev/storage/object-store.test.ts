import { Readable } from 'node:stream';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, it, onTestFinished } from 'vitest';
import { localCredentials, startObjectStore } from '../../../dev/storage/object-store.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const object = { Bucket: 'exports', Key: 'audiences/acme/ü b+c.csv' };

async function store(folder = temporaryFolder()) {
  const started = await startObjectStore(folder, ['exports']);
  onTestFinished(started.stop);
  return {
    ...started,
    client: new S3Client({ endpoint: started.url, region: 'eu-west-1', credentials: localCredentials }),
  };
}

describe('S3 on this machine', () => {
  it('gives an object to whoever has a signed link, and to nobody else', async () => {
    const { client } = await store();
    await client.send(new PutObjectCommand({ ...object, Body: 'rows' }));
    const link = await getSignedUrl(
      client,
      new GetObjectCommand({ ...object, ResponseContentDisposition: 'attachment; filename="a (1)*.csv"' }),
      { expiresIn: 60 },
    );
    const good = await fetch(link);
    expect([good.status, await good.text()]).toEqual([200, 'rows']);
    const refused = async (url: string) => {
      const response = await fetch(url);
      return [response.status, /<Code>(.*)<\/Code>/.exec(await response.text())?.[1]];
    };
    expect(await refused(link.split('?')[0] ?? '')).toEqual([403, 'AccessDenied']);
    expect(await refused(link.replace('X-Amz-Expires=60', 'X-Amz-Expires=600'))).toEqual([
      403,
      'SignatureDoesNotMatch',
    ]);
    expect(await refused(link.replace('c.csv', 'd.csv'))).toEqual([403, 'SignatureDoesNotMatch']);
    expect(await refused(link.replace('X-Amz-Date', 'X-Other'))).toEqual([403, 'AuthorizationQueryParametersError']);
  });

  it('refuses a link that has expired', async () => {
    const { client } = await store();
    await client.send(new PutObjectCommand({ ...object, Body: 'rows' }));
    const link = await getSignedUrl(client, new GetObjectCommand(object), {
      expiresIn: 60,
      signingDate: new Date(Date.now() - 61_000),
    });
    const response = await fetch(link);
    expect([response.status, (await response.text()).includes('Request has expired')]).toEqual([403, true]);
  });

  it('keeps what was uploaded in parts over a restart', async () => {
    const folder = temporaryFolder();
    const before = await store(folder);
    const Body = Readable.from([Buffer.alloc(6_000_000, 1), Buffer.alloc(6_000_000, 2)]);
    await new Upload({ client: before.client, params: { ...object, Body } }).done();
    await before.stop();
    const { client } = await store(folder);
    const { Body: kept } = await client.send(new GetObjectCommand(object));
    const bytes = Buffer.from((await kept?.transformToByteArray()) ?? []);
    expect(bytes.equals(Buffer.concat([Buffer.alloc(6_000_000, 1), Buffer.alloc(6_000_000, 2)]))).toBe(true);
  });
});
