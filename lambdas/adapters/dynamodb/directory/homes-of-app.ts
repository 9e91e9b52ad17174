import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { table as schema, shards } from '../../../contract/table.ts';
import type { Home } from '../places/place.ts';
import { placeReader } from '../places/place-reader.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type Key, placeOfKey, usersPartition } from '../table/keys.ts';

/**
 * Everybody of an app as they are now, page by page. Whoever becomes known or moves meanwhile may be missing: the index lags.
 *
 * @param pageSize so many are read at once
 */
export async function* homesOfApp(
  table: DocumentTable,
  appId: string,
  pageSize: number,
): AsyncGenerator<readonly Home[], void> {
  const reader = placeReader(table);
  for (let shard = 0; shard < shards; shard += 1) {
    let start: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await table.documents.send(
        new QueryCommand({
          TableName: table.tableName,
          IndexName: schema.usersIndex.name,
          KeyConditionExpression: 'upk = :upk AND begins_with(usk, :people)',
          ExpressionAttributeValues: { ':upk': usersPartition(appId, shard), ':people': 'S#' },
          Limit: pageSize,
          ExclusiveStartKey: start,
        }),
      );
      const places = await reader.places(appId, (Items as Key[]).map(placeOfKey));
      yield [...places.values()].filter((place) => place.kind === 'home');
      start = LastEvaluatedKey;
    } while (start !== undefined);
  }
}
