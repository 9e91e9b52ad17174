import { coldStart } from '../../lambdas/edge/runtime/cold-start.ts';
import { callbacks } from '../../lambdas/handlers/callbacks.ts';
import { managingCallbacks } from '../../lambdas/handlers/deps/callbacks/managing-callbacks.ts';
import { loopbackUrl } from './loopback-post.ts';

/** `callbacks`, which takes addresses on this machine. */
export const handler = coldStart(() => managingCallbacks(loopbackUrl), callbacks);
