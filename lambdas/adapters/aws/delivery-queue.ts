import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { DeliveryQueue, DeliveryToken } from '../../use-cases/callbacks/ports.ts';

/**
 * The queues that wake whoever delivers: one for noes, and for work on what is due, which noes are among; and one for everything else, in
 * which a campaign may wait.
 */
export function deliveryQueue(
  client: SQSClient,
  { url, noesUrl }: { readonly url: string; readonly noesUrl: string },
): DeliveryQueue {
  const queueOf = ({ lane, isNo }: DeliveryToken): string => (lane === undefined || isNo === true ? noesUrl : url);
  return {
    async send(tokens) {
      await Promise.all(
        tokens.map((token) =>
          client.send(new SendMessageCommand({ QueueUrl: queueOf(token), MessageBody: JSON.stringify(token) })),
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
