import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { LastWebhook } from '../../../use-cases/messages/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs } from '../table/item.ts';
import { getItem } from '../table/query.ts';
import { lastWebhookKey } from '../table/stage-keys.ts';

/** So often a function notes it, in milliseconds: it is read in days. */
export const notedEvery = 60 * 60 * 1000;

/** Kept to the hour, so that hardly any webhook costs more for it. */
export function lastWebhook(table: DocumentTable, now: Clock): LastWebhook {
  const noted = new Map<string, number>();
  return {
    async note(phoneNumberId) {
      const at = now();
      const before = noted.get(phoneNumberId);
      if (before !== undefined && Math.abs(at - before) < notedEvery) return;
      const Item = { ...lastWebhookKey(phoneNumberId), at };
      await table.documents.send(new PutCommand({ TableName: table.tableName, Item }));
      noted.set(phoneNumberId, at);
    },

    async of(phoneNumberId) {
      const item = await getItem(table, lastWebhookKey(phoneNumberId));
      return item && itemAs<{ readonly at: number }>(item, { at: 'number' }).at;
    },
  };
}
