import { asked, rejected, said } from '../../../adapters/providers/twilio/twiml.ts';
import { numberReader } from '../../../edge/numbers/number-reader.ts';
import { hearCall } from '../../../use-cases/telephone/hear-call.ts';
import { menu } from '../../../use-cases/telephone/menu.ts';
import { toldCall } from '../telephone/told-call.ts';
import { twilioCall, type VoiceDeps } from './twilio-call.ts';

const read = numberReader('e164');

/** Twilio Voice: a missed call is rejected; a menu is said, and its key heard. */
export function twilioVoice(deps: VoiceDeps) {
  return {
    missedCall: twilioCall(deps, 'missed-call', async (app, call) => {
      toldCall(app.appId, await hearCall(deps, app, { ...call, digits: undefined }, read), deps.now());
      return rejected;
    }),
    ivr: twilioCall(deps, 'ivr', async (app, call, url) => {
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
