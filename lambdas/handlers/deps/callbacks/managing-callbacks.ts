import { randomBytes } from 'node:crypto';
import { sqsClient } from '../../../adapters/aws/parcel-queue.ts';
import { callbackSecrets } from '../../../adapters/callbacks/callback-secrets.ts';
import { appStore } from '../../../adapters/dynamodb/admin/app-store.ts';
import { auditStore } from '../../../adapters/dynamodb/admin/audit-store.ts';
import { keyRate } from '../../../adapters/dynamodb/admin/key-rate.ts';
import { deliveryReader } from '../../../adapters/dynamodb/callbacks/delivery-reader.ts';
import { dueLanes } from '../../../adapters/dynamodb/callbacks/due-lanes.ts';
import { endpointStore } from '../../../adapters/dynamodb/callbacks/endpoint-store.ts';
import { laneStore } from '../../../adapters/dynamodb/callbacks/lane-store.ts';
import { stageKey } from '../../../adapters/dynamodb/table/stage-key.ts';
import type { CallbackDeps } from '../../../edge/api/callbacks/callback-routes.ts';
import type { EventTypeDeps } from '../../../edge/api/callbacks/event-type-routes.ts';
import { cursors } from '../../../edge/http/cursor.ts';
import type { Gate } from '../../../edge/http/http-endpoint.ts';
import { systemClock } from '../../../edge/runtime/system-clock.ts';
import type { CheckUrl } from '../../../use-cases/callbacks/ports.ts';
import { openTable } from '../stage/open-table.ts';
import { bodies } from './bodies.ts';
import { eventCatalogue, sampleEvent } from './event-catalogue.ts';
import { waker } from './waker.ts';

/** What the API of callback addresses works with. @param checkUrl whether we would send to a URL */
export function managingCallbacks(checkUrl: CheckUrl): CallbackDeps & EventTypeDeps & Gate {
  const table = openTable();
  const stage = stageKey(table);
  return {
    apps: appStore(table, systemClock),
    audit: auditStore(table, systemClock),
    rate: keyRate(table, systemClock),
    endpoints: endpointStore(table),
    secrets: callbackSecrets(stage),
    checkUrl,
    reader: deliveryReader(table),
    lanes: laneStore(table, systemClock),
    due: dueLanes(table),
    queue: waker(sqsClient()),
    bodyOf: bodies,
    eventTypes: eventCatalogue,
    sampleOf: sampleEvent,
    newName: () => randomBytes(11).toString('hex'),
    cursors: cursors(stage),
    now: systemClock,
  };
}
