import { setTimeout as wait } from 'node:timers/promises';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import type { FunctionPool } from '../functions/functions.ts';
import { type Bell, bell } from '../machine/bell.ts';
import { localAccount, localRegion } from '../template/template.ts';
import { type LocalQueue, md5, type QueueStore, type Received } from './queue-store.ts';

/** A queue that feeds a function. */
export interface QueueMapping {
  readonly queueId: string;
  readonly functionName: string;
  readonly batchSize: number;
  /** How long what is put in is gathered before a run takes it, in milliseconds. */
  readonly windowMs: number;
  readonly reportsItemFailures: boolean;
}

export interface QueuePump {
  /** Delivers what can be dealt with now; resolves when every function has. What was given back waits for its time. */
  drain(): Promise<void>;
  stop(): Promise<void>;
}

/** What is put in is dealt with at once; what was hidden comes back within this time of its own. */
const pollMs = 1000;
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

  /** One who takes from a queue. Who has taken something calls the next one, so that a run that hangs keeps nobody waiting where nothing is in order. */
  interface Taker {
    readonly mapping: QueueMapping;
    readonly bell: Bell;
  }
  const isOrdered = ({ queueId }: QueueMapping) => store.find(queueId)?.inOrder !== false;
  const takers = mappings.flatMap((mapping): readonly Taker[] =>
    Array.from({ length: isOrdered(mapping) ? 1 : runsAtOnce }, () => ({ mapping, bell: bell() })),
  );
  /** Calls one who waits for what is put into a queue. */
  const call = (queueId: string): void => {
    const ofQueue = takers.filter(({ mapping }) => mapping.queueId === queueId);
    (ofQueue.find((taker) => taker.bell.isAwaited()) ?? ofQueue[0])?.bell.ring();
  };

  async function feed({ mapping }: Taker): Promise<void> {
    const queue = store.find(mapping.queueId);
    while (queue !== undefined && !stopping.signal.aborted) {
      const taken = store.receive(queue, mapping.batchSize);
      if (taken.length === 0) return;
      if (!queue.inOrder) call(queue.id);
      const event: SQSEvent = { Records: taken.map((each) => toRecord(queue, each)) };
      const invocation = await invoke(mapping.functionName, event);
      if (invocation.ok) store.remove(dealtWith(mapping, taken, invocation.payload));
    }
  }

  /** What lies in a queue that feeds nobody is for a person to look at. */
  const unread = queues.filter(({ id }) => !mappings.some(({ queueId }) => queueId === id));
  const deadBell = bell();
  function writeDown(): void {
    for (const queue of unread) {
      const found = store.receive(queue, 1000);
      for (const { body } of found) deadLetter(queue.id, { body }, 'dead letter');
      store.remove(found.map(({ id }) => id));
    }
  }
  store.listen((queueId) => {
    if (unread.some(({ id }) => id === queueId)) deadBell.ring();
    else call(queueId);
  });

  const turns = takers.map((taker) => {
    let turn: Promise<void> = Promise.resolve();
    return {
      take: () => {
        turn = turn
          .then(() => feed(taker))
          .catch((error: unknown) => {
            if (!stopping.signal.aborted) console.error(`Queue: ${error instanceof Error ? error.message : 'failed'}`);
          });
        return turn;
      },
      bell: taker.bell,
      windowMs: taker.mapping.windowMs,
      // The others of the queue are called when there is something to take.
      pollMs: takers.find(({ mapping }) => mapping === taker.mapping) === taker ? pollMs : 60 * pollMs,
    };
  });
  const drain = async (): Promise<void> => {
    await Promise.all(turns.map(({ take }) => take()));
    writeDown();
  };
  const untilStopped = async (
    run: () => Promise<void> | void,
    called: Bell,
    mostMs: number,
    windowMs = 0,
  ): Promise<void> => {
    while (!stopping.signal.aborted) {
      await run();
      await called.rung(mostMs, stopping.signal);
      if (windowMs > 0) await wait(windowMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = Promise.all([
    ...turns.map((each) => untilStopped(each.take, each.bell, each.pollMs, each.windowMs)),
    untilStopped(writeDown, deadBell, 60 * pollMs),
  ]);

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
