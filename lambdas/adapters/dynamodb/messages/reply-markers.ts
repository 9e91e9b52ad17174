import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ReplyMarkers } from '../../../use-cases/messages/ports.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { replyKey } from '../table/keys.ts';

/**
 * Seconds. Longer than an entry can be told again: a day in the stream, fourteen in the queue, fourteen in its dead letters, and fourteen
 * more when somebody sends those back.
 */
export const keptFor = 45 * 24 * 60 * 60;

/** Markers in the one table, each written on the condition that it is not there. */
export function replyMarkers(table: DocumentTable, now: () => number): ReplyMarkers {
  return {
    claim: (appId, subjectId, entry) =>
      holds(
        table.documents.send(
          new PutCommand({
            TableName: table.tableName,
            Item: { ...replyKey(appId, subjectId, entry), ttl: Math.floor(now() / 1000) + keptFor },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      ),
  };
}
