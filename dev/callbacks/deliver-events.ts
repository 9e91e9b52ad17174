import { coldStart } from '../../lambdas/edge/runtime/cold-start.ts';
import { deliverEvents } from '../../lambdas/handlers/deliver-events.ts';
import { delivering } from '../../lambdas/handlers/deps/callbacks/delivering.ts';
import { loopbackPost } from './loopback-post.ts';

/** `deliver-events`, which reaches receivers on this machine. */
export const handler = coldStart(() => delivering(loopbackPost), deliverEvents);
