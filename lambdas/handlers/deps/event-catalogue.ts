import type { OutboundEvent } from '../../domain/events/event.ts';
import { type EventType, eventTypes } from '../../domain/events/event-types.ts';
import type { EventTypeView } from '../../edge/api/callbacks/event-type-routes.ts';

/** A made-up event of a type, whole. */
export function sampleOf(type: EventType): OutboundEvent {
  return {
    id: 'evt_k3v9m2x7q4w8r5t1k3v9m2',
    type,
    version: 1,
    timestamp: '2026-11-27T09:00:00.120Z',
    appId: 'acme',
    data: {},
  } as unknown as OutboundEvent;
}

export const eventCatalogue: readonly EventTypeView[] = eventTypes.map((type) => ({
  type,
  version: 1,
  description: type,
  sample: { ...sampleOf(type) },
  schema: {},
}));
