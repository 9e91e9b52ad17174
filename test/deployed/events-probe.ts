import { randomUUID } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { eventKey } from '../../lambdas/adapters/dynamodb/table/keys.ts';
import type { Shop } from '../support/journeys/shop.ts';
import { endpointOf } from './callback-probes.ts';
import type { Probe } from './probe.ts';
import type { Stage } from './stage.ts';
import { handOn, queueRecord, switchOffMappings } from './table-stream.ts';

/**
 * Hands tokens to publish-events, as its queues would: of a request and of a no, which are put on the bus and owed to an endpoint, each by the
 * queue for it, and of an event that cannot be read, which is set aside.
 */
export async function eventsProbe(stage: Stage, shop: Shop): Promise<Probe> {
  const functionName = await stage.functionName('publish-events');
  await switchOffMappings(functionName);
  await endpointOf(stage, shop);
  const dynamodb = new DynamoDBClient();
  const row = async (entry: string, type = 'user.pending'): Promise<object> => {
    const key = eventKey(shop.appId, randomUUID().replaceAll('-', '').slice(0, 11), 1);
    const Item = marshall({ ...key, type, rec: Date.now(), entry });
    await dynamodb.send(new PutItemCommand({ TableName: stage.commands.exported('TABLE'), Item }));
    return queueRecord({ pk: { S: key.pk }, sk: { S: key.sk } });
  };
  const readable = (subject: string, event = 'user.pending', action = 'requested') =>
    JSON.stringify(
      marshall({
        pk: `${shop.appId}#L#${subject}`,
        sk: 'entry',
        event,
        n: 1,
        kind: 'statement',
        action,
        at: Date.now(),
        rec: Date.now(),
        src: 'web-form',
        h: 'h'.repeat(22),
      }),
    );
  return async () => {
    const pending = await row(readable('AbCdEfGhIjK'));
    const no = await row(readable('BcDeFgHiJkL', 'user.opted_out', 'revoked'), 'user.opted_out');
    for (const record of [pending, no, await row('unreadable')]) {
      const { body, ...rest } = record as { readonly body: string };
      const { pk, sk } = JSON.parse(body) as { pk: { S: string }; sk: { S: string } };
      await handOn(functionName, { ...rest, body: JSON.stringify({ pk: pk.S, sk: sk.S }) });
    }
  };
}
