import { setTimeout as wait } from 'node:timers/promises';

/** Waits before a request is repeated. `times` = how often it was made so far, from 1 on. */
export type Pause = (times: number) => Promise<void>;

/** Twice as long each time, from at most 20 ms to at most 640 ms, with full jitter, so that many callers do not come back at once. */
export const growingPause: Pause = (times) => wait(Math.random() * 10 * 2 ** Math.min(times, 6));
