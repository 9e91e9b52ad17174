import type { Context } from 'aws-lambda';
import { runMeasured } from './consumed.ts';
import { startInInit } from './init-phase.ts';
import { logger } from './logger.ts';

/** A Lambda handler. The context is absent in tests that do not need one. */
export type LambdaHandler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/**
 * Makes the handler that Lambda calls. Nothing happens at import: the dependencies are made in Lambda's INIT phase (`init-phase.ts`), else
 * on the first event, and kept. When making them fails (say, a variable is missing) that event is rejected with the reason, which the log
 * says too, and the next one tries again.
 *
 * @param prime asked in INIT of what was made, so that the first event finds an open connection to the table: a read that the function
 * may do anyway. Only for functions whose dependencies ask the table for nothing by themselves
 */
export function coldStart<Deps, Event, Result>(
  makeDeps: () => Deps | Promise<Deps>,
  factory: (deps: Deps) => LambdaHandler<Event, Result>,
  prime?: (deps: Deps) => Promise<unknown>,
): LambdaHandler<Event, Result> {
  let warm: Promise<LambdaHandler<Event, Result>> | undefined;
  const start = async () => factory(await makeDeps());
  startInInit(
    async () => {
      const deps = await makeDeps();
      await prime?.(deps);
      return factory(deps);
    },
    (handler) => {
      warm = Promise.resolve(handler);
    },
  );
  return async (event, context) => {
    warm ??= timed(context, start).catch((error: unknown) => {
      warm = undefined;
      // One line, however many events waited for it; who is behind the HTTP API may answer it and throw nothing.
      logger.failure('not ready for the event', error);
      throw error;
    });
    return (await warm)(event, context);
  };
}

/** Within the time of the event that it is for, as everything else. */
function timed<Result>(context: Partial<Context> | undefined, start: () => Result): Result {
  const timeLeft = context?.getRemainingTimeInMillis?.();
  return timeLeft === undefined ? start() : runMeasured(context?.awsRequestId ?? 'none', timeLeft, start);
}
