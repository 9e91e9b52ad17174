import type { EventType } from '../events/event-types.ts';
import type { Milliseconds } from '../time.ts';

/** An app has so many at most. */
export const mostEndpoints = 5;

/** `standard` = our envelope; `gupshup-v2` = Gupshup's `user-event`, for programs that were written for it. */
export const callbackFormats = ['standard', 'gupshup-v2'] as const;
export type CallbackFormat = (typeof callbackFormats)[number];

/** Why an endpoint is off: somebody switched it off, it answered 410, or nothing but failures came of it for days. */
export const offReasons = ['by-hand', 'gone', 'failing'] as const;
export type OffReason = (typeof offReasons)[number];

/** What came of one try to deliver. Only `delivered` is a success; `rejected` is an answer that is neither 2xx nor 410. */
export const tryOutcomes = [
  'delivered',
  'rejected',
  'gone',
  'redirected',
  'timed-out',
  'unreachable',
  'unresolved',
  'refused-address',
  'bad-certificate',
  'unknown',
] as const;
export type TryOutcome = (typeof tryOutcomes)[number];

/** How it goes with an endpoint, as far as its last deliveries say. */
export interface EndpointHealth {
  /** Tries that failed since the last success. */
  readonly failures: number;
  /** When the first of them was. */
  readonly failingSince?: Milliseconds | undefined;
  readonly lastFailure?: FailedTry | undefined;
  /** It answers, and takes long for it. */
  readonly isSlow?: boolean | undefined;
  /** While it fails, nobody tries it before. */
  readonly probeAt?: Milliseconds | undefined;
}

export interface FailedTry {
  readonly at: Milliseconds;
  readonly outcome: TryOutcome;
  /** The status of the answer, if one came. */
  readonly code?: number | undefined;
}

/** An address at which an app is told of its events. */
export interface CallbackEndpoint extends EndpointHealth {
  readonly endpointId: string;
  readonly appId: string;
  readonly url: string;
  readonly types: readonly EventType[] | 'all';
  readonly format: CallbackFormat;
  readonly description?: string | undefined;
  readonly state: 'on' | 'off';
  readonly off?: { readonly why: OffReason; readonly at: Milliseconds } | undefined;
  /** Which secret signs, counted from 1. */
  readonly secretVersion: number;
  /** Until when the secret before it signs too. */
  readonly previousSecretUntil?: Milliseconds | undefined;
  readonly createdAt: Milliseconds;
}
