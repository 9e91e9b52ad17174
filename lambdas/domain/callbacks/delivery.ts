import type { EventType } from '../events/event-types.ts';
import type { Milliseconds } from '../time.ts';
import type { FailedTry, TryOutcome } from './endpoint.ts';

/**
 * `owed` = not tried yet; `sending` = a run has it in hand; `waiting` = failed and tried again at `dueAt`; `superseded` = dropped, because a
 * later no of that person must not wait behind it; `dead` = nobody tries it again by itself.
 */
export const deliveryStates = ['owed', 'sending', 'delivered', 'waiting', 'superseded', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why a delivery is dead. */
export const deathReasons = ['tried-enough', 'too-large'] as const;
export type DeathReason = (typeof deathReasons)[number];

/** One try of a delivery. */
export interface Try extends FailedTry {
  readonly outcome: TryOutcome;
  /** How long the answer took, in milliseconds. */
  readonly tookMs: number;
}

/** Kept so long, then gone from the table. */
export const deliveryAge = 30 * 24 * 60 * 60 * 1000;

/** An event is so large at most, in bytes of its body. */
export const largestEvent = 64 * 1024;

/** One event that one endpoint is owed. */
export interface Delivery {
  readonly deliveryId: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly type: EventType;
  /** When the event was recorded. */
  readonly timestamp: Milliseconds;
  readonly userId?: string | undefined;
  /** The place in the person's ledger. */
  readonly sequence?: number | undefined;
  readonly state: DeliveryState;
  readonly owedAt: Milliseconds;
  /** The last ten. */
  readonly tries: readonly Try[];
  readonly attempts: number;
  /** When it is tried next. */
  readonly dueAt?: Milliseconds | undefined;
  /** The event for which it was dropped. */
  readonly supersededBy?: string | undefined;
  readonly deathReason?: DeathReason | undefined;
  readonly replayedAt?: Milliseconds | undefined;
  /** Bytes of the body. */
  readonly size: number;
}
