import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eventBridgeBus, eventBridgeClient } from '../adapters/aws/event-bus.ts';
import { sqsClient, sqsQueue } from '../adapters/aws/parcel-queue.ts';
import { appStore } from '../adapters/dynamodb/admin/app-store.ts';
import { listeningEndpoints, owedEvents } from '../adapters/dynamodb/callbacks/owed-events.ts';
import { eventPeople } from '../adapters/dynamodb/directory/event-people.ts';
import { eventRows } from '../adapters/dynamodb/directory/event-rows.ts';
import { asideTokens } from '../adapters/dynamodb/events/aside-tokens.ts';
import { lanesOf } from '../adapters/dynamodb/events/parse-tokens.ts';
import { environment } from '../contract/environment.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { givenBack } from '../edge/runtime/handed-over.ts';
import { requireEnv } from '../edge/runtime/require-env.ts';
import { systemClock } from '../edge/runtime/system-clock.ts';
import { type PublishDeps, publishLanes } from '../use-cases/events/publish-events.ts';
import { bodies } from './deps/callbacks/bodies.ts';
import { toldDead } from './deps/callbacks/told-delivery.ts';
import { toldPublication } from './deps/callbacks/told-publication.ts';
import { waker } from './deps/callbacks/waker.ts';
import { openTable } from './deps/stage/open-table.ts';

/**
 * Publishes what tokens point at: everything of a lane that is not published, in its order, on the bus and to the endpoints of its app.
 * Fed by two queues; whatever cannot be handed on comes again.
 */
export const publishEvents = (deps: PublishDeps) =>
  eventEndpoint(async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const { lanes, unread } = lanesOf(Records);
    const published = await publishLanes(deps, lanes);
    toldPublication(published, deps.now());
    return givenBack([...unread, ...lanes.filter((lane) => published.left.has(lane)).flatMap(({ ids }) => ids)]);
  });

export const handler = coldStart(() => {
  const [table, sqs] = [openTable(), sqsClient()];
  return {
    rows: eventRows(table, systemClock),
    apps: appStore(table, systemClock),
    people: eventPeople(table),
    bus: eventBridgeBus(eventBridgeClient(), requireEnv(environment.eventBusName)),
    endpoints: listeningEndpoints(table),
    deliveries: owedEvents(table, {
      queue: waker(sqs),
      bodyOf: bodies,
      now: systemClock,
      onTooLarge: toldDead,
    }),
    aside: asideTokens(sqsQueue(sqs, requireEnv(environment.eventsAsideUrl), true)),
    now: systemClock,
  };
}, publishEvents);
