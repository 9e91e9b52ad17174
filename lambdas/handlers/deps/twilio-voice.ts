import { parseVoice } from '../../adapters/providers/twilio/parse-voice.ts';
import { asked, nothingToSay, rejected, said } from '../../adapters/providers/twilio/twiml.ts';
import type { HeardCall } from '../../domain/telephone/heard-call.ts';
import type { HttpRequest, HttpResponse } from '../../edge/http/http-request.ts';
import { numberReader } from '../../edge/numbers/number-reader.ts';
import type { Apps } from '../../use-cases/ledger/ports.ts';
import { hearCall } from '../../use-cases/telephone/hear-call.ts';
import { type MenuDeps, menu } from '../../use-cases/telephone/menu.ts';
import { toldCall } from './told-call.ts';
import { isTwilios, type TwilioProofDeps } from './twilio-proof.ts';

export interface VoiceDeps extends MenuDeps, TwilioProofDeps {
  readonly apps: Pick<Apps, 'find'>;
  /** Base URL that Twilio was given, without a slash at the end. */
  readonly publicUrl: string;
}
type App = NonNullable<Awaited<ReturnType<VoiceDeps['apps']['find']>>>;
const read = numberReader('e164');

/** Twilio Voice, as TwiML. Nothing unsigned is read. */
export function twilioVoice(deps: VoiceDeps) {
  const answered =
    (what: string, act: (app: App, call: HeardCall, url: URL) => Promise<string>) =>
    async ({ path: { appId }, headers, rawQueryString, bytes }: HttpRequest<'appId'>): Promise<HttpResponse> => {
      const body = bytes();
      const query = rawQueryString === '' ? '' : `?${rawQueryString}`;
      const url = `${deps.publicUrl}/webhooks/twilio/${appId}/voice/${what}${query}`;
      if (!(await isTwilios(deps, appId, { method: 'POST', url, headers, body }))) return { status: 401 };
      const app = await deps.apps.find(appId);
      const call = parseVoice(new URLSearchParams(body.toString('utf8')));
      const isRead = app !== undefined && call !== undefined;
      if (!isRead) await deps.aside.keep('call-unreadable', { call: body.toString(), appId, receivedAt: deps.now() });
      if (!isRead) toldCall(appId, 'unreadable', deps.now());
      const twiml = isRead ? await act(app, call, new URL(url)) : nothingToSay;
      return { status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body: twiml };
    };
  return {
    missedCall: answered('missed-call', async (app, call) => {
      toldCall(app.appId, await hearCall(deps, app, { ...call, digits: undefined }, read), deps.now());
      return rejected;
    }),
    ivr: answered('ivr', async (app, call, url) => {
      const [locale, heard] = ['locale', 'said'].map((name) => url.searchParams.get(name) ?? undefined);
      const answer = await menu(deps, app, { call, locale, said: heard }, read);
      toldCall(app.appId, answer.outcome, deps.now());
      if (answer.outcome === 'silent') return rejected;
      if (answer.outcome !== 'speak') return said(answer.text, answer.locale);
      // The key comes to the same address, which then says which words were said.
      const action = new URLSearchParams({ locale: answer.locale, said: answer.said });
      return asked(answer.text, answer.locale, `${url.origin}${url.pathname}?${action}`);
    }),
  };
}
