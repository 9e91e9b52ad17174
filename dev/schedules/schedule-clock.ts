import { setTimeout as wait } from 'node:timers/promises';

/** How often schedules are looked at; EventBridge Scheduler itself is precise to the minute. */
const everyMs = 1_000;

/** Fires what is due, again and again, never twice at a time. */
export function startScheduleClock(fireDue: () => Promise<void>): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const running = (async () => {
    while (!stopped.signal.aborted) {
      await fireDue().catch((error: unknown) =>
        console.error(`Schedules: ${error instanceof Error ? error.message : 'failed'}`),
      );
      await wait(everyMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
}
