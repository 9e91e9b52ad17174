import type { App } from '../../domain/app/app.ts';
import type { LaneEvent, OutboundEvent } from '../../domain/events/event.ts';
import type { EventUser } from '../../domain/events/event-data.ts';
import type { ToldEntry } from '../../domain/events/event-of-entry.ts';
import type { OpenedWindow } from '../../domain/events/event-of-window.ts';
import type { EventType } from '../../domain/events/event-types.ts';
import type { ExportResult } from '../../domain/export/export.ts';
import type { InboundAct } from '../../domain/inbound/inbound-act.ts';
import type { Template } from '../../domain/templates/template.ts';
import type { TemplateEvent } from '../../domain/templates/template-facts.ts';
import type { Milliseconds } from '../../domain/time.ts';

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
  /** The endpoints of an app that want events of this type; of what ends a yes all of them, for their lanes must know. */
  listening(appId: string, type: EventType): Promise<readonly Endpoint[]>;
}

/** What is owed to endpoints. */
export interface Deliveries {
  /**
   * Events of one lane that an endpoint is to get, in their order. A no among them that it does not take only marks the lane: no older yes
   * goes out behind it. Safe to repeat: what is owed already, or was delivered, stays as it is.
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

/** A lane of an app. */
export interface Lane {
  readonly appId: string;
  readonly lane: string;
}

/** A lane to be published, and which of its rows somebody was told of. */
export interface LaneToPublish extends Lane {
  readonly orders: readonly number[];
}

/** What a row tells of. A message and an app event are there whole; of a message it is not known who wrote it. */
export type RowContent =
  | { readonly of: 'entry'; readonly entry: ToldEntry }
  | { readonly of: 'window'; readonly opened: OpenedWindow }
  | { readonly of: 'whole'; readonly event: OutboundEvent; readonly places: readonly string[] };

/** An event in its lane, as it lies in the table. */
export interface EventRow {
  readonly order: number;
  readonly type: string;
  readonly recordedAt: Milliseconds;
  readonly isOnBus: boolean;
  /** Handed to the endpoints. */
  readonly isOwed: boolean;
  /** It could not be read, and holds up nobody. */
  readonly isAside: boolean;
  /** @throws Error when it cannot be read */
  content(): RowContent;
}

/** What became of a row. */
export type RowMark = 'onBus' | 'owed' | 'aside';

export interface EventRows {
  /**
   * Rows of a lane, read strongly, oldest first: all that are not settled and all from the first of `orders` on. Whatever is not
   * settled stands at the end of its lane, or is named.
   */
  read(lane: Lane, orders: readonly number[]): Promise<readonly EventRow[]>;
  /** Marks one row. A row that is gone stays so. */
  mark(lane: Lane, row: EventRow, marks: readonly RowMark[]): Promise<void>;
}

/** Who people are whom events tell of. */
export interface EventPeople {
  /** Their identifiers as they are now; undefined when they hold none. */
  identifiersOf(appId: string, userId: string): Promise<EventUser | undefined>;
  /** Whoever is known at the first of these places, with the head of their ledger and their identifiers. */
  at(
    appId: string,
    places: readonly string[],
  ): Promise<{ readonly userId: string; readonly sequence: number; readonly user: EventUser | undefined } | undefined>;
}

/** Events that are left by who hears messages, before those are acknowledged; the same again leaves nothing. */
export interface InboundEvents {
  /** Of a message: only for an app that wants it, and never of what came by the way. */
  message(app: App, act: InboundAct): Promise<void>;
  /** Of what Meta says of a template: for every app of its account. */
  template(template: Template, event: Pick<TemplateEvent, 'eventId' | 'heardAt'>): Promise<void>;
}

/** Events of exports. */
export interface ExportEvents {
  completed(appId: string, exportId: string, result: Pick<ExportResult, 'rows' | 'closedAt'>): Promise<void>;
}
