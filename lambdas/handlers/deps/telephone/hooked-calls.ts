import { type CallRequest, readCall } from '../../../adapters/providers/calls/read-call.ts';
import type { HttpRequest, HttpResponse } from '../../../edge/http/http-request.ts';
import { numberReader } from '../../../edge/numbers/number-reader.ts';
import type { Apps } from '../../../use-cases/ledger/ports.ts';
import { type HearCallDeps, hearCall } from '../../../use-cases/telephone/hear-call.ts';
import type { CallHookStore } from '../../../use-cases/telephone/ports.ts';
import { toldCall } from './told-call.ts';

export interface HookedCallDeps extends HearCallDeps {
  readonly apps: Pick<Apps, 'find'>;
  readonly hooks: Pick<CallHookStore, 'authenticate'>;
}

/** Calls that come to a secret address: by GET too, so each is told by its id, and a HEAD, which nobody asks for a call by, is nothing. */
export function hookedCalls(deps: HookedCallDeps) {
  return async (
    method: CallRequest['method'],
    { path, isHead, rawQueryString, bytes }: HttpRequest<'appId' | 'secret'>,
  ): Promise<HttpResponse> => {
    const { appId, secret } = path;
    const hook = await deps.hooks.authenticate(appId, secret, deps.now());
    if (hook === undefined) {
      toldCall(appId, 'no-such-address', deps.now());
      return { status: 401 };
    }
    if (isHead) return { status: 200, body: '' };
    const app = await deps.apps.find(appId);
    const call = readCall({ method, rawQueryString, body: bytes() }, hook.mapping, hook.phone);
    if (app === undefined || call === 'unreadable') {
      const part = { query: rawQueryString, body: bytes().toString('utf8') };
      await deps.aside.keep('call-unreadable', { call: part, appId, receivedAt: deps.now() });
      toldCall(appId, 'unreadable', deps.now());
    } else if (typeof call === 'string') {
      toldCall(appId, call, deps.now());
    } else {
      const read = numberReader(hook.mapping.numbers, hook.country);
      toldCall(appId, await hearCall(deps, app, call, read, hook.spoken), deps.now());
    }
    return { status: 200, body: 'OK' };
  };
}
