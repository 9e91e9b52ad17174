import type { Context } from 'aws-lambda';
import { runMeasured } from './consumed.ts';

/** A Lambda handler. The context is absent in tests that do not need one. */
export type LambdaHandler<Event, Result> = (event: Event, context: Context) => Promise<Result>;

/**
 * Makes the handler that Lambda calls. Nothing happens at import: the dependencies are made on the first event and kept.
 * When making them fails (say, a variable is missing) that event is rejected with the reason and the next one tries again.
 */
export function coldStart<Deps, Event, Result>(
  makeDeps: () => Deps | Promise<Deps>,
  factory: (deps: Deps) => LambdaHandler<Event, Result>,
): LambdaHandler<Event, Result> {
  let warm: Promise<LambdaHandler<Event, Result>> | undefined;
  const start = async () => factory(await makeDeps());
  return async (event, context) => {
    warm ??= timed(context, start).catch((error: unknown) => {
      warm = undefined;
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
