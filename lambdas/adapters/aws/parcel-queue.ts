import { createHash } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Handover, Parcel, ParcelQueue } from '../../use-cases/relay/ports.ts';

/** Bytes of one message of SQS; nothing of ours comes near. */
const largest = 1024 * 1024;

/** What SQS says of a message that it will never take. Everything else may be otherwise another time: throttles, outages, rights. */
const forGood: ReadonlySet<string> = new Set(['InvalidMessageContents']);

/** A parcel that is too long for any queue. */
class TooLongError extends Error {
  override readonly name = 'ParcelTooLong';
}

/** The client of all queues. A request that hangs is given up before the function is. */
export const sqsClient = (): SQSClient =>
  new SQSClient({
    maxAttempts: 2,
    // The address of a queue is not where requests go: that is the service's, also where there is another one (`AWS_ENDPOINT_URL_SQS`).
    useQueueUrlAsEndpoint: false,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  });

/** A queue of SQS. One request a parcel, side by side: a batch would fail in parts, and its cost is no matter. @param inOrder whether it is FIFO */
export function sqsQueue(client: SQSClient, url: string, inOrder: boolean): ParcelQueue {
  const sendOne = async ({ group, key, body }: Parcel): Promise<Handover> => {
    if (body.length > largest) return { outcome: 'refused', error: new TooLongError('No queue takes this.') };
    const ids = inOrder ? { MessageGroupId: idOf(group), MessageDeduplicationId: idOf(key) } : {};
    try {
      await client.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body, ...ids }));
      return { outcome: 'taken' };
    } catch (error) {
      const isForGood = error instanceof Error && forGood.has(error.name);
      return { outcome: isForGood ? 'refused' : 'failed', error };
    }
  };
  return { send: (parcels) => Promise.all(parcels.map(sendOne)) };
}

/** SQS takes ids of 1 to 128 visible characters of ASCII. Ours are; whatever else ever comes must not stop what stands behind it. */
function idOf(text: string): string {
  return /^[!-~]{1,128}$/.test(text) ? text : createHash('sha256').update(text).digest('hex');
}
