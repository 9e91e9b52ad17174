import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { AudienceFile } from '../../domain/export/export.ts';

/** An object that is written bit by bit; it comes into being as a whole, at the end, or not at all. */
export interface ObjectUpload {
  /** Waits while the network is behind, so that memory holds a few parts of the object and never more. */
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<AudienceFile>;
  abort(): Promise<void>;
}

/** Begins an object. Up to two parts of 8 MiB are on their way at a time; an object may reach 80 GB so. */
export function objectUpload(client: S3Client, Bucket: string, Key: string, ContentType: string): ObjectUpload {
  const body = new PassThrough({ highWaterMark: 1024 * 1024 });
  const upload = new Upload({
    client,
    params: { Bucket, Key, Body: body, ContentType },
    partSize: 8 * 1024 * 1024,
    queueSize: 2,
  });
  const hash = createHash('sha256');
  let bytes = 0;
  // A failed upload must fail the write that waits for it; without a listener it would end the process.
  body.on('error', () => undefined);
  const uploaded = upload.done();
  uploaded.catch((error: Error) => body.destroy(error));

  return {
    async write(chunk) {
      if (body.errored) throw body.errored;
      hash.update(chunk);
      bytes += chunk.length;
      if (!body.write(chunk)) await once(body, 'drain');
    },
    async close() {
      body.end();
      await uploaded;
      return { key: Key, bytes, sha256: hash.digest('hex') };
    },
    async abort() {
      // With an error, so that a write that waits does not wait for ever.
      body.destroy(new Error('The object was given up.'));
      await upload.abort();
      await uploaded.catch(() => undefined);
    },
  };
}
