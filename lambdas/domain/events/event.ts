import type { EventData } from './event-data.ts';
import type { EventType } from './event-types.ts';

/** The version of the catalogue, in every envelope. */
export const catalogueVersion = 1;

/** What receivers get: the envelope, the same at every try and replay. No number of anybody outside `data.user`. */
export interface OutboundEvent<Type extends EventType = EventType> {
  /** `evt_` and 22 characters, made of what it tells of: letters, digits, `-` and `_`, never a dot. */
  readonly id: string;
  readonly type: Type;
  readonly version: typeof catalogueVersion;
  /** When it was recorded, RFC 3339 with milliseconds. */
  readonly timestamp: string;
  readonly appId: string;
  /** Whom it is about; absent where it is about nobody. */
  readonly userId?: string | undefined;
  /**
   * Its place in the person's ledger: of two events about one person the higher one is the later. Of a message or a window it is that of the
   * latest entry known when it was published, and such an event is never left out for a lower one.
   */
  readonly sequence?: number | undefined;
  readonly data: EventData[Type];
}

/** An event in its lane. Whatever is in a lane is handed on in the order of `order`; lanes wait for no other. */
export interface LaneEvent {
  /** From 1, at most twelve digits. In a person's lane it is `sequence`. */
  readonly order: number;
  readonly event: OutboundEvent;
}

/** Lanes that are no person's begin so. */
export const ownLanePrefix = '~';
