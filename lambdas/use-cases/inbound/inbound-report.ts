import type { Milliseconds } from '../../domain/time.ts';

/** What is worth counting while a delivery is handled; each is the name of a metric. */
export type Countable =
  | 'unreadableKept'
  | 'unknownNumberKept'
  | 'webhookLost'
  | 'ambiguousStop'
  | 'handedOver'
  | 'replyFailed'
  | 'templateLost';

/** One thing that happened to an item. */
export type Happening = Countable | { readonly failure: unknown } | { readonly noHeardAfter: Milliseconds };

/** What came of a delivery. */
export interface InboundReport {
  /** How often each thing happened that happened at all. */
  readonly counts: readonly (readonly [Countable, number])[];
  /** What was not stored: any failure asks the sender to deliver again. */
  readonly failures: readonly unknown[];
  /** Of every no that was new: how long after it was said it was stored. */
  readonly heardAfter: readonly Milliseconds[];
}

/** Adds up what happened. */
export function inboundReport(happenings: readonly Happening[]): InboundReport {
  const counts = new Map<Countable, number>();
  const failures: unknown[] = [];
  const heardAfter: Milliseconds[] = [];
  for (const happening of happenings) {
    if (typeof happening === 'string') counts.set(happening, (counts.get(happening) ?? 0) + 1);
    else if ('failure' in happening) failures.push(happening.failure);
    else heardAfter.push(happening.noHeardAfter);
  }
  return { counts: [...counts], failures, heardAfter };
}
