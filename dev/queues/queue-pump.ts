import { setTimeout as wait } from 'node:timers/promises';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import type { FunctionPool } from '../functions/functions.ts';
import { localAccount, localRegion } from '../template/template.ts';
import { type LocalQueue, md5, type QueueStore, type Received } from './queue-store.ts';

/** A queue that feeds a function. */
export interface QueueMapping {
  readonly queueId: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly reportsItemFailures: boolean;
}

export interface QueuePump {
  /** Delivers what can be dealt with now; resolves when every function has. What was given back waits for its time. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

const pollMs = 100;
/** Runs at once that take from one queue without order; Lambda begins with so many. */
const runsAtOnce = 5;

/**
 * Calls the functions with what lies in their queues, each queue by itself. What a function gives back, or all when it fails, stays hidden
 * for the visibility timeout and comes again; after its tries a message goes to the dead letters. Those end with `deadLetter`.
 */
export function startQueuePump(
  store: QueueStore,
  queues: readonly LocalQueue[],
  mappings: readonly QueueMapping[],
  invoke: FunctionPool['invoke'],
  deadLetter: (name: string, event: unknown, error: string) => void,
): QueuePump {
  const stopping = new AbortController();

  async function feed(mapping: QueueMapping): Promise<void> {
    const queue = store.find(mapping.queueId);
    while (queue !== undefined && !stopping.signal.aborted) {
      const taken = store.receive(queue, mapping.batchSize);
      if (taken.length === 0) return;
      const event: SQSEvent = { Records: taken.map((each) => toRecord(queue, each)) };
      const invocation = await invoke(mapping.functionName, event);
      if (invocation.ok) store.remove(dealtWith(mapping, taken, invocation.payload));
    }
  }

  /** What lies in a queue that feeds nobody is for a person to look at. */
  function writeDown(): void {
    const unread = queues.filter(({ id }) => !mappings.some(({ queueId }) => queueId === id));
    for (const queue of unread) {
      const found = store.receive(queue, 1000);
      for (const { body } of found) deadLetter(queue.id, { body }, 'dead letter');
      store.remove(found.map(({ id }) => id));
    }
  }

  const isOrdered = ({ queueId }: QueueMapping) => store.find(queueId)?.inOrder !== false;
  // A run that hangs keeps nobody else waiting where nothing is in order.
  const runs = mappings.flatMap((mapping) =>
    Array.from({ length: isOrdered(mapping) ? 1 : runsAtOnce }, () => mapping),
  );
  const turns = runs.map((mapping) => {
    let turn: Promise<void> = Promise.resolve();
    return () => {
      turn = turn
        .then(() => feed(mapping))
        .catch((error: unknown) => {
          if (!stopping.signal.aborted) console.error(`Queue: ${error instanceof Error ? error.message : 'failed'}`);
        });
      return turn;
    };
  });
  const drain = async (): Promise<void> => {
    await Promise.all(turns.map((turn) => turn()));
    writeDown();
  };
  const running = Promise.all(
    turns.map(async (turn) => {
      while (!stopping.signal.aborted) {
        await turn();
        writeDown();
        await wait(pollMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }),
  );

  return {
    drain,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** Without partial failures a batch is done whole; an unknown identifier means all of it (Lambda developer guide, "SQS"). */
function dealtWith(mapping: QueueMapping, taken: readonly Received[], payload: unknown): readonly string[] {
  const ids = taken.map(({ id }) => id);
  if (!mapping.reportsItemFailures || payload === null || typeof payload !== 'object') return ids;
  const { batchItemFailures } = payload as { batchItemFailures?: readonly { itemIdentifier?: unknown }[] | null };
  const failed = (batchItemFailures ?? []).map(({ itemIdentifier }) => String(itemIdentifier));
  return failed.every((each) => ids.includes(each)) ? ids.filter((id) => !failed.includes(id)) : [];
}

function toRecord(queue: LocalQueue, { id, body, group, sentAt, receives }: Received): SQSRecord {
  return {
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: String(sentAt),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(sentAt),
      ...(group !== undefined && { MessageGroupId: group }),
    },
    messageAttributes: {},
    md5OfBody: md5(body),
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:${localRegion}:${localAccount}:${queue.id}`,
    awsRegion: localRegion,
  };
}
