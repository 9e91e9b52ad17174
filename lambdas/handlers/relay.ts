import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { sqsClient, sqsQueue } from '../adapters/aws/parcel-queue.ts';
import { countedParcel, keyParcel } from '../adapters/dynamodb/entries/counted-change.ts';
import { parcelFor } from '../adapters/dynamodb/entries/parcel.ts';
import { eventOutbox } from '../adapters/dynamodb/events/event-outbox.ts';
import { openedWindowParcel } from '../adapters/dynamodb/events/opened-window.ts';
import { type ConsumerName, consumerNames, consumers } from '../contract/consumers.ts';
import { environment } from '../contract/environment.ts';
import { metrics } from '../contract/metrics.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { countMetric } from '../edge/runtime/count-metric.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { readOver } from '../edge/runtime/handed-over.ts';
import { logger } from '../edge/runtime/logger.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import type { Clock } from '../use-cases/ledger/ports.ts';
import { handOn } from '../use-cases/relay/hand-on.ts';
import type { ParcelQueue } from '../use-cases/relay/ports.ts';
import { openTable } from './deps/stage/open-table.ts';

export interface RelayDeps {
  readonly queues: Readonly<Record<ConsumerName, ParcelQueue>>;
  /** Takes the keys of entries that no queue takes. */
  readonly aside: ParcelQueue;
  readonly now: Clock;
}

/**
 * The one reader of the table's stream: tells each consumer what concerns it, and who counts which state or window counts otherwise by
 * now, and does nothing else. A record that cannot be handed on
 * is reported, and comes again with all that follow it. What a queue will never take is set aside by its key, and holds up nobody.
 */
export const relay = ({ queues, aside, now }: RelayDeps) =>
  eventEndpoint(async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const errands = Records.flatMap((record) => {
      const counted = readOver(() => countedParcel(record), now());
      return [
        ...consumerNames.map((name) => ({ queue: queues[name], parcel: parcelFor(consumers[name], record) })),
        // A state that nobody can read holds up nobody: what it counts as is told with its next change.
        counted === 'unread' ? { queue: aside, parcel: keyParcel(record) } : { queue: queues.charges, parcel: counted },
        { queue: queues.events, parcel: openedWindowParcel(record, now()) },
      ].flatMap(({ queue, parcel }) => (parcel === undefined ? [] : [{ record: placeOf(record), queue, parcel }]));
    });
    const { failed, errors } = await handOn(errands, aside);
    for (const error of new Set(errors)) logger.failure('entry not handed on', error);
    if (failed.size > 0) countMetric(metrics.relayFailed, failed.size, now());
    return { batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })) };
  });

const placeOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? '';

export const handler = coldStart(() => {
  const client = sqsClient();
  const queueAt = (url: string, inOrder: boolean): ParcelQueue => sqsQueue(client, requireEnv(url), inOrder);
  const queueOf = (name: ConsumerName) => queueAt(consumers[name].queueUrl, consumers[name].inOrder);
  const tokens = { events: queueOf('events'), withdrawals: queueAt(environment.withdrawalsQueueUrl, true) };
  const events = eventOutbox({ table: openTable(), queues: tokens, now: systemClock });
  return {
    queues: { replies: queueOf('replies'), charges: queueOf('charges'), events },
    aside: queueAt(environment.relayAsideUrl, false),
    now: systemClock,
  };
}, relay);
