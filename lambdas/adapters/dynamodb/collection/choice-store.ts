import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Choice } from '../../../domain/collection/choice.ts';
import { parseReference } from '../../../domain/collection/reference.ts';
import type { ChoiceStore } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import { type ChargedAttributes, chargedAttributes } from '../table/charged-attributes.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { getItem } from '../table/query.ts';
import { choiceKey } from '../table/stage-keys.ts';
import { untilSettled } from '../table/transaction.ts';

type ChoiceItem = Omit<Choice, 'confirmedBy'> & { readonly confirmedBy?: Set<string> } & Partial<ChargedAttributes>;

const shape: Shape<ChoiceItem> = {
  code: 'string',
  appId: 'string',
  purposes: 'list',
  notice: 'map',
  words: 'string',
  numbers: 'list',
  madeAt: 'number',
  expiresAt: 'number',
};

/** More senders than any page takes numbers: who goes on sending the same code is not listened to. */
const mostSenders = 20;

/** After it has lapsed: as long as a message that was sent in time may be delivered again (7 days), and a day more. Milliseconds. */
export const keptFor = 8 * 24 * 60 * 60 * 1000;

/** What was ticked on pages. The clock says when a choice has lapsed; the deletion only tidies up. */
export function choiceStore(table: DocumentTable, now: Clock): ChoiceStore {
  const { documents, tableName: TableName } = table;
  const recall: ChoiceStore['recall'] = async (code) => {
    if (parseReference(code)?.kind !== 'choice') return undefined;
    const item = await getItem(table, choiceKey(code));
    return item && toChoice(withoutKey(itemAs(item, shape)));
  };
  return {
    recall,

    async create({ confirmedBy: _nobodyYet, ...choice }, counting) {
      const charged = counting && chargedAttributes(counting.charges, counting.day);
      await documents.send(
        new PutCommand({
          TableName,
          Item: {
            ...choiceKey(choice.code),
            ...choice,
            ...charged,
            ttl: Math.ceil((choice.expiresAt + keptFor) / 1000),
          },
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
      const claimed = () =>
        documents.send(
          new UpdateCommand({
            TableName,
            Key: choiceKey(code),
            UpdateExpression: 'ADD confirmedBy :senders',
            ConditionExpression: `attribute_exists(pk) AND (${mayConfirm})`,
            ExpressionAttributeValues: {
              ':senders': new Set([sender]),
              ':sender': sender,
              ':most': numbers.length > 0 ? mostSenders : undefined,
            },
          }),
        );
      return holds(untilSettled(claimed));
    },
  };
}

function toChoice({ confirmedBy, charges: _charges, charged: _charged, day: _day, ...choice }: ChoiceItem): Choice {
  return { ...choice, confirmedBy: confirmedBy && [...confirmedBy] };
}
