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

  it('takes a file as large as that of an import may be', async () => {
    const { client } = await store();
    const Body = Buffer.alloc(12 * 1024 * 1024, 'x');
    await client.send(new PutObjectCommand({ ...object, Body }));
    const { ContentLength } = await client.send(new GetObjectCommand(object));
    expect(ContentLength).toBe(Body.length);
  });

  it('takes a file from a browser by a signed link, and tells it so before', async () => {
    const { client } = await store();
    const link = await getSignedUrl(client, new PutObjectCommand({ ...object, ContentType: 'text/csv' }), {
      expiresIn: 60,
    });
    const origin = 'https://console.example';
    const asked = await fetch(link, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' },
    });
    const allowed = ['origin', 'methods', 'headers'].map((each) => asked.headers.get(`access-control-allow-${each}`));
    expect([asked.status, ...allowed]).toEqual([200, '*', 'PUT', 'content-type']);
    const put = (url: string) =>
      fetch(url, { method: 'PUT', headers: { origin, 'content-type': 'text/csv' }, body: 'rows' });
    const sent = await put(link);
    expect([sent.status, sent.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect((await put(link.split('?')[0] ?? '')).status).toBe(403);
    const { Body } = await client.send(new GetObjectCommand(object));
    expect(await Body?.transformToString()).toBe('rows');
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
