import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { FirstReceipts } from '../../../use-cases/messages/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs } from '../table/item.ts';
import { keyedHash } from '../table/keyed-hash.ts';
import { getItem } from '../table/query.ts';
import { receiptKey } from '../table/stage-keys.ts';

/** Seconds. A provider repeats within moments; whoever sends one again by hand does it within days. */
export const keptFor = 7 * 24 * 60 * 60;

/** One item for each message, written once: one request, and a read more only where it came before. */
export function firstReceipts(table: DocumentTable, identifierKey: string): FirstReceipts {
  const hash = keyedHash(identifierKey);
  return {
    async of(name, now) {
      const key = receiptKey(hash.entry(`receipt ${name}`));
      const Item = { ...key, at: now, ttl: Math.floor(now / 1000) + keptFor };
      const ConditionExpression = 'attribute_not_exists(pk)';
      try {
        await table.documents.send(new PutCommand({ TableName: table.tableName, Item, ConditionExpression }));
        return now;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
      const first = await getItem(table, key);
      // It may have been deleted in between, when it was a week old.
      return first === undefined ? now : itemAs<{ readonly at: number }>(first, { at: 'number' }).at;
    },
  };
}
