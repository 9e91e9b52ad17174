import type { SQSBatchResponse } from 'aws-lambda';
import { expect } from 'vitest';
import { eventPeople } from '../../../lambdas/adapters/dynamodb/directory/event-people.ts';
import { asideTokens } from '../../../lambdas/adapters/dynamodb/events/aside-tokens.ts';
import { eventOutbox } from '../../../lambdas/adapters/dynamodb/events/event-outbox.ts';
import { eventRows } from '../../../lambdas/adapters/dynamodb/directory/event-rows.ts';
import { eventSchema } from '../../../lambdas/contract/events/catalogue.ts';
import type { App } from '../../../lambdas/domain/app/app.ts';
import type { LaneEvent, OutboundEvent } from '../../../lambdas/domain/events/event.ts';
import { publishEvents } from '../../../lambdas/handlers/publish-events.ts';
import { relay } from '../../../lambdas/handlers/relay.ts';
import type { Endpoint, EventBus, Published } from '../../../lambdas/use-cases/events/ports.ts';
import type { PublishDeps } from '../../../lambdas/use-cases/events/publish-events.ts';
import type { Handover, Parcel } from '../../../lambdas/use-cases/relay/ports.ts';
import { lambdaContext } from '../api/lambda-context.ts';
import { acme, type LedgerBench, ledgerBench } from '../ledger/ledger-bench.ts';
import { notingQueue, sqsRecord } from '../ledger/parcels.ts';
import { streamOf } from '../table/stream.ts';

/** The real relay and the real publisher on the real table, between them queues that hold what they are given. */
export interface EventBench extends LedgerBench {
  /** Settings of the app; change them and they count. */
  app: App;
  /** What the bus says of an event. */
  busSays: (event: OutboundEvent) => Published;
  queueSays: (parcel: Parcel) => Handover;
  readonly onBus: OutboundEvent[];
  /** The sizes of what came to the bus at once. */
  readonly puts: number[];
  readonly endpoints: Endpoint[];
  readonly owed: { readonly endpointId: string; readonly lane: string; readonly events: readonly LaneEvent[] }[];
  /** Tokens that wait, by queue; whoever publishes takes them out. */
  readonly waiting: { readonly withdrawals: Parcel[]; readonly events: Parcel[] };
  readonly aside: Parcel[];
  /** Hands everything that the stream has said since to the relay; once more from the beginning with `again`. */
  relayAll(again?: 'again'): Promise<SQSBatchResponse>;
  /** Publishes what waits in a queue; what is given back waits again. */
  publish(...queues: readonly ('withdrawals' | 'events')[]): Promise<SQSBatchResponse>;
  /** All that there is, by relay, withdrawals first. */
  publishAll(): Promise<void>;
  readonly deps: PublishDeps;
}

export async function eventBench(): Promise<EventBench> {
  const ledger = await ledgerBench();
  const waiting = { withdrawals: [] as Parcel[], events: [] as Parcel[] };
  const aside: Parcel[] = [];
  const into = (list: Parcel[]) =>
    notingQueue((parcel) => {
      const said = bench.queueSays(parcel);
      // A FIFO queue drops the same once more.
      if (said.outcome === 'taken' && !list.some(({ group, key }) => group === parcel.group && key === parcel.key))
        list.push(parcel);
      return said;
    });
  const bus: EventBus = {
    put: async (events) => {
      bench.puts.push(events.length);
      // Whatever is published fits the catalogue, and has nothing that it does not tell of.
      for (const event of events) expect(eventSchema(event.type).parse(event)).toEqual(event);
      const said = events.map((event) => bench.busSays(event));
      bench.onBus.push(...events.filter((_, index) => said[index]?.outcome === 'taken'));
      return said;
    },
  };
  const deps: PublishDeps = {
    rows: eventRows(ledger.table, ledger.now),
    apps: { find: async (appId) => (appId === bench.app.appId ? bench.app : undefined) },
    people: eventPeople(ledger.table),
    bus,
    endpoints: {
      listening: async (appId, type) =>
        bench.endpoints.filter(
          (each) => each.appId === appId && each.state === 'on' && (each.types === 'all' || each.types.includes(type)),
        ),
    },
    deliveries: {
      owe: async ({ endpointId }, lane, events) => void bench.owed.push({ endpointId, lane, events }),
    },
    aside: asideTokens(into(aside)),
    now: ledger.now,
  };
  const queues = { withdrawals: into(waiting.withdrawals), events: into(waiting.events) };
  let heard = 0;

  const bench: EventBench = Object.assign(ledger, {
    app: acme,
    busSays: (): Published => ({ outcome: 'taken' }),
    queueSays: (): Handover => ({ outcome: 'taken' }),
    onBus: [],
    puts: [],
    endpoints: [],
    owed: [],
    waiting,
    aside,
    deps,
    async relayAll(again?: 'again') {
      const records = await streamOf(ledger);
      const Records = again === 'again' ? records : records.slice(heard);
      const events = eventOutbox({ table: ledger.table, queues, now: ledger.now });
      const run = relay({
        queues: { replies: notingQueue(), charges: notingQueue(), events },
        aside: into(aside),
        now: ledger.now,
      });
      const said = await run({ Records }, lambdaContext());
      if (said.batchItemFailures.length === 0) heard = records.length;
      return said as SQSBatchResponse;
    },
    async publish(...names: readonly ('withdrawals' | 'events')[]) {
      const taken = names.flatMap((name) => waiting[name].splice(0).map((parcel) => ({ name, parcel })));
      const Records = taken.map(({ parcel }, index) => sqsRecord(parcel, `m${index}`));
      const said = await publishEvents(deps)({ Records }, lambdaContext());
      const back = said.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
      for (const [index, { name, parcel }] of taken.entries())
        if (back.includes(`m${index}`)) waiting[name].push(parcel);
      return said;
    },
    async publishAll() {
      await bench.relayAll();
      await bench.publish('withdrawals');
      await bench.publish('events');
    },
  } satisfies Omit<EventBench, keyof LedgerBench>);
  return bench;
}

export const endpoint = (endpointId: string, types: Endpoint['types'] = 'all'): Endpoint => ({
  endpointId,
  appId: 'acme',
  url: `https://shop.example/${endpointId}`,
  types,
  format: 'standard',
  state: 'on',
});
