import { type BuildAppOptions, buildApp } from 'fauxqs';
import { presignedFault } from './presigned-url.ts';

/** S3 on this machine. */
export interface ObjectStore {
  readonly url: string;
  stop(): Promise<void>;
}

type Stores = NonNullable<BuildAppOptions['stores']>;
type S3Persistence = NonNullable<Stores['s3Store']['persistence']>;

/** Bytes of one PUT that S3 takes (Amazon S3, "Uploading objects"). */
const largestPut = 5 * 1024 ** 3;

/** The access key that every local function gets. */
export const localCredentials = { accessKeyId: 'local', secretAccessKey: 'local' } as const;

/**
 * Starts the S3 emulator on a free loopback port; objects lie as files under `folder` and stay. Links are checked in
 * front of it (the emulator takes any), and nobody without a signature gets in.
 *
 * `startFauxqs` listens on every interface of the machine, which a folder of phone numbers must not; so the same server is
 * put together here from the parts of the (exactly pinned) package and bound to loopback.
 */
export async function startObjectStore(folder: string, buckets: readonly string[]): Promise<ObjectStore> {
  const part = async <T>(file: string): Promise<T> =>
    (await import(new URL(file, import.meta.resolve('fauxqs')).href)) as T;
  const { S3Store } = await part<{ S3Store: new () => Stores['s3Store'] }>('./s3/s3Store.js');
  const { SqsStore } = await part<{ SqsStore: new () => Stores['sqsStore'] }>('./sqs/sqsStore.js');
  const { SnsStore } = await part<{ SnsStore: new () => Stores['snsStore'] }>('./sns/snsStore.js');
  type FilePersistence = S3Persistence & { loadS3(store: Stores['s3Store']): void };
  const { FileS3Persistence } = await part<{ FileS3Persistence: new (folder: string) => FilePersistence }>(
    './s3/fileS3Persistence.js',
  );

  const s3Store = new S3Store();
  const files = new FileS3Persistence(folder);
  files.loadS3(s3Store);
  s3Store.persistence = files;
  for (const bucket of buckets.filter((name) => !s3Store.hasBucket(name))) s3Store.createBucket(bucket);

  const app = buildApp({ logger: false, stores: { s3Store, sqsStore: new SqsStore(), snsStore: new SnsStore() } });
  // By itself it takes 11 MiB; the file of an import may be larger.
  app.removeContentTypeParser('*');
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: largestPut }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('onRequest', async (request, reply) => {
    // As the bucket of the stack says of browsers (`lib/constructs/exports/export-bucket.ts`): they may put and read what a link lets them.
    if (request.headers.origin !== undefined) reply.header('access-control-allow-origin', '*');
    if (request.method === 'OPTIONS' && request.headers['access-control-request-method'] === 'PUT') {
      const asked = request.headers['access-control-request-headers'] ?? '';
      return reply
        .code(200)
        .headers({ 'access-control-allow-methods': 'PUT', 'access-control-allow-headers': asked })
        .send();
    }
    if (request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ')) return;
    const fault = presignedFault(
      request.method,
      request.raw.url ?? '/',
      request.headers,
      localCredentials.secretAccessKey,
      Date.now(),
    );
    if (fault === undefined) return;
    const { code, message } = fault;
    return reply
      .code(403)
      .type('application/xml')
      .send(`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`);
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, stop: () => app.close() };
}
