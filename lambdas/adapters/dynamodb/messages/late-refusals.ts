import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { LateRefusals } from '../../../use-cases/messages/ports.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { keyedHash } from '../table/keyed-hash.ts';
import { sendKey } from '../table/keys.ts';

/**
 * Keeps late refusals in the records of `send-records.ts`: one conditional update. A status may carry any reference, so it is believed only
 * with the id of the message; and where we never learnt that, because the answer was lost or had none (AWS), only of the one it went to.
 */
export function lateRefusals(table: DocumentTable, identifierKey: string): LateRefusals {
  const { recipient } = keyedHash(identifierKey);
  return {
    async keep(appId, { send: { subjectId, entry, at }, code, at: refusedAt, messageId, to: { waId, bsuid, phone } }) {
      const update = new UpdateCommand({
        TableName: table.tableName,
        Key: sendKey(appId, subjectId, at, entry),
        UpdateExpression: 'SET came = :refused, codes = :codes, refusedAt = :at, messageId = :id',
        ConditionExpression:
          'messageId = :id OR (attribute_not_exists(messageId) AND came IN (:unknown, :sent) AND whom IN (:waId, :bsuid))',
        ExpressionAttributeValues: {
          ...{ ':refused': 'refused', ':unknown': 'unknown', ':sent': 'sent' },
          ...{ ':codes': [code], ':at': refusedAt, ':id': messageId },
          ':waId': recipient(waId ?? phone ?? ''),
          ':bsuid': recipient(bsuid ?? ''),
        },
      });
      return holds(table.documents.send(update));
    },
  };
}
