import type { SQSEvent } from 'aws-lambda';
import { bodyOf } from '../../../lambdas/adapters/callbacks/body-of.ts';
import { callbackSecrets } from '../../../lambdas/adapters/callbacks/callback-secrets.ts';
import { type Post, sendDelivery } from '../../../lambdas/adapters/callbacks/send-delivery.ts';
import { deliveryReader } from '../../../lambdas/adapters/dynamodb/callbacks/delivery-reader.ts';
import { dueLanes } from '../../../lambdas/adapters/dynamodb/callbacks/due-lanes.ts';
import { endpointKeeper } from '../../../lambdas/adapters/dynamodb/callbacks/endpoint-keeper.ts';
import { endpointStore } from '../../../lambdas/adapters/dynamodb/callbacks/endpoint-store.ts';
import { laneStore } from '../../../lambdas/adapters/dynamodb/callbacks/lane-store.ts';
import { listeningEndpoints, owedEvents } from '../../../lambdas/adapters/dynamodb/callbacks/owed-events.ts';
import { type DocumentTable, documentTable } from '../../../lambdas/adapters/dynamodb/table/document-table.ts';
import type { Posted } from '../../../lambdas/adapters/http/safe-post.ts';
import type { CallbackEndpoint } from '../../../lambdas/domain/callbacks/endpoint.ts';
import type { OutboundEvent } from '../../../lambdas/domain/events/event.ts';
import type { EventType } from '../../../lambdas/domain/events/event-types.ts';
import { deliverEvents } from '../../../lambdas/handlers/deliver-events.ts';
import type { DeliveryToken } from '../../../lambdas/use-cases/callbacks/ports.ts';
import type { ReplayDeps } from '../../../lambdas/use-cases/callbacks/replay.ts';
import type { WorkDeps } from '../../../lambdas/use-cases/callbacks/work-through.ts';
import { lambdaContext } from '../api/lambda-context.ts';
import { freshTable } from '../table/table.ts';

/** What a receiver was sent. */
export interface Arrived {
  readonly url: string;
  readonly id: string;
  readonly type: string;
  readonly userId: string | undefined;
  readonly sequence: number | undefined;
  readonly at: number;
  readonly headers: Readonly<Record<string, string>>;
}

export const took: Posted = { kind: 'answered', status: 200, headers: {} };
export const status = (code: number, headers = {}): Posted => ({ kind: 'answered', status: code, headers });

export const noon = Date.UTC(2026, 10, 27, 12);
const minute = 60_000;

/** Callback addresses on a table, with a queue and a receiver in memory, and a clock that a test moves. */
export async function callbackBench() {
  const { client, endpoint: databaseEndpoint, tableName } = await freshTable();
  const consumed: { operation: string; readUnits: number; writeUnits: number }[] = [];
  const table: DocumentTable = documentTable(tableName, (each) => consumed.push(each), {
    endpoint: databaseEndpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const tokens: (DeliveryToken | 'sweep')[] = [];
  const arrived: Arrived[] = [];
  const [dead, off]: [string[], string[]] = [[], []];
  let clock = noon;
  const now = () => clock;
  const post: Post = async (url, { headers, body }) => {
    const { id, type, userId, sequence } = JSON.parse(body) as OutboundEvent;
    const one = { url, id, type, userId, sequence, at: clock, headers };
    arrived.push(one);
    return bench.receiver(one);
  };
  const queue = {
    send: async (more: readonly DeliveryToken[]) => {
      tokens.push(...more);
    },
  };
  const deps: WorkDeps = {
    endpoints: endpointKeeper(table),
    lanes: laneStore(table, now),
    due: dueLanes(table),
    queue,
    send: sendDelivery(
      callbackSecrets(async () => 'ab'.repeat(32)),
      post,
    ),
    now,
    random: () => 0,
    hasTime: () => true,
    on: { dead: ({ eventId }) => dead.push(eventId), switchedOff: ({ endpointId }) => off.push(endpointId) },
  };
  const bodies = bodyOf((event) => (event.type === 'user.opted_out' ? `{"gupshup":"${event.id}"}` : undefined));
  const owed = owedEvents(table, { queue, bodyOf: bodies, now, onTooLarge: ({ eventId }) => dead.push(eventId) });
  let order = 0;
  const eventOf = (lane: string, at: number, type: EventType, more: object = {}) =>
    ({
      id: `evt_${lane}_${at}`,
      type,
      version: 1,
      timestamp: new Date(clock).toISOString(),
      appId: 'acme',
      userId: `usr_${lane}`,
      sequence: at,
      data: {},
      ...more,
    }) as unknown as OutboundEvent;

  const bench = {
    table,
    client,
    consumed,
    deps,
    queue,
    tokens,
    arrived,
    dead,
    off,
    now,
    endpoints: endpointStore(table),
    reader: deliveryReader(table),
    listening: listeningEndpoints(table),
    owed,
    /** What the receiver answers. */
    receiver: (_one: Arrived): Posted | Promise<Posted> => took,
    endpoint: (more: Partial<CallbackEndpoint> = {}): Promise<CallbackEndpoint> =>
      bench.endpoints.create({
        appId: 'acme',
        url: 'https://receiver.example/hook',
        types: 'all',
        format: 'standard',
        state: 'on',
        failures: 0,
        secretVersion: 1,
        createdAt: clock,
        ...more,
      }),
    /** Owes events to an endpoint, as the publisher does. */
    async owe(endpoint: CallbackEndpoint, lane: string, ...types: readonly EventType[]): Promise<void> {
      const events = types.map((type) => {
        order += 1;
        return { order, event: eventOf(lane, order, type) };
      });
      await owed.owe(endpoint, lane, events);
    },
    eventOf,
    /** Runs the function on what lies in the queue, until nothing does. What it gives back stays there for the next time. */
    async drain(): Promise<void> {
      const back: (DeliveryToken | 'sweep')[] = [];
      while (tokens.length > 0) {
        const batch = tokens.splice(0, 10);
        back.push(...(await bench.run(batch)));
      }
      tokens.push(...back);
    },
    /** One run of the function. @returns what it gave back */
    async run(batch: readonly (DeliveryToken | 'sweep')[], given: Partial<WorkDeps> = {}) {
      const Records = batch.map((token, index) => ({
        messageId: String(index),
        body: JSON.stringify(token === 'sweep' ? { sweep: true } : token),
      }));
      const run = deliverEvents({ ...deps, ...given });
      const answer = await run({ Records } as unknown as SQSEvent, lambdaContext());
      return (answer?.batchItemFailures ?? []).flatMap(({ itemIdentifier }) => batch[Number(itemIdentifier)] ?? []);
    },
    /** So many minutes pass, and in each the schedule looks what is due. */
    async minutes(count: number): Promise<void> {
      for (let passed = 0; passed < count; passed += 1) {
        clock += minute;
        tokens.push('sweep');
        await bench.drain();
      }
    },
    /** Time passes without a look. */
    pass(ms: number): void {
      clock += ms;
    },
    replaying: (): ReplayDeps => ({
      ...{ reader: bench.reader, lanes: deps.lanes, due: deps.due, queue, bodyOf: bodies, now },
      sampleOf: (type) => eventOf('sample', 1, type),
      newName: () => 'test1',
    }),
    /** State of everything that was owed, oldest first. */
    async states(endpoint: CallbackEndpoint): Promise<string[]> {
      const { data } = await bench.reader.list('acme', endpoint.endpointId, {}, 100, undefined);
      return data
        .toSorted((a, b) => a.order - b.order)
        .map(({ type, state, attempts }) => `${type.split('.')[1]} ${state} ${attempts}`);
    },
  };
  return bench;
}

export type CallbackBench = Awaited<ReturnType<typeof callbackBench>>;
