import { resolveName } from '../adapters/http/resolve-name.ts';
import { type CallbackDeps, callbackRoutes } from '../edge/api/callbacks/callback-routes.ts';
import { type EventTypeDeps, eventTypeRoutes } from '../edge/api/callbacks/event-type-routes.ts';
import { type Gate, httpEndpoint } from '../edge/http/http-endpoint.ts';
import { coldStart } from '../edge/runtime/cold-start.ts';
import { publicUrl } from '../use-cases/callbacks/check-url.ts';
import { managingCallbacks } from './deps/callbacks/managing-callbacks.ts';

/** Callback addresses, what each was told, and the catalogue of events. */
export const callbacks = (deps: CallbackDeps & EventTypeDeps & Gate) =>
  httpEndpoint({ ...callbackRoutes(deps), ...eventTypeRoutes(deps) }, undefined, deps);

export const handler = coldStart(() => managingCallbacks(publicUrl(resolveName)), callbacks);
