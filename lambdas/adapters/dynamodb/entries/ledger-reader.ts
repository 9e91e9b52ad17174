import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { LedgerEntry } from '../../../domain/ledger/ledger-entry.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type Key, ledgerPartition } from '../table/keys.ts';
import { fromLedgerItem, type LedgerItem } from './ledger-item.ts';

/** Every entry of the chains of one person, in recording order within each chain. Strong. */
export async function readLedgers(
  table: DocumentTable,
  appId: string,
  subjectIds: readonly string[],
): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (const subjectId of subjectIds) {
    let from: Record<string, unknown> | undefined;
    do {
      const page = await table.documents.send(
        new QueryCommand({
          TableName: table.tableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': ledgerPartition(appId, subjectId) },
          ConsistentRead: true,
          ExclusiveStartKey: from,
        }),
      );
      entries.push(...(page.Items ?? []).map((item) => fromLedgerItem(item as LedgerItem)));
      from = page.LastEvaluatedKey;
    } while (from !== undefined);
  }
  return entries.sort((a, b) => a.header.recordedAt - b.header.recordedAt || a.header.sequence - b.header.sequence);
}

/** One ledger item by its key. Strong. */
export async function readLedgerItem(table: DocumentTable, key: Key): Promise<LedgerItem | undefined> {
  const found = await table.documents.send(
    new GetCommand({ TableName: table.tableName, Key: { ...key }, ConsistentRead: true }),
  );
  return found.Item as LedgerItem | undefined;
}
