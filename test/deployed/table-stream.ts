import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { table } from '../../lambdas/contract/table.ts';
import type { Shop } from '../support/journeys/shop.ts';
import { awsCall, invoke } from './aws-call.ts';
import type { Stage } from './stage.ts';

/** An item as the stream of the table shows it. */
export type Image = Readonly<Record<string, AttributeValue>>;

/** The ledger entries of a shop that have an attribute, by key. */
export async function ledgerEntriesWith(
  stage: Stage,
  shop: Shop,
  attribute: string,
): Promise<ReadonlyMap<string, Image>> {
  const dynamodb = new DynamoDBClient();
  const entries = new Map<string, Image>();
  let from: Image | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await dynamodb.send(
      new ScanCommand({
        TableName: stage.commands.exported('TABLE'),
        ConsistentRead: true,
        FilterExpression: 'attribute_exists(#attribute) AND begins_with(#pk, :app)',
        ExpressionAttributeNames: { '#attribute': attribute, '#pk': table.partitionKey },
        ExpressionAttributeValues: { ':app': { S: `${shop.appId}#` } },
        ...(from !== undefined && { ExclusiveStartKey: from }),
      }),
    );
    for (const item of Items) entries.set(`${item[table.partitionKey]?.S} ${item[table.sortKey]?.S}`, item);
    from = LastEvaluatedKey;
  } while (from !== undefined);
  dynamodb.destroy();
  return entries;
}

/** The record of the stream for a new item. */
export const streamRecord = (item: Image): object => ({
  eventName: 'INSERT',
  dynamodb: { NewImage: item, SequenceNumber: '1' },
});

/** The message of a queue for a new item, as the relay fills it: with what the consumer is told, and more. */
export const queueRecord = (item: Image): object => ({
  messageId: '1',
  body: JSON.stringify(item),
  attributes: { MessageGroupId: item[table.partitionKey]?.S ?? '' },
});

/** Hands a record to a function as its mapping would. Rejects when the function does not manage. */
export async function handOn(functionName: string, record: object): Promise<void> {
  const { failed, answer } = await invoke(functionName, { Records: [record] });
  const { batchItemFailures = [] } = (answer ?? {}) as { batchItemFailures?: readonly unknown[] };
  if (failed || batchItemFailures.length > 0) throw new Error('The record was given back.');
}

/** Switches the mappings of a function off: they would be first. */
export async function switchOffMappings(functionName: string): Promise<void> {
  const path = `/2015-03-31/event-source-mappings/`;
  const { text } = await awsCall({ service: 'lambda', method: 'GET', path });
  const { EventSourceMappings } = JSON.parse(text) as { EventSourceMappings: { UUID: string; FunctionArn: string }[] };
  for (const { UUID, FunctionArn } of EventSourceMappings) {
    if (!FunctionArn.endsWith(`:${functionName}`)) continue;
    await awsCall({ service: 'lambda', method: 'PUT', path: `${path}${UUID}`, json: { Enabled: false } });
  }
}
