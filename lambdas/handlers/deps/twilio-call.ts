import { parseVoice } from '../../adapters/providers/twilio/parse-voice.ts';
import { nothingToSay } from '../../adapters/providers/twilio/twiml.ts';
import type { HeardCall } from '../../domain/telephone/heard-call.ts';
import type { HttpRequest, HttpResponse } from '../../edge/http/http-request.ts';
import type { Apps } from '../../use-cases/ledger/ports.ts';
import type { MenuDeps } from '../../use-cases/telephone/menu.ts';
import { toldCall } from './told-call.ts';
import { isTwilios, type TwilioProofDeps } from './twilio-proof.ts';

export interface VoiceDeps extends MenuDeps, TwilioProofDeps {
  readonly apps: Pick<Apps, 'find'>;
  /** Base URL that Twilio was given, without a slash at the end. */
  readonly publicUrl: string;
}
type App = NonNullable<Awaited<ReturnType<VoiceDeps['apps']['find']>>>;

/** What a signed request of Twilio Voice is answered with, as TwiML; `url` is the one that Twilio was given. Nothing unsigned is read. */
export function twilioCall(
  deps: VoiceDeps,
  what: 'missed-call' | 'ivr',
  act: (app: App, call: HeardCall, url: URL) => Promise<string>,
) {
  return async ({ path, headers, rawQueryString, bytes }: HttpRequest<'appId'>): Promise<HttpResponse> => {
    const { appId } = path;
    const body = bytes();
    const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
    const url = `${deps.publicUrl}/webhooks/twilio/${appId}/voice/${what}${query}`;
    if (!(await isTwilios(deps, appId, { method: 'POST', url, headers, body }))) return { status: 401 };
    const app = await deps.apps.find(appId);
    const call = parseVoice(new URLSearchParams(body.toString('utf8')));
    if (app !== undefined && call !== undefined) return xml(await act(app, call, new URL(url)));
    await deps.aside.keep('call-unreadable', { call: body.toString('utf8'), appId, receivedAt: deps.now() });
    toldCall(appId, 'unreadable', deps.now());
    return xml(nothingToSay);
  };
}

const xml = (body: string) => ({ status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body });
