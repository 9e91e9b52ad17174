import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { isPromptCode } from '../../../domain/collection/reference.ts';
import { type Prompt, welcomesApart } from '../../../domain/prompts/prompt.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { PromptStore } from '../../../use-cases/messages/ports.ts';
import { newPromptCode } from '../../random/new-reference.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import { askedKey, welcomedKey } from '../table/keys.ts';
import { getItem } from '../table/query.ts';
import { promptKey } from '../table/stage-keys.ts';

const shape: Shape<Prompt> = {
  code: 'string',
  appId: 'string',
  subjectId: 'string',
  kind: 'string',
  purposes: 'list',
  madeAt: 'number',
  expiresAt: 'number',
};

/** After its end. Buttons stay in a chat for years; a no that comes later brakes and asks what was meant. Milliseconds. */
export const keptFor = 365 * 24 * 60 * 60 * 1000;

/** Seconds. Longer than an errand can be told again (`send-records.ts`). */
export const askedKeptFor = 45 * 24 * 60 * 60;

/** Prompts in the one table. The clock of the act says when one has ended; the deletion only tidies up. */
export function promptStore(table: DocumentTable, now: Clock): PromptStore {
  return {
    newCode: newPromptCode,
    async create(prompt) {
      const ttl = Math.ceil((prompt.expiresAt + keptFor) / 1000);
      const Item = { ...promptKey(prompt.code), ...prompt, ttl };
      const ConditionExpression = 'attribute_not_exists(pk)';
      await table.documents.send(new PutCommand({ TableName: table.tableName, Item, ConditionExpression }));
    },
    async mayAsk(appId, subjectIds, errand) {
      for (const subjectId of subjectIds) {
        const Item = { ...askedKey(appId, subjectId), errand, ttl: Math.floor(now() / 1000) + askedKeptFor };
        const put = new PutCommand({
          TableName: table.tableName,
          Item,
          ConditionExpression: 'attribute_not_exists(pk) OR errand = :errand',
          ExpressionAttributeValues: { ':errand': errand },
        });
        if (!(await holds(table.documents.send(put)))) return false;
      }
      return true;
    },
    async mayWelcome(appId, subjectIds, entry) {
      const at = now();
      const ttl = Math.ceil((at + welcomesApart) / 1000);
      for (const subjectId of subjectIds) {
        const put = new PutCommand({
          TableName: table.tableName,
          Item: { ...welcomedKey(appId, subjectId), entry, at, ttl },
          ConditionExpression: 'attribute_not_exists(pk) OR entry = :entry OR #at <= :before',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':entry': entry, ':before': at - welcomesApart },
        });
        if (!(await holds(table.documents.send(put)))) return false;
      }
      return true;
    },
    async recall(code) {
      if (!isPromptCode(code)) return undefined;
      const item = await getItem(table, promptKey(code));
      return item && withoutKey(itemAs(item, shape));
    },
  };
}
