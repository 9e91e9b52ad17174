/** What a step gave, in one line, and of how many checks; a line alone is one check. */
export type Outcome = string | { readonly result: string; readonly checks: number };

/** Prints steps as they go, and what they gave at the end. */
export interface Progress {
  /** Runs a step. Rejects as the step does, with its title before the message. */
  step(title: string, run: () => Promise<Outcome>): Promise<void>;
  /** All steps with their times. */
  summary(): string;
  /** How many checks have passed. */
  passed(): number;
}

/** @param now monotonic time in milliseconds */
export function startProgress(now: () => number = () => performance.now()): Progress {
  const steps: {
    readonly title: string;
    readonly seconds: number;
    readonly result: string;
    readonly checks: number;
  }[] = [];
  return {
    async step(title, run) {
      const began = now();
      console.log(`… ${title}`);
      try {
        const outcome = await run();
        const seconds = (now() - began) / 1000;
        const { result, checks } = typeof outcome === 'string' ? { result: outcome, checks: 1 } : outcome;
        steps.push({ title, seconds, result, checks });
        console.log(`✓ ${title}: ${result} (${seconds.toFixed(1)} s)`);
      } catch (error) {
        const seconds = ((now() - began) / 1000).toFixed(1);
        throw new Error(`${title} failed after ${seconds} s.\n${error instanceof Error ? error.message : error}`, {
          cause: error,
        });
      }
    },
    summary() {
      const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
      const lines = steps.map(
        ({ title, seconds, result }) => `${seconds.toFixed(1).padStart(7)} s  ${title}: ${result}`,
      );
      return [...lines, `${total.toFixed(1).padStart(7)} s  in all`].join('\n');
    },
    passed: () => steps.reduce((sum, { checks }) => sum + checks, 0),
  };
}
