import { parseVoice } from '../../adapters/providers/twilio/parse-voice.ts';
import { asked, nothingToSay, rejected, said } from '../../adapters/providers/twilio/twiml.ts';
import type { App } from '../../domain/app/app.ts';
import type { SpokenNotice } from '../../domain/telephone/call-hook.ts';
import { spokenAnswer } from '../../domain/telephone/speak.ts';
import { saidName } from '../../edge/api/telephone/said-name.ts';
import type { HttpRequest, HttpResponse } from '../../edge/http/http-request.ts';
import { numberReader } from '../../edge/numbers/number-reader.ts';
import type { NoticeStore } from '../../use-cases/collection/ports.ts';
import type { Apps } from '../../use-cases/ledger/ports.ts';
import { type HearCallDeps, hearCall } from '../../use-cases/telephone/hear-call.ts';
import { speak } from '../../use-cases/telephone/speak.ts';
import { toldCall } from './told-call.ts';
import { isTwilios, type TwilioProofDeps } from './twilio-proof.ts';

export interface VoiceDeps extends HearCallDeps, TwilioProofDeps {
  readonly apps: Pick<Apps, 'find'>;
  readonly notices: Pick<NoticeStore, 'find' | 'latest'>;
  /** Base URL that Twilio was given, without a slash at the end. */
  readonly publicUrl: string;
}

type VoiceRoute = HttpRequest<'appId'>;
type Voice = NonNullable<ReturnType<typeof parseVoice>>;

const xml = (body: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body,
});
const readNumber = numberReader('e164');

/** Twilio Voice: a missed call is rejected, and a menu is said and its key heard. Nothing unsigned is read. */
export function twilioVoice(deps: VoiceDeps) {
  return {
    missedCall: (request: VoiceRoute) =>
      answered(deps, request, 'missed-call', async (app, { call }) => {
        toldCall(app.appId, await hearCall(deps, app, { ...call, digits: undefined }, readNumber), deps.now());
        return xml(rejected);
      }),
    ivr: (request: VoiceRoute) =>
      answered(deps, request, 'ivr', (app, voice) =>
        menu(deps, app, voice, new URLSearchParams(request.rawQueryString)),
      ),
  };
}

async function answered(
  deps: VoiceDeps,
  request: VoiceRoute,
  what: 'missed-call' | 'ivr',
  act: (app: App, voice: Voice) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const { path, headers, rawQueryString, bytes } = request;
  const { appId } = path;
  const body = bytes();
  const url = `${deps.publicUrl}/webhooks/twilio/${appId}/voice/${what}${rawQueryString === '' ? '' : `?${rawQueryString}`}`;
  if (!(await isTwilios(deps, appId, { method: 'POST', url, headers, body }))) return { status: 401 };
  const app = await deps.apps.find(appId);
  const voice = parseVoice(new URLSearchParams(body.toString('utf8')));
  if (app === undefined || voice === undefined) {
    await deps.aside.keep('call-unreadable', { call: body.toString('utf8'), appId, receivedAt: deps.now() });
    toldCall(appId, 'unreadable', deps.now());
    return xml(nothingToSay);
  }
  return act(app, voice);
}

/** The key comes to the address of the menu, which then says in its query which words were said. */
async function menu(
  deps: VoiceDeps,
  app: App,
  { call, isAnswer }: Voice,
  query: URLSearchParams,
): Promise<HttpResponse> {
  const locale = query.get('locale') ?? undefined;
  const spoken = await speak(deps.notices, app, locale);
  const says = spoken?.noticeLocale ?? app.locale;
  if (isAnswer) {
    const heard = spoken !== undefined && query.get('said') === saidName(spoken) ? spoken : undefined;
    const outcome = await hearCall(deps, app, call, readNumber, heard);
    toldCall(app.appId, outcome, deps.now());
    const after = outcome === 'requested' ? 'thanks' : outcome === 'refused' ? 'declined' : 'nothing';
    return xml(said(spokenAnswer(says, after), says));
  }
  if (spoken === undefined || app.telephone?.ivr?.enabled !== true) return xml(rejected);
  return xml(asked(spoken.text, says, addressOf(deps, app, spoken)));
}

function addressOf({ publicUrl }: VoiceDeps, { appId }: App, spoken: SpokenNotice): string {
  const query = new URLSearchParams({ locale: spoken.noticeLocale, said: saidName(spoken) });
  return `${publicUrl}/webhooks/twilio/${appId}/voice/ivr?${query}`;
}
