import { type Delivery, deliveryAge, largestEvent } from '../../../domain/callbacks/delivery.ts';
import type { LaneEvent, OutboundEvent } from '../../../domain/events/event.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { OwedDelivery } from '../../../use-cases/callbacks/ports.ts';
import { deliveriesOfEndpoint, deliveryKey, deliveryTimeSort } from '../table/app-keys.ts';
import { itemAs, type Shape, withoutKey } from '../table/item.ts';
import type { Key } from '../table/keys.ts';
import { deliveryIdOf } from './delivery-id.ts';

/** A delivery as it lies in the table; its id, its endpoint and its order are in its key. */
export interface DeliveryItem extends Omit<Delivery, 'deliveryId' | 'endpointId'> {
  readonly lane: string;
  readonly body?: string;
  /** Tries since it was owed, or owed again. */
  readonly round: number;
  /** Rises with every write: whoever writes says which they saw. */
  readonly version: number;
  readonly claimedUntil?: Milliseconds;
  readonly isMark?: true;
}

const shape: Shape<DeliveryItem> = {
  eventId: 'string',
  type: 'string',
  timestamp: 'number',
  state: 'string',
  owedAt: 'number',
  tries: 'list',
  attempts: 'number',
  size: 'number',
  lane: 'string',
  round: 'number',
  version: 'number',
};

export const ttlAt = (now: Milliseconds): number => Math.floor((now + deliveryAge) / 1000);

/** Whether it is to be gone from the table by now. */
export const isOver = ({ ttl }: { readonly ttl?: unknown }, now: Milliseconds): boolean =>
  typeof ttl === 'number' && ttl * 1000 <= now;

/** What is put when something is owed for the first time. */
export function newItem(
  appId: string,
  endpointId: string,
  order: number,
  item: DeliveryItem,
): DeliveryItem & Key & { readonly upk: string; readonly usk: string; readonly ttl: number } {
  return {
    ...deliveryKey(appId, endpointId, item.lane, order),
    ...item,
    upk: deliveriesOfEndpoint(appId, endpointId),
    usk: deliveryTimeSort(item.owedAt, item.lane, order),
    ttl: ttlAt(item.owedAt),
  };
}

/** A no that the endpoint is not told of, in the lane all the same. It is in no list: it is settled, without a body. */
export function markItem(
  appId: string,
  endpointId: string,
  lane: string,
  { order, event }: LaneEvent,
  now: Milliseconds,
): DeliveryItem & Key & { readonly ttl: number } {
  const { body: _body, ...item } = itemOfEvent(lane, event, '', now);
  return {
    ...deliveryKey(appId, endpointId, lane, order),
    ...item,
    state: 'delivered',
    isMark: true,
    ttl: ttlAt(now),
  };
}

/** @throws MalformedItemError */
export function toDelivery(found: object): OwedDelivery {
  const item = itemAs<DeliveryItem & { readonly upk?: string; readonly usk?: string }>(found, shape);
  const { upk: _upk, usk: _usk, ...rest } = withoutKey(item);
  const [, , endpointId = ''] = item.pk.split('#');
  const order = Number(item.sk);
  return { ...rest, body: item.body, endpointId, order, deliveryId: deliveryIdOf(item.lane, order) };
}

/** What is owed of an event. One that is too large is kept without its body, and dead from the beginning: it is named, and not lost. */
export function itemOfEvent(lane: string, event: OutboundEvent, body: string, now: Milliseconds): DeliveryItem {
  const { id, type, timestamp, userId, sequence } = event;
  const size = Buffer.byteLength(body);
  const isTooLarge = size > largestEvent;
  return {
    lane,
    eventId: id,
    type,
    timestamp: Date.parse(timestamp),
    ...(userId !== undefined && { userId }),
    ...(sequence !== undefined && { sequence }),
    ...(isTooLarge ? { state: 'dead', deathReason: 'too-large' } : { state: 'owed', body }),
    owedAt: now,
    tries: [],
    attempts: 0,
    round: 0,
    version: 1,
    size,
  };
}
