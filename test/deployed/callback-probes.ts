import { randomUUID } from 'node:crypto';
import { dueLanes } from '../../lambdas/adapters/dynamodb/callbacks/due-lanes.ts';
import { endpointStore } from '../../lambdas/adapters/dynamodb/callbacks/endpoint-store.ts';
import { laneStore } from '../../lambdas/adapters/dynamodb/callbacks/lane-store.ts';
import { documentTable } from '../../lambdas/adapters/dynamodb/table/document-table.ts';
import type { CallbackEndpoint } from '../../lambdas/domain/callbacks/endpoint.ts';
import type { OutboundEvent } from '../../lambdas/domain/events/event.ts';
import type { Shop } from '../support/journeys/shop.ts';
import { rowsOf } from '../support/journeys/target.ts';
import { expectStatus, type Probe } from './probe.ts';
import type { Stage } from './stage.ts';
import { handOn, switchOffMappings } from './table-stream.ts';

/** An endpoint put into the table by hand: no name leads anywhere on emulated AWS, so the API takes none. */
export function endpointOf(stage: Stage, { appId }: Shop): Promise<CallbackEndpoint> {
  return endpointStore(documentTable(stage.commands.exported('TABLE'))).create({
    appId,
    url: 'https://receiver.example/hook',
    types: 'all',
    format: 'standard',
    state: 'on',
    failures: 0,
    secretVersion: 1,
    createdAt: Date.now(),
  });
}

/** Manages an endpoint, and what it is owed; a no is sent again, which comes by another queue than a test. */
export function callbacksProbe(stage: Stage, shop: Shop): Probe {
  const { target } = shop;
  const lanes = laneStore(documentTable(stage.commands.exported('TABLE')), Date.now);
  return async () => {
    const endpoint = await endpointOf(stage, shop);
    const { endpointId } = endpoint;
    const path = `/v1/apps/${shop.appId}/callbacks/${endpointId}`;
    expectStatus(await shop.get('callbacks'), 200);
    expectStatus(await target.call('PATCH', path, { description: 'CRM' }), 200);
    const tested = await target.call('POST', `${path}/test`, { type: 'user.opted_out' });
    expectStatus(tested, 202);
    const listed = await target.call('GET', `${path}/deliveries`);
    expectStatus(listed, 200);
    if (rowsOf(listed).length === 0) throw new Error('What is owed is not listed.');
    expectStatus(await target.call('GET', `${path}/deliveries/${String(tested.body.deliveryId)}`), 200);
    const no = await lanes.add(endpoint, newLane(), optOut(endpoint), '{}', Date.now());
    await lanes.supersede(endpoint, no, 'evt_later');
    const again = await target.call('POST', `${path}/replay`, { deliveryIds: [no.deliveryId] });
    expectStatus(again, 200);
    if (again.body.replayed !== 1) throw new Error(`A no is not sent again: ${JSON.stringify(again.body)}`);
    expectStatus(await target.call('PATCH', path, { state: 'off' }), 200);
    expectStatus(await target.call('DELETE', path), 204);
  };
}

const newLane = () => `~${randomUUID().replaceAll('-', '').slice(0, 22)}`;

function optOut({ appId }: CallbackEndpoint): OutboundEvent {
  const event = { id: `evt_${newLane().slice(1)}`, type: 'user.opted_out', version: 1 };
  return { ...event, timestamp: new Date().toISOString(), appId, data: {} } as unknown as OutboundEvent;
}

/** Hands lanes to deliver-events that lead nowhere: claimed, refused, waiting, and found again by the look of a minute. */
export async function deliverProbe(stage: Stage, shop: Shop): Promise<Probe> {
  const table = documentTable(stage.commands.exported('TABLE'));
  const [lanes, due, functionName] = [
    laneStore(table, Date.now),
    dueLanes(table),
    await stage.functionName('deliver-events'),
  ];
  await switchOffMappings(functionName);
  const told = (body: object) => handOn(functionName, { messageId: '1', body: JSON.stringify(body), attributes: {} });
  return async () => {
    const endpoint = await endpointOf(stage, shop);
    const { appId, endpointId } = endpoint;
    const lane = newLane();
    await lanes.add(endpoint, lane, optOut(endpoint), '{}', Date.now());
    await due.put(endpointId, { lane, dueAt: Date.now() - 1000 });
    // It wakes a run for the endpoint, which works through what is due.
    await told({ sweep: true });
    await told({ appId, endpointId });
    const [row] = await lanes.read(endpoint, lane);
    if (row?.state !== 'waiting' || row.tries[0]?.outcome !== 'unresolved') {
      throw new Error(`What leads nowhere is ${row?.state} after ${row?.tries[0]?.outcome}.`);
    }
  };
}
