import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { startFauxqs } from 'fauxqs';

export interface TestBucket {
  readonly client: S3Client;
  readonly bucket: string;
  /** The keys under a prefix. */
  keys(prefix: string): Promise<string[]>;
  bytes(key: string): Promise<Buffer>;
  stop(): Promise<void>;
}

/** A bucket on an S3 that speaks the protocol, in this process and in memory, for one test file. */
export async function testBucket(): Promise<TestBucket> {
  const server = await startFauxqs({ port: 0, logger: false });
  const bucket = 'exports';
  server.createBucket(bucket);
  const client = new S3Client({
    endpoint: server.address,
    region: 'eu-west-1',
    forcePathStyle: true,
    // A link for an upload is signed with it: a checksum of the empty body would hold for no file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return {
    client,
    bucket,
    async keys(prefix) {
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
      return Contents.map(({ Key }) => Key ?? '');
    },
    async bytes(key) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Buffer.from((await Body?.transformToByteArray()) ?? []);
    },
    async stop() {
      client.destroy();
      await server.stop();
    },
  };
}
