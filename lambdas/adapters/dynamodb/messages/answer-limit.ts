import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { countsUntil, type GivenAnswer, takeAnswer } from '../../../domain/replies/answer-limit.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { AnswerLimit } from '../../../use-cases/messages/ports.ts';
import { holds } from '../table/conditional.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { itemAs } from '../table/item.ts';
import { keyedHash } from '../table/keyed-hash.ts';
import type { Key } from '../table/keys.ts';
import { getItem } from '../table/query.ts';
import { keyedAnswers } from '../table/stage-keys.ts';
import { StaleReadError, untilSettled } from '../table/transaction.ts';

interface AnswersItem extends Key {
  /** Counts the writes, so that of two at once one is refused and looks again. */
  readonly v: number;
  readonly given: readonly GivenAnswer[];
  readonly ttl: number;
}

/** Notes given answers under a keyed hash of who got them, so that no number is stored; each write is conditional on what was read. */
export function answerLimit(table: DocumentTable, identifierKey: string, now: Clock): AnswerLimit {
  const hash = keyedHash(identifierKey);
  return {
    take: ({ kind, appId, channel, person, to, of, apart }) =>
      untilSettled(async () => {
        const key = keyedAnswers(hash.entry(`answers ${JSON.stringify([kind, appId, channel, person])}`));
        const read = await getItem(table, key);
        const before = read && itemAs<AnswersItem>(read, { v: 'number', given: 'list', ttl: 'number' });
        // Neither the message's id: it may hold a number.
        const decision = takeAnswer(before?.given ?? [], hash.entry(to), now(), { of, apart });
        if (decision.outcome !== 'taken') return decision.outcome;
        const { given } = decision;
        const ttl = Math.ceil(Math.max(...given.map(countsUntil)) / 1000);
        const item: AnswersItem = { ...key, v: (before?.v ?? 0) + 1, given, ttl };
        await putAsRead(table, item, before?.v);
        return 'taken';
      }),
  };
}

async function putAsRead(table: DocumentTable, item: AnswersItem, version: number | undefined): Promise<void> {
  const condition =
    version === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': version } };
  const put = new PutCommand({ TableName: table.tableName, Item: item, ...condition });
  if (!(await holds(table.documents.send(put)))) throw new StaleReadError('another answer was given');
}
