import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readToken } from '../adapters/aws/delivery-queue.ts';
import { resolveName } from '../adapters/http/resolve-name.ts';
import { safePost } from '../adapters/http/safe-post.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { eventEndpoint } from '../edge/runtime/event-endpoint.ts';
import { inOrder, readOver } from '../edge/runtime/handed-over.ts';
import { dealWith, sweep, type WorkDeps, watchEndpoints } from '../use-cases/callbacks/work-through.ts';
import { delivering, longestDelivery } from './deps/callbacks/delivering.ts';

/**
 * Sends events to callback addresses: what it is told of by the queue, at once, and each minute what is due. What it cannot deal with
 * comes again.
 */
export const deliverEvents = (deps: WorkDeps) =>
  eventEndpoint(({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const watch = watchEndpoints(deps);
    const batch = Records.map(({ messageId, body }) => ({ id: messageId, group: messageId, body }));
    return inOrder(batch, longestDelivery, async ({ body }) => {
      const told = readOver(() => readToken(body), deps.now());
      if (told === 'unread') return false;
      if (told === 'sweep') await sweep(deps);
      else await dealWith(deps, told, watch);
      return true;
    });
  });

export const handler = coldStart(
  () => delivering((url, options) => safePost(url, { ...options, resolveName })),
  deliverEvents,
);
