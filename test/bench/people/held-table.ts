import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { fromAttributes, toAttributes } from '../../../lambdas/adapters/dynamodb/table/attributes.ts';
import type { DocumentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import type { Key } from '../../../lambdas/adapters/dynamodb/table/keys.ts';

/**
 * A table that holds what the real stores write, until it is taken out to be written in bulk. It knows only what was put since, so it is
 * for one person after the other: nobody else is there, and conditions hold. Whatever it cannot answer truly it refuses.
 */
export function heldTable(tableName: string): { readonly table: DocumentTable; take(): object[] } {
  const held = new Map<string, Key>();
  const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
  const put = (item: object): void => void held.set(nameOf(item as Key), item as Key);

  async function send(command: unknown): Promise<object> {
    if (command instanceof PutCommand) {
      put(command.input.Item ?? {});
      return {};
    }
    if (command instanceof TransactWriteCommand) {
      for (const { Put } of command.input.TransactItems ?? []) {
        if (Put === undefined) throw new Error('Held items are never changed in part.');
        put(Put.Item ?? {});
      }
      return {};
    }
    if (command instanceof TransactWriteItemsCommand) {
      for (const { Put, Delete, ConditionCheck } of command.input.TransactItems ?? []) {
        if (Put !== undefined) put(fromAttributes(Put.Item ?? {}));
        else if (Delete !== undefined) held.delete(nameOf(fromAttributes(Delete.Key ?? {}) as unknown as Key));
        else if (ConditionCheck === undefined) throw new Error('Held items are never changed in part.');
      }
      return {};
    }
    if (command instanceof GetCommand) return { Item: held.get(nameOf(command.input.Key as unknown as Key)) };
    if (command instanceof BatchGetItemCommand) {
      const keys = Object.values(command.input.RequestItems ?? {}).flatMap(({ Keys = [] }) => Keys.map(fromAttributes));
      const found = keys.flatMap((key) => held.get(nameOf(key as unknown as Key)) ?? []);
      return { Responses: { [tableName]: found.map(toAttributes) } };
    }
    if (command instanceof QueryCommand && command.input.KeyConditionExpression === 'pk = :pk') {
      const { ':pk': pk } = command.input.ExpressionAttributeValues ?? {};
      return { Items: [...held.values()].filter((item) => item.pk === pk?.S).map(toAttributes) };
    }
    // A message in an open window: there is none yet.
    if (command instanceof UpdateCommand && !held.has(nameOf(command.input.Key as unknown as Key))) {
      throw new ConditionalCheckFailedException({ $metadata: {}, message: 'nothing is there' });
    }
    throw new Error(`Held items do not answer ${command?.constructor.name}.`);
  }

  return {
    table: { tableName, documents: { send } as unknown as DocumentTable['documents'] },
    take() {
      const items = [...held.values()];
      held.clear();
      return items;
    },
  };
}
