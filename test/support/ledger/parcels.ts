import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, SQSEvent, SQSRecord } from 'aws-lambda';
import { type ConsumerName, consumerNames } from '../../../lambdas/contract/consumers.ts';
import { relay } from '../../../lambdas/handlers/relay.ts';
import type { Handover, Parcel, ParcelQueue } from '../../../lambdas/use-cases/relay/ports.ts';
import { lambdaContext } from '../api/lambda-context.ts';

/** What the stream says of a new item: the form that DynamoDB itself gives it. */
export function streamRecord(item: object, sequence: number | string): DynamoDBRecord {
  const image = marshall(item, { removeUndefinedValues: true });
  return {
    eventID: `event-${sequence}`,
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-west-1',
    dynamodb: {
      Keys: { pk: image.pk, sk: image.sk },
      NewImage: image,
      SequenceNumber: String(sequence),
      SizeBytes: 300,
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  } as DynamoDBRecord;
}

/** Notes what it is sent, and says of each parcel what `says` says. */
export function notingQueue(
  says: (parcel: Parcel) => Handover = () => ({ outcome: 'taken' }),
): ParcelQueue & { readonly sent: Parcel[][]; readonly taken: Parcel[] } {
  const sent: Parcel[][] = [];
  const taken: Parcel[] = [];
  return {
    sent,
    taken,
    async send(parcels) {
      sent.push([...parcels]);
      const outcomes = parcels.map(says);
      taken.push(...parcels.filter((_, index) => outcomes[index]?.outcome === 'taken'));
      return outcomes;
    },
  };
}

/** A parcel as Lambda hands it on from the queue of its consumer. */
export function sqsRecord({ group, body }: Pick<Parcel, 'group' | 'body'>, messageId: string): SQSRecord {
  return {
    messageId,
    receiptHandle: messageId,
    body,
    attributes: { MessageGroupId: group, ApproximateReceiveCount: '1' },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:000000000000:queue',
    awsRegion: 'eu-west-1',
  } as unknown as SQSRecord;
}

/** What reaches a consumer of these records of the stream, through the real relay. Messages are called `m1`, `m2`, …. */
export async function relayed(name: ConsumerName, records: readonly DynamoDBRecord[]): Promise<SQSEvent> {
  const queues = Object.fromEntries(consumerNames.map((each) => [each, notingQueue()])) as Record<
    ConsumerName,
    ReturnType<typeof notingQueue>
  >;
  await relay({ queues, aside: notingQueue(), now: Date.now })({ Records: [...records] }, lambdaContext());
  return { Records: queues[name].taken.map((parcel, index) => sqsRecord(parcel, `m${index + 1}`)) };
}
