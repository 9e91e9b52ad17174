import { createHash } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { KeptAside } from '../../use-cases/messaging-ports.ts';
import type { DocumentTable } from './document-table.ts';
import { asideKey } from './keys.ts';

/** How long what could not be read waits for a person to look at it. */
export const keptFor = 90 * 24 * 60 * 60;
/** DynamoDB takes items of 400 KB; the rest is for key and attributes. */
export const largest = 350 * 1024;

/** Kept in the one table. A part of more than 350 KB is cut, and says so in `cutFrom` (bytes). */
export function keptAside(table: DocumentTable, now: () => number): KeptAside {
  return {
    async keep(why, part) {
      const bytes = Buffer.from(typeof part === 'string' ? part : (JSON.stringify(part) ?? 'undefined'));
      const digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
      const at = now();
      await table.documents.send(
        new PutCommand({
          TableName: table.tableName,
          Item: {
            ...asideKey(at, digest),
            why,
            // A character that the cut tears apart becomes U+FFFD, which takes up to two bytes more than what was left of it.
            part: bytes.subarray(0, largest - 2).toString('utf8'),
            ...(bytes.length > largest - 2 && { cutFrom: bytes.length }),
            ttl: Math.floor(at / 1000) + keptFor,
          },
        }),
      );
    },
  };
}
