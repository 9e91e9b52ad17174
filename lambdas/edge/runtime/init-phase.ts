import { currentInvocation, runMeasured, toAnswerIn } from './consumed.ts';
import { logger } from './logger.ts';

/**
 * Lambda runs the INIT phase with a whole CPU, and an event with the share of its memory (0.29 at 512 MB): what a function needs is made
 * three times as fast here. Lambda waits for the import of the bundle, whose last line (`lib/bundling/bundling.ts`) awaits this.
 */
declare global {
  /** What the last line of a bundle calls. Never rejects, so that no function is broken by its INIT. */
  var optledgerInit: (() => Promise<void>) | undefined;
}

/** INIT waits so long, in milliseconds: no longer than for one secret that does not come. Lambda itself gives it ten seconds. */
export const longestInit = 3000;

/**
 * Kinds of INIT in which a start is made ("Defined runtime environment variables" of Lambda). Not `snap-start`: a snapshot would keep
 * the secrets of the day on which a version was published. Not outside of Lambda, which sets none.
 */
const kinds: ReadonlySet<string | undefined> = new Set(['on-demand', 'provisioned-concurrency']);

/** The name of the run that INIT is. */
const initRun = 'init';

/**
 * Says what INIT shall make. Where that fails, or takes too long, INIT ends as if nothing had been tried, and the first event makes
 * everything itself: what comes late is thrown away, since an hour may have passed before AWS wakes the function again.
 *
 * @param use is given what was made in time
 */
export function startInInit<Made>(make: () => Promise<Made>, use: (made: Made) => void): void {
  globalThis.optledgerInit = async () => {
    if (!kinds.has(process.env.AWS_LAMBDA_INITIALIZATION_TYPE)) return;
    try {
      use(await inTime(runMeasured(initRun, longestInit + toAnswerIn, make)));
    } catch (error) {
      logger.failure('not ready before the first event', error);
    }
  };
}

/** Whether what runs now is INIT: what only saves time is done there or not at all. */
export function isInInit(): boolean {
  return currentInvocation()?.requestId === initRun;
}

class SlowInitError extends Error {
  override name = 'SlowInitError';
}

/** Rejects when it takes longer than INIT waits. */
async function inTime<Result>(made: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SlowInitError()), longestInit);
  });
  try {
    return await Promise.race([made, late]);
  } finally {
    clearTimeout(timer);
  }
}
