import { createHash } from 'node:crypto';
import {
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  type SendMessageBatchResult,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Handover, Parcel, ParcelQueue } from '../../use-cases/relay/ports.ts';

/** Limits of one request: messages, and bytes of all of them together. Since 2025 SQS takes a MiB; nothing of ours comes near either. */
const mostParcels = 10;
export const mostBytes = 256 * 1024;
const largest = 1024 * 1024;

/** What SQS says of a message that it will never take. Everything else may be otherwise another time: throttles, outages, rights. */
const forGood: ReadonlySet<string> = new Set(['InvalidMessageContents', 'BatchRequestTooLong']);

/** A message that no queue takes. */
class ParcelRefusedError extends Error {
  override readonly name: string;
  constructor(code: string) {
    super(`The queue refused a parcel: ${code}.`);
    this.name = `ParcelRefused.${code}`;
  }
}

/** The client of all queues. A request that hangs is given up before the function is. */
export const sqsClient = (): SQSClient =>
  new SQSClient({
    maxAttempts: 2,
    // The address of a queue is not where requests go: that is the service's, also where there is another one (`AWS_ENDPOINT_URL_SQS`).
    useQueueUrlAsEndpoint: false,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 4000, throwOnRequestTimeout: true },
  });

/** A queue of SQS. @param inOrder whether it is a FIFO queue */
export function sqsQueue(client: SQSClient, url: string, inOrder: boolean): ParcelQueue {
  const sendSome = async (parcels: readonly Parcel[]): Promise<readonly Handover[]> => {
    if (parcels.some(({ body }) => body.length > largest)) {
      return parcels.map(() => ({ outcome: 'refused', error: new ParcelRefusedError('TooLong') }));
    }
    const Entries = parcels.map(
      ({ group, key, body }, index): SendMessageBatchRequestEntry => ({
        Id: String(index),
        MessageBody: body,
        ...(inOrder && { MessageGroupId: idOf(group), MessageDeduplicationId: idOf(key) }),
      }),
    );
    try {
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
      return parcels.map((_, index) => handoverOf(Failed.find(({ Id }) => Id === String(index))));
    } catch (error) {
      const isRefused = parcels.length === 1 && error instanceof Error && forGood.has(error.name);
      return parcels.map(() => ({ outcome: isRefused ? 'refused' : 'failed', error }));
    }
  };

  return {
    async send(parcels) {
      const batches = inBatches(parcels);
      return (await Promise.all(batches.map(sendSome))).flat();
    },
  };
}

/** SQS takes ids of 1 to 128 visible characters of ASCII. Ours are; whatever else ever comes must not stop what stands behind it. */
function idOf(text: string): string {
  return /^[!-~]{1,128}$/.test(text) ? text : createHash('sha256').update(text).digest('hex');
}

type Failure = NonNullable<SendMessageBatchResult['Failed']>[number];

function handoverOf(failure: Failure | undefined): Handover {
  if (failure === undefined) return { outcome: 'taken' };
  const { Code = 'unnamed' } = failure;
  return { outcome: forGood.has(Code) ? 'refused' : 'failed', error: new ParcelRefusedError(Code) };
}

/** As many as one request takes; what is too large by itself goes alone, and is refused alone. */
function inBatches(parcels: readonly Parcel[]): readonly (readonly Parcel[])[] {
  const batches: Parcel[][] = [];
  let bytes = 0;
  for (const parcel of parcels) {
    const batch = batches.at(-1);
    bytes += parcel.body.length;
    if (batch !== undefined && batch.length < mostParcels && bytes <= mostBytes) batch.push(parcel);
    else {
      batches.push([parcel]);
      bytes = parcel.body.length;
    }
  }
  return batches;
}
