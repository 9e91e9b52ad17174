import { setTimeout as wait } from 'node:timers/promises';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import type { FunctionPool } from '../functions/functions.ts';
import { bell } from '../machine/bell.ts';
import type { KeptFile } from '../machine/kept-file.ts';
import { localRegion } from '../template/template.ts';
import { type EventPattern, passesFilter } from './event-filter.ts';
import { toLambdaRecord } from './stream-record.ts';

/** A table stream that feeds a function. */
export interface StreamMapping {
  readonly id: string;
  readonly functionName: string;
  readonly batchSize: number;
  readonly patterns: readonly EventPattern[];
  /** After so many further tries a record goes to the dead letters. Infinity: it never does, and the stream waits for it. */
  readonly maximumRetries: number;
  readonly reportsItemFailures: boolean;
}

/** Last sequence number that a mapping has dealt with, by mapping and shard. */
export type StreamPositions = Readonly<Record<string, string>>;

export interface StreamPump {
  /** Delivers what the stream holds now and resolves when every mapping has dealt with it, or waits before it tries again. */
  drain(): Promise<void>;
  /** Something was written to the table: it is read now. */
  wake(): void;
  /** The last sequence number up to which every mapping has dealt with everything; absent = one has not begun. */
  dealtWith(): string | undefined;
  stop(): Promise<void>;
}

/** How long nobody looks whether something was written of which we are not told: by the lifetimes of items, by other programs. */
const idleMs = 1000;
/** Between two reads, so that what is written together is read together (Lambda reads a stream four times a second). */
const restMs = 100;

/**
 * Reads the table's stream and calls the functions that are mapped to it: filtered, in batches, in order. A batch that
 * fails is tried again from its first failed record; a record that keeps failing goes to `deadLetter`, if its mapping gives up at all.
 * Positions are kept, so that a restart goes on where the last run stopped.
 */
export async function startStreamPump(
  table: { readonly client: DynamoDBClient; readonly endpoint: string; readonly name: string },
  mappings: readonly StreamMapping[],
  invoke: FunctionPool['invoke'],
  positions: KeptFile<StreamPositions>,
  deadLetter: (functionName: string, event: unknown, error: string) => void,
): Promise<StreamPump> {
  const described = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
  const streamArn = described.Table?.LatestStreamArn;
  if (streamArn === undefined) throw new Error(`The table ${table.name} has no stream; replies would never be sent.`);
  const streams = new DynamoDBStreamsClient({
    endpoint: table.endpoint,
    region: localRegion,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  // It goes through all records of each answer, for a logger that is not there.
  streams.middlewareStack.remove('loggerMiddleware');
  const stopping = new AbortController();
  const written = bell();
  let kept = positions.read();
  let turn: Promise<void> = Promise.resolve();
  /** Asked for at the start, and again when one of them has ended: the embedded database counts all its records for it. */
  let shards: readonly string[] | undefined;
  const ended = new Set<string>();
  /** Where to read on, by mapping and shard. */
  const iterators = new Map<string, string>();
  const placeOf = (mapping: StreamMapping, shardId: string): string => `${mapping.id} ${shardId}`;

  async function describedShards(): Promise<readonly string[]> {
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn: streamArn }));
    return (StreamDescription?.Shards ?? []).flatMap(({ ShardId }) => ShardId ?? []);
  }

  async function pump(): Promise<void> {
    shards ??= await describedShards();
    const before = kept;
    // Written once for all: a file that takes the place of another costs milliseconds, and what is delivered again does no harm.
    try {
      for (const shardId of shards) {
        for (const mapping of mappings) {
          let more = !ended.has(placeOf(mapping, shardId));
          while (more && !stopping.signal.aborted) more = await advance(mapping, shardId);
        }
      }
    } finally {
      if (kept !== before) positions.write(kept);
    }
  }

  /** Deals with the next records of one shard for one mapping; says whether there were any. */
  async function advance(mapping: StreamMapping, shardId: string): Promise<boolean> {
    const place = placeOf(mapping, shardId);
    const { records, next } = await readOn(place, shardId);
    // Kept only when all of them were dealt with: whoever has not begins at its position again.
    iterators.delete(place);
    const readUpTo = (): void => {
      if (next !== undefined) return void iterators.set(place, next);
      ended.add(place);
      shards = undefined;
    };
    const last = records.at(-1)?.dynamodb?.SequenceNumber;
    if (last === undefined) {
      readUpTo();
      return false;
    }
    const keep = (sequence: string): void => {
      kept = { ...kept, [place]: sequence };
    };
    const wanted = records.filter((record) => passesFilter(mapping.patterns, record));
    for (let start = 0; start < wanted.length; start += mapping.batchSize) {
      if (!(await deliver(mapping, wanted.slice(start, start + mapping.batchSize), keep))) return false;
    }
    keep(last);
    readUpTo();
    return true;
  }

  async function readOn(place: string, shardId: string) {
    const iterator = iterators.get(place) ?? (await iteratorAfter(shardId, kept[place]));
    // Should it have expired, the next turn makes another.
    iterators.delete(place);
    const { Records = [], NextShardIterator } = await streams.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }),
    );
    return { records: Records.map(toLambdaRecord), next: NextShardIterator };
  }

  async function iteratorAfter(shardId: string, position: string | undefined): Promise<string | undefined> {
    const from =
      position === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' as const }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: position };
    const { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ...from }),
    );
    return ShardIterator;
  }

  /** False when the pump was stopped before the batch was dealt with: the next run begins with it again. */
  async function deliver(
    mapping: StreamMapping,
    batch: readonly DynamoDBRecord[],
    done: (sequence: string) => void,
  ): Promise<boolean> {
    let rest = batch;
    let size = batch.length;
    let tries = 0;
    while (rest.length > 0) {
      const part = rest.slice(0, size);
      const invocation = await invoke(mapping.functionName, { Records: part });
      if (stopping.signal.aborted) return false;
      const failedAt = invocation.ok ? firstFailure(mapping, part, invocation.payload) : 0;
      const passed = failedAt ?? part.length;
      if (passed > 0) {
        done(sequenceOf(part[passed - 1]));
        rest = rest.slice(passed);
        tries = 0;
      }
      if (failedAt === undefined) continue;
      if (size > 1) {
        // One by one from here (where bisecting would end): only the poison record is given up, not its neighbours.
        size = 1;
        continue;
      }
      tries += 1;
      // With the next poll.
      if (mapping.maximumRetries === Number.POSITIVE_INFINITY) return false;
      if (tries <= mapping.maximumRetries) continue;
      deadLetter(
        mapping.functionName,
        { Records: rest.slice(0, 1) },
        invocation.ok ? 'batchItemFailures' : invocation.error.errorType,
      );
      done(sequenceOf(rest[0]));
      rest = rest.slice(1);
      tries = 0;
    }
    return true;
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      turn = turn.then(pump);
      await turn.catch((error: unknown) => {
        turn = Promise.resolve();
        if (!stopping.signal.aborted)
          console.error(`Table stream: ${error instanceof Error ? error.message : 'failed'}`);
      });
      await wait(restMs);
      await written.rung(idleMs, stopping.signal);
    }
  }
  const running = run();

  return {
    drain: () => {
      turn = turn.then(pump);
      return turn;
    },
    wake: written.ring,
    dealtWith() {
      const places = (shards ?? []).flatMap((shardId) => mappings.map((mapping) => kept[placeOf(mapping, shardId)]));
      if (places.length === 0 || places.includes(undefined)) return undefined;
      return places.reduce((least, place) => (BigInt(place ?? 0) < BigInt(least ?? 0) ? place : least));
    },
    async stop() {
      stopping.abort();
      await running;
      streams.destroy();
    },
  };
}

const sequenceOf = (record: DynamoDBRecord | undefined): string => record?.dynamodb?.SequenceNumber ?? '';

/** Index of the first record to try again; `undefined` when all are done (Lambda developer guide, "Partial batch response"). */
function firstFailure(mapping: StreamMapping, batch: readonly DynamoDBRecord[], payload: unknown): number | undefined {
  if (!mapping.reportsItemFailures || payload === null || typeof payload !== 'object') return undefined;
  const failures =
    (payload as { batchItemFailures?: { itemIdentifier?: string | null }[] | null }).batchItemFailures ?? [];
  if (failures.length === 0) return undefined;
  const indexes = failures.map(({ itemIdentifier }) =>
    batch.findIndex((record) => sequenceOf(record) === itemIdentifier),
  );
  // An empty or unknown identifier means the whole batch.
  return Math.max(0, Math.min(...indexes));
}
