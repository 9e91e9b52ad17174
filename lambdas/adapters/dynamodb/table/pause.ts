import { setTimeout as wait } from 'node:timers/promises';

/** Waits before a request is repeated. `times` = how often it was made so far, from 1 on. */
export type Pause = (times: number) => Promise<void>;

/**
 * How long to wait, in milliseconds: at most 20 at first, twice as much each time, never more than 640; with full jitter, so that many
 * callers do not come back at once.
 *
 * @param random from 0 to 1
 */
export function pauseLength(times: number, random: number): number {
  return random * 10 * 2 ** Math.min(times, 6);
}

/** The pause in real time. */
export const growingPause: Pause = (times) => wait(pauseLength(times, Math.random()));
