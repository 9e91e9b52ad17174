import { setImmediate } from 'node:timers/promises';

/** A clock that goes on when everybody waits for it. */
export interface VirtualTime {
  /** Epoch milliseconds. */
  now(): number;
  /** Resolves so many milliseconds later. */
  sleep(ms: number): Promise<void>;
  /** Lets it run until nobody waits any more. Whatever runs on it may wait for nothing else. */
  run(): Promise<void>;
}

/** @param start epoch milliseconds */
export function virtualTime(start: number): VirtualTime {
  let time = start;
  const waiting = new Map<number, (() => void)[]>();
  return {
    now: () => time,
    sleep: (ms) =>
      new Promise((resolve) => {
        const due = Math.max(time, Math.round(time + ms));
        const others = waiting.get(due);
        if (others === undefined) waiting.set(due, [resolve]);
        else others.push(resolve);
      }),
    async run() {
      for (await setImmediate(); waiting.size > 0; await setImmediate()) {
        time = Math.min(...waiting.keys());
        const due = waiting.get(time) ?? [];
        waiting.delete(time);
        for (const resolve of due) resolve();
      }
    },
  };
}
