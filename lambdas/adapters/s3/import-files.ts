import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { exportFolders } from '../../contract/deployment.ts';
import type { AudienceFile } from '../../domain/export/export.ts';
import { FileRefusedError } from '../../domain/import/file-refused-error.ts';
import type { Import } from '../../domain/import/import.ts';
import { appliedHeader, appliedLine, reportHeader, reportLine } from '../../domain/import/report-line.ts';
import type { ImportFiles, PartOf, RunningHash } from '../../use-cases/imports/ports.ts';
import { linkSeconds } from './file-links.ts';
import { deflateText, gzipFile } from './gzip-member.ts';
import { objectUpload } from './object-upload.ts';

/**
 * S3 answers 403 about an object that is not there to whoever may not list the bucket (API reference of HeadObject and GetObject). Where
 * it names another right that is missing, of the object or of its key, the object may well be there ("Troubleshoot access denied errors").
 */
function isNotThere(error: unknown): boolean {
  const status = statusOf(error);
  return status === 404 || (status === 403 && !/not authorized to perform: (?!s3:ListBucket\b)/.test(String(error)));
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

/** Files of imports and what is made of them, in the bucket of the exports. */
export function importFiles(client: S3Client, bucket: string): ImportFiles {
  const write = async (Key: string, rows: readonly object[]) => {
    const Body = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType: 'application/x-ndjson' }));
  };
  const read = async <Row>(Key: string): Promise<readonly Row[]> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
    const text = (await Body?.transformToString()) ?? '';
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Row);
  };
  /** Why a HEAD was answered 403, which says nothing: what a GET of one byte fails with. */
  async function whyRefused(Key: string, refused: unknown): Promise<unknown> {
    const asked = client.send(new GetObjectCommand({ Bucket: bucket, Key, Range: 'bytes=0-0' }));
    return asked.then(
      () => refused,
      (error: unknown) => error,
    );
  }
  async function writeCsv<Row>(
    key: string,
    header: string,
    line: (row: Row) => string,
    parts: AsyncIterable<readonly Row[]>,
  ): Promise<AudienceFile> {
    const report = gzipFile(objectUpload(client, bucket, key, 'application/gzip'));
    try {
      await report.write(deflateText(header));
      for await (const rows of parts) await report.write(deflateText(rows.map(line).join('')));
      return await report.close();
    } catch (error) {
      await report.abort();
      throw error;
    }
  }

  return {
    async uploadTo(of) {
      const headers = { 'content-type': 'text/csv' };
      const url = await getSignedUrl(
        client,
        new PutObjectCommand({
          Bucket: bucket,
          Key: fileKey(of),
          ContentType: headers['content-type'],
          ContentLength: of.size,
        }),
        // A checksum of nothing, which the SDK would add for the empty body that it signs, holds for no file.
        { expiresIn: linkSeconds, signableHeaders: new Set(['content-length', 'content-type', 'host']) },
      );
      return { url, headers, seconds: linkSeconds };
    },

    async put(of, bytes) {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: fileKey(of), Body: bytes, ContentType: 'text/csv' }),
      );
    },

    async head(of) {
      try {
        const found = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: fileKey(of) }));
        return { bytes: found.ContentLength ?? 0, etag: found.ETag ?? '', cameAt: found.LastModified?.getTime() ?? 0 };
      } catch (error) {
        const why = statusOf(error) === 403 ? await whyRefused(fileKey(of), error) : error;
        if (isNotThere(why)) return undefined;
        throw why;
      }
    },

    async *read(of, etag) {
      const { Body } = await client
        .send(new GetObjectCommand({ Bucket: bucket, Key: fileKey(of), IfMatch: etag }))
        .catch((error: Error) => {
          if (error.name !== 'PreconditionFailed' && !isNotThere(error)) throw error;
          throw new FileRefusedError('file-changed', 'The file was changed while it was read.');
        });
      yield* Body as Readable;
    },

    writePart: (of, rows) => write(partKey(of, 'parts'), rows),
    readPart: (of) => read(partKey(of, 'parts')),
    writeClasses: (of, rows) => write(partKey(of, 'classified'), rows),
    readClasses: (of) => read(partKey(of, 'classified')),
    writeApplied: (of, rows) => write(partKey(of, 'applied'), rows),
    readApplied: (of) => read(partKey(of, 'applied')),

    writeReport: (of, parts) => writeCsv(`${runFolder(of)}report.csv.gz`, reportHeader, reportLine, parts),
    writeAppliedReport: (of, parts) => writeCsv(`${runFolder(of)}applied.csv.gz`, appliedHeader, appliedLine, parts),
  };
}

/** SHA-256 of bytes that come one after the other. */
export function runningHash(): RunningHash {
  const hash = createHash('sha256');
  return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
}

const folder = ({ appId, importId }: Pick<Import, 'appId' | 'importId'>) =>
  `${exportFolders.imports}${appId}/${importId}/`;
const fileKey = (of: Pick<Import, 'appId' | 'importId'>) => `${folder(of)}file`;
/** Each dry run has files of its own, so that one that was given up cannot change those of another. */
const runFolder = ({ run, ...of }: Omit<PartOf, 'part'>) => `${folder(of)}${run}/`;
const partKey = (of: PartOf, kind: 'parts' | 'classified' | 'applied') =>
  `${runFolder(of)}${kind}/${String(of.part).padStart(5, '0')}.jsonl`;
