/** Wakes a loop that has nothing to do. */
export interface Bell {
  ring(): void;
  /** Resolves when it is rung, or was since this resolved last; after so many milliseconds in any case, and at once when the signal aborts. */
  rung(mostMs: number, signal: AbortSignal): Promise<void>;
  /** Whether somebody waits. */
  isAwaited(): boolean;
}

export function bell(): Bell {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      isRung = true;
      wake?.();
    },
    async rung(mostMs, signal) {
      if (!isRung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, mostMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          signal.addEventListener('abort', wake, { once: true });
        });
        if (wake !== undefined) signal.removeEventListener('abort', wake);
        wake = undefined;
      }
      isRung = false;
    },
    isAwaited: () => wake !== undefined,
  };
}
