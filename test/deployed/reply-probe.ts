import { randomUUID } from 'node:crypto';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { replyAttribute, table } from '../../lambdas/contract/table.ts';
import { ago, type Shop } from '../support/journey-shop.ts';
import { textMessage } from '../support/whatsapp-webhook.ts';
import { awsCall, invoke } from './aws-call.ts';
import type { Probe } from './probe.ts';
import type { Stage } from './stage.ts';

/**
 * Hands the entry of a new STOP to send-replies, as the table's stream would, and looks for its confirmation outside.
 * The stream's own mapping is switched off for it: it would be first.
 */
export async function replyProbe(stage: Stage, shop: Shop): Promise<Probe> {
  const dynamodb = new DynamoDBClient();
  const TableName = stage.commands.exported('TABLE');
  const functionName = await stage.functionName('send-replies');
  await switchMappings(functionName, false);

  /** Entries of the shop that ask for a reply, by key. */
  const asking = async () => {
    const { Items = [] } = await dynamodb.send(
      new ScanCommand({
        TableName,
        ConsistentRead: true,
        FilterExpression: 'attribute_exists(#reply) AND begins_with(#pk, :app)',
        ExpressionAttributeNames: { '#reply': replyAttribute, '#pk': table.partitionKey },
        ExpressionAttributeValues: { ':app': { S: `${shop.appId}#` } },
      }),
    );
    return new Map(Items.map((item) => [`${item[table.partitionKey]?.S} ${item[table.sortKey]?.S}`, item]));
  };
  return async (round) => {
    const known = await asking();
    const person = shop.person(`Ana ${round}`);
    const status = await shop.hear(textMessage(person.waId, `wamid.${randomUUID()}`, ago(0), 'STOP'));
    const [entry] = [...(await asking())].filter(([key]) => !known.has(key));
    if (status !== 200 || entry === undefined) throw new Error(`The STOP was answered ${status}.`);
    const before = (await shop.target.sentFrom(shop.phoneNumberId)).length;
    const record = { eventName: 'INSERT', dynamodb: { NewImage: entry[1], SequenceNumber: '1' } };
    const { failed, answer } = await invoke(functionName, { Records: [record] });
    const { batchItemFailures = [] } = (answer ?? {}) as { batchItemFailures?: readonly unknown[] };
    if (failed || batchItemFailures.length > 0) throw new Error('The reply was not decided.');
    if ((await shop.target.sentFrom(shop.phoneNumberId)).length === before) throw new Error('No reply went out.');
  };
}

async function switchMappings(functionName: string, on: boolean): Promise<void> {
  const path = `/2015-03-31/event-source-mappings/`;
  const { text } = await awsCall({ service: 'lambda', method: 'GET', path });
  const { EventSourceMappings } = JSON.parse(text) as { EventSourceMappings: { UUID: string; FunctionArn: string }[] };
  for (const { UUID, FunctionArn } of EventSourceMappings) {
    if (!FunctionArn.endsWith(`:${functionName}`)) continue;
    await awsCall({ service: 'lambda', method: 'PUT', path: `${path}${UUID}`, json: { Enabled: on } });
  }
}
