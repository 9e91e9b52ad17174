/** What is worth counting while a delivery is handled; each is the name of a metric. */
export type Countable = 'unreadableKept' | 'unknownNumberKept' | 'webhookLost' | 'ambiguousStop' | 'replyFailed';

/** One thing that happened to an item. */
export type Happening = Countable | { readonly failure: unknown };

/** What came of a delivery. */
export interface InboundReport {
  /** How often each thing happened that happened at all. */
  readonly counts: readonly (readonly [Countable, number])[];
  /** What was not stored: any failure asks the sender to deliver again. */
  readonly failures: readonly unknown[];
}

/** Adds up what happened. */
export function inboundReport(happenings: readonly Happening[]): InboundReport {
  const counts = new Map<Countable, number>();
  const failures: unknown[] = [];
  for (const happening of happenings) {
    if (typeof happening === 'object') failures.push(happening.failure);
    else counts.set(happening, (counts.get(happening) ?? 0) + 1);
  }
  return { counts: [...counts], failures };
}
