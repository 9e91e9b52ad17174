import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeliveryQueue, DeliveryToken } from '../../use-cases/callbacks/ports.ts';

/** The queue that wakes whoever delivers. */
export function deliveryQueue(client: SQSClient, url: string): DeliveryQueue {
  return {
    async send(tokens) {
      await Promise.all(
        tokens.map((token) =>
          client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(token) })),
        ),
      );
    },
  };
}

/**
 * What a message says: something to deliver, or `sweep`, which the schedule says each minute.
 *
 * @throws Error it is none of ours
 */
export function readToken(body: string): DeliveryToken | 'sweep' {
  const told: unknown = JSON.parse(body);
  const { sweep, appId, endpointId, lane, isNo } = told as { readonly [name: string]: unknown };
  if (sweep === true) return 'sweep';
  if (typeof appId !== 'string' || typeof endpointId !== 'string') throw new Error('This is no token.');
  return { appId, endpointId, ...(typeof lane === 'string' && { lane }), ...(isNo === true && { isNo }) };
}
