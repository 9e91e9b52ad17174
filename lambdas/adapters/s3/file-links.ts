import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { FileLinks } from '../../use-cases/exports/ports.ts';

/** How long a link holds. It dies earlier with the credentials of the function that signed it, so links are signed when asked for. */
export const linkSeconds = 15 * 60;

/** Presigned links to the files of the bucket. Signing reads the system's own time, never ours. */
export function fileLinks(client: S3Client, bucket: string): FileLinks {
  return {
    sign: (file, name) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket: bucket,
          Key: file.key,
          ResponseContentDisposition: `attachment; filename="${name}"`,
        }),
        { expiresIn: linkSeconds },
      ),
  };
}
