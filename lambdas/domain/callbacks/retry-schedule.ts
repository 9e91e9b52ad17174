import type { Milliseconds } from '../time.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * How long is waited after the first, second, … try that failed: ten tries in 75 hours and more (Standard Webhooks 1.0.0 advises a
 * schedule of this form).
 */
export const retryDelays: readonly Milliseconds[] = [
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** So much longer at most, by chance: what failed together does not come again together. */
export const jitter = 0.2;

/** Nobody puts us off for longer by `retry-after`. */
export const longestPutOff: Milliseconds = 24 * hour;

/**
 * When something is tried again; undefined = never by itself.
 *
 * @param attempts how often it was tried, at least once
 * @param random 0 to 1
 * @param putOff what the receiver asked for by `retry-after`
 */
export function nextTry(
  attempts: number,
  now: Milliseconds,
  random: number,
  putOff: Milliseconds = 0,
): Milliseconds | undefined {
  const delay = retryDelays[attempts - 1];
  if (delay === undefined) return undefined;
  return now + Math.max(Math.round(delay * (1 + jitter * random)), Math.min(putOff, longestPutOff));
}
