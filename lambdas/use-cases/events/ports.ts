import type { LaneEvent, OutboundEvent } from '../../domain/events/event.ts';
import type { EventType } from '../../domain/events/event-types.ts';

/** Where an app wants its events. */
export interface Endpoint {
  /** `ep_…` */
  readonly endpointId: string;
  readonly appId: string;
  readonly url: string;
  readonly types: readonly EventType[] | 'all';
  readonly format: 'standard' | 'gupshup-v2';
  readonly state: 'on' | 'off';
}

export interface Endpoints {
  /** The endpoints of an app that are on and want events of this type. May be a few seconds old. */
  listening(appId: string, type: EventType): Promise<readonly Endpoint[]>;
}

/** What is owed to endpoints. */
export interface Deliveries {
  /**
   * Events of one lane that an endpoint is to get, in their order. Safe to repeat: what is owed already, or was delivered, stays as it is.
   *
   * @param lane a person's, or one of its own (`ownLanePrefix`)
   */
  owe(endpoint: Endpoint, lane: string, events: readonly LaneEvent[]): Promise<void>;
}

/** `taken`: it is on the bus. `refused`: the bus will never take it. `failed`: it may another time. */
export type Published =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused' | 'failed'; readonly error: unknown };

/** The bus of the stage. */
export interface EventBus {
  /** Never rejects. What became of each, in their order; no order is promised inside. */
  put(events: readonly OutboundEvent[]): Promise<readonly Published[]>;
}
