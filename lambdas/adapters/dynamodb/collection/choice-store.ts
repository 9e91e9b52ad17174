import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Choice } from '../../../domain/collection/choice.ts';
import { parseReference } from '../../../domain/collection/reference.ts';
import type { ChoiceStore } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { choiceKey, type Key } from '../table/keys.ts';
import { untilSettled } from '../table/transaction.ts';

type ChoiceItem = Key & Omit<Choice, 'confirmedBy'> & { readonly ttl: number; readonly confirmedBy?: Set<string> };

/** More senders than any page takes numbers: who goes on sending the same code is not listened to. */
const mostSenders = 20;

/** After it has lapsed: as long as a message that was sent in time may be delivered again (7 days), and a day more. Milliseconds. */
export const keptFor = 8 * 24 * 60 * 60 * 1000;

/** What was ticked on pages. The clock says when a choice has lapsed; the deletion only tidies up. */
export function choiceStore(table: DocumentTable, now: Clock): ChoiceStore {
  const { documents, tableName: TableName } = table;
  const recall: ChoiceStore['recall'] = async (code) => {
    if (parseReference(code)?.kind !== 'choice') return undefined;
    const { Item } = await documents.send(new GetCommand({ TableName, Key: choiceKey(code), ConsistentRead: true }));
    return Item === undefined ? undefined : toChoice(Item as ChoiceItem);
  };
  return {
    recall,

    async create({ confirmedBy: _nobodyYet, ...choice }) {
      await documents.send(
        new PutCommand({
          TableName,
          Item: { ...choiceKey(choice.code), ...choice, ttl: Math.ceil((choice.expiresAt + keptFor) / 1000) },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },

    async find(code) {
      const choice = await recall(code);
      return choice !== undefined && now() < choice.expiresAt ? choice : undefined;
    },

    async claim({ code, numbers }, sender) {
      const room = numbers.length === 0 ? '' : ' OR size(confirmedBy) < :most';
      const mayConfirm = `attribute_not_exists(confirmedBy) OR contains(confirmedBy, :sender)${room}`;
      try {
        await untilSettled(() =>
          documents.send(
            new UpdateCommand({
              TableName,
              Key: choiceKey(code),
              UpdateExpression: 'ADD confirmedBy :senders',
              ConditionExpression: `attribute_exists(pk) AND (${mayConfirm})`,
              ExpressionAttributeValues: {
                ':senders': new Set([sender]),
                ':sender': sender,
                ...(numbers.length > 0 && { ':most': mostSenders }),
              },
            }),
          ),
        );
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}

function toChoice({ pk: _pk, sk: _sk, ttl: _ttl, confirmedBy, ...choice }: ChoiceItem): Choice {
  return { ...choice, ...(confirmedBy !== undefined && { confirmedBy: [...confirmedBy] }) };
}
