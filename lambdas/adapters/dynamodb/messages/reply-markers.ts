import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { ReplyMarkers } from '../../../use-cases/messages/ports.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { replyKey } from '../table/keys.ts';

/** Seconds. Longer than the stream keeps a record (24 h): none comes again later, since a dead-letter queue holds places in the stream only. */
export const keptFor = 7 * 24 * 60 * 60;

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
