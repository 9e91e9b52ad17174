import type { Delivery, DeliveryState, Try } from '../../domain/callbacks/delivery.ts';
import type { CallbackEndpoint, EndpointHealth, OffReason } from '../../domain/callbacks/endpoint.ts';
import type { LaneRow } from '../../domain/callbacks/lane.ts';
import type { Settled } from '../../domain/callbacks/settle-try.ts';
import type { OutboundEvent } from '../../domain/events/event.ts';
import type { Milliseconds } from '../../domain/time.ts';

/** What somebody may change at an endpoint. */
export interface EndpointChange {
  readonly url?: string | undefined;
  readonly types?: CallbackEndpoint['types'] | undefined;
  /** null = none any more. */
  readonly description?: string | null | undefined;
  readonly state?: 'on' | 'off' | undefined;
}

/** The endpoints of apps, as somebody manages them. */
export interface EndpointStore {
  create(endpoint: Omit<CallbackEndpoint, 'endpointId'>): Promise<CallbackEndpoint>;
  /** All of an app: there are few. */
  list(appId: string): Promise<readonly CallbackEndpoint[]>;
  find(appId: string, endpointId: string): Promise<CallbackEndpoint | undefined>;
  /** As it is afterwards; undefined = there is none. Switching it on makes it healthy. */
  change(
    appId: string,
    endpointId: string,
    change: EndpointChange,
    now: Milliseconds,
  ): Promise<CallbackEndpoint | undefined>;
  /** A new secret; the one before signs too until then. */
  rotate(appId: string, endpointId: string, previousUntil: Milliseconds): Promise<CallbackEndpoint | undefined>;
  /** False = there is none. */
  remove(appId: string, endpointId: string): Promise<boolean>;
}

/** A delivery with what is sent; undefined = it was too large to be kept, or a message that was delivered. */
export interface SentDelivery extends Delivery {
  readonly body: string | undefined;
}

/** Of the list of an endpoint. */
export interface DeliveryPage {
  readonly data: readonly OwedDelivery[];
  readonly next: string | undefined;
}

export interface DeliveryFilter {
  readonly state?: DeliveryState | undefined;
  /** When it was owed; the end is not in it. */
  readonly from?: Milliseconds | undefined;
  readonly to?: Milliseconds | undefined;
}

/** What endpoints were owed, to be looked at. */
export interface DeliveryReader {
  /** Newest first; `from` is where an earlier page went on. */
  list(
    appId: string,
    endpointId: string,
    filter: DeliveryFilter,
    limit: number,
    from: string | undefined,
  ): Promise<DeliveryPage>;
  find(appId: string, endpointId: string, deliveryId: string): Promise<OwedDelivery | undefined>;
}

/** The secrets of an endpoint, in the words of Standard Webhooks. */
export interface CallbackSecrets {
  /** `whsec_…` */
  of(endpointId: string, version: number): Promise<string>;
}

/** The addresses of a name: never an empty list. Rejects when there are none. */
export type ResolveName = (hostname: string) => Promise<readonly string[]>;

/** What is wrong with a URL, or undefined. */
export type CheckUrl = (url: string) => Promise<{ readonly code: string; readonly detail: string } | undefined>;

/** Why a replay was refused. */
export type ReplayRefusal = 'superseded' | 'underway' | 'too-large' | 'forgotten' | 'not-found';

/** A delivery with all that its lane and whoever writes it must know. */
export interface OwedDelivery extends SentDelivery, LaneRow {
  readonly type: Delivery['type'];
  readonly state: DeliveryState;
  readonly eventId: string;
  readonly dueAt?: Milliseconds | undefined;
  readonly lane: string;
  /** Rises with every write. */
  readonly version: number;
}

/** A lane of an endpoint, to be worked on. Writes hold only where the row is as it was read. */
export interface LaneStore {
  /** All that is known of it, in its order, read strongly. */
  read(endpoint: CallbackEndpoint, lane: string): Promise<readonly OwedDelivery[]>;
  /** Takes a row in hand; undefined = somebody else was quicker. */
  claim(endpoint: CallbackEndpoint, row: OwedDelivery, until: Milliseconds): Promise<OwedDelivery | undefined>;
  /** Notes what came of it, or that whoever had it in hand is gone. False = somebody else wrote. */
  settle(endpoint: CallbackEndpoint, claimed: OwedDelivery, done: Try, settled: Settled): Promise<boolean>;
  /** Drops a row for a later no. */
  supersede(endpoint: CallbackEndpoint, row: OwedDelivery, by: string): Promise<boolean>;
  /** Owes a row again. */
  again(endpoint: CallbackEndpoint, row: OwedDelivery, now: Milliseconds): Promise<boolean>;
  /** Owes an event that is in no order with others. */
  add(
    endpoint: CallbackEndpoint,
    lane: string,
    event: OutboundEvent,
    body: string,
    now: Milliseconds,
  ): Promise<OwedDelivery>;
}

/** A lane that is to be looked at. */
export interface DueLane {
  readonly lane: string;
  readonly dueAt: Milliseconds;
  /** A no waits in it: once it is due it comes before the lanes of other people, however long those have been due. */
  readonly isNo?: true | undefined;
}

export interface DueLanes {
  put(endpointId: string, due: DueLane): Promise<void>;
  /** Those that are due: first those with a no, then the others, each longest first. */
  due(endpointId: string, now: Milliseconds, limit: number): Promise<readonly DueLane[]>;
  remove(endpointId: string, due: DueLane): Promise<void>;
}

/** Endpoints, as whoever sends needs them. */
export interface EndpointKeeper {
  find(appId: string, endpointId: string): Promise<CallbackEndpoint | undefined>;
  /** Notes how it goes with it after a try; as it is then. Nothing happens to one that is gone. */
  note(endpoint: CallbackEndpoint, health: EndpointHealth): Promise<CallbackEndpoint>;
  /** Switches it off, and leaves the event that says so. False = it was off already, or is gone. */
  switchOff(endpoint: CallbackEndpoint, why: OffReason, now: Milliseconds): Promise<boolean>;
  /** Whether nobody else works through what is due there until then. */
  claimWork(endpoint: CallbackEndpoint, now: Milliseconds, until: Milliseconds): Promise<boolean>;
  releaseWork(endpoint: CallbackEndpoint, until: Milliseconds): Promise<void>;
  /** Those of all apps. */
  all(): AsyncIterable<readonly EndpointName[]>;
}

export interface EndpointName {
  readonly appId: string;
  readonly endpointId: string;
}

/** Something for a run to do: a lane, or, without one, whatever is due at an endpoint. */
export interface DeliveryToken extends EndpointName {
  readonly lane?: string | undefined;
  /** A no was added to the lane, or owed again: it waits behind nothing of other people, neither in a queue nor once it is noted. */
  readonly isNo?: true | undefined;
}

/** Wakes runs. Rejects when a token could not be left. */
export interface DeliveryQueue {
  send(tokens: readonly DeliveryToken[]): Promise<void>;
}

/** What came of one try, and what the receiver asked for by `retry-after`. */
export interface SendResult {
  readonly done: Try;
  readonly putOff?: Milliseconds | undefined;
}

/** Sends a body once, signed. Never rejects for what the receiver did. */
export type SendDelivery = (
  endpoint: CallbackEndpoint,
  delivery: OwedDelivery,
  now: Milliseconds,
) => Promise<SendResult>;

/** What is sent of an event in the form that an endpoint asked for; undefined = that form has no word for it. */
export type BodyOf = (format: CallbackEndpoint['format'], event: OutboundEvent) => string | undefined;
