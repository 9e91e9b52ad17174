/** Whole seconds since 1970 UTC. Consent is compared in whole seconds because WhatsApp's times are (semantics 2.1). */
export type Seconds = number;
/** Milliseconds since 1970 UTC. */
export type Milliseconds = number;

/** Whole seconds of a time in milliseconds. */
export function toSeconds(time: Milliseconds): Seconds {
  return Math.floor(time / 1000);
}
