import type { Delivery, DeliveryState } from '../../domain/callbacks/delivery.ts';
import type { CallbackEndpoint } from '../../domain/callbacks/endpoint.ts';
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

/** A delivery with what is sent; undefined = it was too large to be kept. */
export interface SentDelivery extends Delivery {
  readonly body: string | undefined;
}

/** Of the list of an endpoint. */
export interface DeliveryPage {
  readonly data: readonly Delivery[];
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
  find(appId: string, endpointId: string, deliveryId: string): Promise<SentDelivery | undefined>;
}

/** The secrets of an endpoint, in the words of Standard Webhooks. */
export interface CallbackSecrets {
  /** `whsec_…` */
  of(endpointId: string, version: number): Promise<string>;
}

/** The addresses of a name: never an empty list. Rejects when there are none. */
export type ResolveName = (hostname: string) => Promise<readonly string[]>;

/** Why a replay was refused. */
export type ReplayRefusal = 'superseded' | 'underway' | 'too-large' | 'not-found';
