import { randomBytes } from 'node:crypto';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DocumentTable } from './document-table.ts';
import { stageKeyKey } from './stage-keys.ts';

/**
 * A secret of this stage for functions that have no business with the key of the identifier hashes: it seals cursors, names sources of bad
 * keys, and makes the secrets of callbacks (decision 0070): lost, receivers refuse what is signed. It is in every backup of the table. Whoever asks first makes it; it is read once and only when needed.
 *
 * @returns 64 hexadecimal characters
 */
export function stageKey({ documents, tableName }: DocumentTable): () => Promise<string> {
  let known: Promise<string> | undefined;
  const read = async () => {
    const { Attributes } = await documents.send(
      new UpdateCommand({
        TableName: tableName,
        Key: stageKeyKey,
        UpdateExpression: 'SET secret = if_not_exists(secret, :fresh)',
        ExpressionAttributeValues: { ':fresh': randomBytes(32).toString('hex') },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return String(Attributes?.secret);
  };
  return () => {
    known ??= read();
    known.catch(() => {
      known = undefined;
    });
    return known;
  };
}
