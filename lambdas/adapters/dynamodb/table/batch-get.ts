import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { TryAgainError } from '../../../domain/errors.ts';
import { fromAttributes, toAttributes } from './attributes.ts';
import type { DocumentTable } from './document-table.ts';
import type { Key } from './keys.ts';
import { growingPause } from './pause.ts';

/** DynamoDB's limit. */
const batchSize = 100;
/** So many requests of one call are under way at the same time: ten are a page of an export. */
const sideBySide = 10;
/** How often the keys that are left of one request are asked for again. */
const mostAgain = 6;

/**
 * The items of these keys, as many as there are; order is not kept. The one way to read a batch: what DynamoDB leaves unprocessed
 * (an answer of 16 MB, a throttled partition; the SDK does not repeat such an answer) is asked for again, with growing pauses, at
 * most six times.
 *
 * @param keys no key twice
 * @throws TryAgainError when keys are left even then: an item that was not read is never taken for one that is not there
 */
export async function batchGet(
  table: DocumentTable,
  keys: readonly Key[],
  { consistent }: { readonly consistent: boolean },
): Promise<object[]> {
  const found: object[] = [];
  for (let from = 0; from < keys.length; from += sideBySide * batchSize) {
    const batches: Promise<object[]>[] = [];
    for (let at = from; at < Math.min(keys.length, from + sideBySide * batchSize); at += batchSize) {
      batches.push(oneBatch(table, keys.slice(at, at + batchSize), consistent));
    }
    for (const items of await Promise.all(batches)) found.push(...items);
  }
  return found;
}

async function oneBatch(table: DocumentTable, keys: readonly Key[], consistent: boolean): Promise<object[]> {
  const { tableName, documents, pause = growingPause } = table;
  const found: object[] = [];
  let left = keys.map(toAttributes);
  for (let times = 0; left.length > 0; times += 1) {
    if (times > mostAgain) throw new TryAgainError('The table answers only in part at the moment.', 2);
    if (times > 0) await pause(times);
    const request = { [tableName]: { Keys: left, ...(consistent && { ConsistentRead: true }) } };
    const { Responses, UnprocessedKeys } = await documents.send(new BatchGetItemCommand({ RequestItems: request }));
    for (const item of Responses?.[tableName] ?? []) found.push(fromAttributes(item));
    left = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return found;
}
