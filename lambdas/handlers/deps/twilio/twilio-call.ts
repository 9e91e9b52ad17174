import type { AppSecrets } from '../../../adapters/aws/app-secrets.ts';
import { parseVoice } from '../../../adapters/providers/twilio/parse-voice.ts';
import { nothingToSay } from '../../../adapters/providers/twilio/twiml.ts';
import { metrics } from '../../../contract/metrics.ts';
import type { HeardCall } from '../../../domain/telephone/heard-call.ts';
import type { HttpRequest, HttpResponse } from '../../../edge/http/http-request.ts';
import { countMetric } from '../../../edge/runtime/count-metric.ts';
import type { Apps } from '../../../use-cases/ledger/ports.ts';
import type { MenuDeps } from '../../../use-cases/telephone/menu.ts';
import { toldCall } from '../telephone/told-call.ts';
import { judgedTwilio } from './judged-twilio.ts';

export interface VoiceDeps extends MenuDeps {
  readonly secrets: AppSecrets;
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
    // Nothing is asked for what is not even signed.
    const app = headers['x-twilio-signature'] === undefined ? undefined : await deps.apps.find(appId);
    const asked = { method: 'POST', url, headers, body } as const;
    if (app === undefined || (await judgedTwilio(deps.secrets, appId, asked)) !== 'signed') {
      countMetric(metrics.twilioRefused, 1, deps.now());
      return { status: 401 };
    }
    const call = parseVoice(new URLSearchParams(body.toString('utf8')));
    if (call !== undefined) return xml(await act(app, call, new URL(url)));
    await deps.aside.keep('call-unreadable', { call: body.toString('utf8'), appId, receivedAt: deps.now() });
    toldCall(appId, 'unreadable', deps.now());
    return xml(nothingToSay);
  };
}

const xml = (body: string) => ({ status: 200, headers: { 'content-type': 'text/xml; charset=utf-8' }, body });
