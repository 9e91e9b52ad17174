import type { LambdaHandler } from './cold-start.ts';
import { runMeasured } from './consumed.ts';
import { logger } from './logger.ts';

/**
 * Wraps a function that is not called over HTTP: measures it, logs one line with what it consumed, and lets failures through,
 * because the service that called it retries.
 */
export function eventEndpoint<Event, Result>(handle: (event: Event) => Promise<Result>): LambdaHandler<Event, Result> {
  return (event, context) =>
    runMeasured(context.awsRequestId, context.getRemainingTimeInMillis(), async (invocation) => {
      const startedAt = performance.now();
      const totals = () => ({
        durationMs: Math.round(performance.now() - startedAt),
        requests: invocation.requests,
        readUnits: invocation.readUnits,
        writeUnits: invocation.writeUnits,
      });
      try {
        const result = await handle(event);
        logger.info('event handled', totals());
        return result;
      } catch (error) {
        logger.failure('event failed', error, totals());
        throw error;
      }
    });
}
