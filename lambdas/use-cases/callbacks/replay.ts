import type { CallbackEndpoint } from '../../domain/callbacks/endpoint.ts';
import type { EventType } from '../../domain/events/event-types.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Clock } from '../ledger/ports.ts';
import type { ReplayRefusal, SentDelivery } from './ports.ts';

/** What came of asking for a replay. */
export interface Replayed {
  readonly replayed: number;
  readonly refused: readonly { readonly deliveryId: string; readonly code: ReplayRefusal }[];
}

/** Owing something again, or for the first time by hand. */
export interface ReplayStore {
  /** Owes it again. */
  replay(endpoint: CallbackEndpoint, deliveryId: string, now: Milliseconds): Promise<ReplayRefusal | 'owed'>;
}

export interface ReplayDeps {
  readonly deliveries: ReplayStore;
  readonly now: Clock;
}

/** Of a range, so many are looked at in one call. */
export const mostReplayed = 200;

export async function replayNamed(
  _deps: ReplayDeps,
  _endpoint: CallbackEndpoint,
  _deliveryIds: readonly string[],
): Promise<Replayed> {
  throw new Error('Not yet.');
}

export async function replayRange(
  _deps: ReplayDeps,
  _endpoint: CallbackEndpoint,
  _range: { readonly from: Milliseconds; readonly to: Milliseconds },
  _after: string | undefined,
): Promise<Replayed & { readonly next: string | undefined }> {
  throw new Error('Not yet.');
}

export async function sendTest(
  _deps: ReplayDeps,
  _endpoint: CallbackEndpoint,
  _type: EventType,
): Promise<SentDelivery> {
  throw new Error('Not yet.');
}
