import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';

export type Row = { readonly pk: string; readonly sk: string } & { readonly [attribute: string]: unknown };

/** Every row of a small test table whose partition key matches. */
export async function rowsWhere(table: DocumentTable, pk: RegExp): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.documents.send(
      new ScanCommand({
        TableName: table.tableName,
        ConsistentRead: true,
        ...(from !== undefined && { ExclusiveStartKey: from }),
      }),
    );
    rows.push(...((page.Items ?? []) as Row[]).filter((row) => pk.test(row.pk)));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return rows;
}

/** The ledger entries of everybody. */
export const ledgerRows = (table: DocumentTable): Promise<readonly Row[]> => rowsWhere(table, /#L#/);
/** What was kept aside. */
export const asideRows = (table: DocumentTable): Promise<readonly Row[]> => rowsWhere(table, /^ASIDE#/);
