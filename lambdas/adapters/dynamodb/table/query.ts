import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Attributes, fromAttributes, toAttributes } from './attributes.ts';
import type { DocumentTable } from './document-table.ts';
import type { Key } from './keys.ts';

/** Items of one partition, in the order of their sort keys. */
export interface Stretch {
  readonly partition: string;
  /** Only sort keys that begin so. */
  readonly prefix?: string;
  /** Only sort keys from this one on. */
  readonly from?: string;
  /** Only sort keys up to this one. */
  readonly upTo?: string;
  /** Behind this sort key, whether or not it is there. */
  readonly after?: string | undefined;
  readonly newestFirst?: boolean;
  /** Only these attributes: costs as many units, and less time. */
  readonly only?: readonly string[];
  /** Every read is strong unless it says why not (test/architecture/strong-reads.test.ts). */
  readonly consistent?: boolean;
}

export interface AnsweredPage {
  readonly items: readonly object[];
  /** The sort key behind which the next page begins; undefined = that was all. */
  readonly last: string | undefined;
}

/** One answer: at most `limit` items and a megabyte. */
export async function queryPage(table: DocumentTable, stretch: Stretch, limit?: number): Promise<AnsweredPage> {
  const { items, last } = await answered(table, stretch, limit);
  return { items: items.map(fromAttributes), last };
}

async function answered(table: DocumentTable, stretch: Stretch, limit?: number) {
  const { Items = [], LastEvaluatedKey } = await table.documents.send(
    new QueryCommand({ ...inputOf(table, stretch), Limit: limit }),
  );
  return { items: Items as readonly Attributes[], last: LastEvaluatedKey?.sk?.S };
}

/** Answer after answer until the end of the stretch. @param read how an item is read: as the document client does, unless said */
export async function* queryPages<Item = object>(
  table: DocumentTable,
  stretch: Stretch,
  limit?: number,
  read?: (attributes: Attributes) => Item,
): AsyncGenerator<readonly Item[], void> {
  const reading = (read ?? fromAttributes) as (attributes: Attributes) => Item;
  let after = stretch.after;
  do {
    const page = await answered(table, { ...stretch, after }, limit);
    yield page.items.map((item) => reading(item));
    after = page.last;
  } while (after !== undefined);
}

/** Everything of a stretch that is short. */
export async function queryAll(table: DocumentTable, stretch: Stretch): Promise<object[]> {
  const { items, last } = await queryPage(table, stretch);
  const all = [...items];
  if (last === undefined) return all;
  for await (const page of queryPages(table, { ...stretch, after: last })) all.push(...page);
  return all;
}

/** One item by its key as it was a moment ago, at half the price; undefined = there was none. For what a strong read confirms. */
export async function glimpse(table: DocumentTable, key: Key): Promise<object | undefined> {
  const { Item } = await table.documents.send(new GetCommand({ TableName: table.tableName, Key: { ...key } }));
  return Item;
}

/** One item by its key, read strongly; undefined = there is none. */
export async function getItem(table: DocumentTable, key: Key): Promise<object | undefined> {
  const { Item } = await table.documents.send(
    new GetCommand({ TableName: table.tableName, Key: { ...key }, ConsistentRead: true }),
  );
  return Item;
}

/** DynamoDB takes one condition on the sort key: of the bounds a stretch has one. */
function inputOf(table: DocumentTable, stretch: Stretch): QueryCommandInput {
  const { partition, prefix, from, upTo, after, newestFirst, only, consistent = true } = stretch;
  const [condition, bound] =
    prefix !== undefined
      ? [' AND begins_with(sk, :bound)', prefix]
      : from !== undefined
        ? [' AND sk >= :bound', from]
        : upTo !== undefined
          ? [' AND sk <= :bound', upTo]
          : ['', undefined];
  return {
    TableName: table.tableName,
    ConsistentRead: consistent,
    ScanIndexForward: newestFirst !== true,
    KeyConditionExpression: `pk = :pk${condition}`,
    ExpressionAttributeValues: toAttributes({ ':pk': partition, ':bound': bound }),
    ExclusiveStartKey: after === undefined ? undefined : toAttributes({ pk: partition, sk: after }),
    ...(only !== undefined && projected(only)),
  };
}

/** By names that stand for them: some letters may become words of DynamoDB's own. */
function projected(
  only: readonly string[],
): Pick<QueryCommandInput, 'ProjectionExpression' | 'ExpressionAttributeNames'> {
  const names = Object.fromEntries(only.map((name, index) => [`#only${index}`, name]));
  return { ProjectionExpression: Object.keys(names).join(', '), ExpressionAttributeNames: names };
}
