import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DeleteObjectsCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { exportFolders } from '../../contract/deployment.ts';
import { shards } from '../../contract/table.ts';
import { csvHeader } from '../../domain/export/csv.ts';
import type { AudienceChunk, AudienceStore, AudienceWriter, PartWriter } from '../../use-cases/exports/ports.ts';
import { deflateText, gzipFile } from './gzip-member.ts';
import { objectUpload } from './object-upload.ts';
import { compress, readFrames, rowsOf, toFrame } from './part-frames.ts';

/** Parts and audiences in the bucket of the exports. */
export function audienceStore(client: S3Client, bucket: string): AudienceStore {
  return {
    rowsOf,

    writePart(appId, exportId, shard): PartWriter {
      const part = objectUpload(client, bucket, partKey(appId, exportId, shard), 'application/octet-stream');
      return {
        add: (first, last, rows) => part.write(toFrame({ first, last, count: rows.length, ...compress(rows) })),
        close: async () => void (await part.close()),
        abort: part.abort,
      };
    },

    async *readPart(appId, exportId, shard) {
      const { Body } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: partKey(appId, exportId, shard) }),
      );
      yield* readFrames(Body as Readable);
    },

    async removeParts(appId, exportId) {
      const Objects = Array.from({ length: shards }, (_, shard) => ({ Key: partKey(appId, exportId, shard) }));
      const { Errors = [] } = await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
      );
      // S3 answers 200 and lists what it could not remove; the step that asked is told, and asks again.
      const [first] = Errors;
      if (first === undefined) return;
      throw new Error(`${Errors.length} parts of ${exportId} could not be removed (${first.Code ?? 'no code'}).`);
    },

    writeAudience(appId, exportId, closedAt): AudienceWriter {
      const folder = audienceFolder(appId, exportId, closedAt);
      const csv = gzipFile(objectUpload(client, bucket, `${folder}audience.csv.gz`, 'application/gzip'));
      const jsonl = gzipFile(objectUpload(client, bucket, `${folder}audience.jsonl.gz`, 'application/gzip'));
      const begun = csv.write(deflateText(csvHeader));
      // Whoever writes next or closes hears of a failure; without a listener it would end the process.
      begun.catch(() => undefined);
      const copy = async (chunk: Pick<AudienceChunk, 'csv' | 'jsonl'>) => {
        await begun;
        await csv.write(chunk.csv);
        await jsonl.write(chunk.jsonl);
      };
      return {
        copy,
        add: async (rows) => (rows.length > 0 ? copy(compress(rows)) : undefined),
        close: async () => {
          await begun;
          return { csv: await csv.close(), jsonl: await jsonl.close() };
        },
        abort: async () => {
          await Promise.all([csv.abort(), jsonl.abort()]);
        },
      };
    },

    async writeManifest(manifest, closedAt) {
      const body = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
      const key = `${audienceFolder(manifest.appId, manifest.exportId, closedAt)}manifest.json`;
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: 'application/json' }),
      );
      return { key, bytes: body.length, sha256: createHash('sha256').update(body).digest('hex') };
    },
  };
}

const partKey = (appId: string, exportId: string, shard: number) =>
  `${exportFolders.parts}${appId}/${exportId}/${shard}`;

/** Each close has a folder of its own: `audiences/acme/exp_…/20261121T020714512Z/`. */
function audienceFolder(appId: string, exportId: string, closedAt: number): string {
  const time = new Date(closedAt).toISOString().replaceAll(/[-:.]/g, '');
  return `${exportFolders.audiences}${appId}/${exportId}/${time}/`;
}
