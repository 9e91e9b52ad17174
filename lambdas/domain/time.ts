/** Whole seconds since 1970 UTC. Consent is compared in whole seconds because WhatsApp's times are (semantics 2.1). */
export type Seconds = number;
/** Milliseconds since 1970 UTC. */
export type Milliseconds = number;

/** Whole seconds of a time in milliseconds. */
export function toSeconds(time: Milliseconds): Seconds {
  return Math.floor(time / 1000);
}

/** The first and the last of some times, however many: `Math.min(...times)` throws beyond some 120,000. Undefined of none. */
export function spanOf(
  times: Iterable<Milliseconds>,
): { readonly first: Milliseconds; readonly last: Milliseconds } | undefined {
  let span: { first: Milliseconds; last: Milliseconds } | undefined;
  for (const time of times) {
    if (span === undefined) span = { first: time, last: time };
    else if (time < span.first) span.first = time;
    else if (time > span.last) span.last = time;
  }
  return span;
}
