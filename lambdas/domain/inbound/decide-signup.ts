import type { App } from '../app/app.ts';
import { evidenceOfPoint } from '../collection/evidence-of-point.ts';
import { textAt } from '../collection/signup.ts';
import type { SignedUp } from './inbound-act.ts';
import type { HeardStatement, InboundDecision } from './inbound-decision.ts';
import type { Known } from './wanted.ts';

/**
 * What a signup comes to: first-hand, an opt-in to the purposes that were set when it was made, under the text that was valid when the
 * person read it. WhatsApp itself confirms it. It lifts no stop of WhatsApp's own: for that there is `resume`.
 *
 * A signup that is of no app on this number, or of another account, or whose text of that time is not known, is kept aside: somebody may
 * adopt it. At a number of a portfolio that the app has left, a yes counts as little as in a message.
 */
export function decideSignup(act: SignedUp, apps: readonly App[], { signup }: Known): InboundDecision {
  if (act.former === 'portfolio') return { come: 'nothing' };
  const app = apps.find(({ appId }) => appId === signup?.appId);
  const isOfAccount = act.former === 'number' || app?.whatsapp?.wabaId === signup?.wabaId;
  if (app === undefined || signup === undefined || !isOfAccount) return { come: 'keep-aside', why: 'unknown-signup' };
  const shown = textAt(signup, act.at);
  if (shown === undefined) return { come: 'keep-aside', why: 'signup-before-its-text' };
  const { person, at, received: identifiers, eventId } = act;
  const { signupId, pointId, campaign, purposes } = signup;
  const said: HeardStatement = {
    person,
    action: 'granted',
    purposes,
    level: 3,
    saidAt: at,
    source: 'in-app-signup',
    evidence: {
      identifiers,
      ...evidenceOfPoint({ pointId, campaign }),
      signupId,
      signupText: shown.text,
      signupTextSince: new Date(shown.since).toISOString(),
      noticeHash: shown.hash,
      noticeLocale: shown.locale,
    },
    eventId,
    provider: true,
  };
  return { come: 'record', apps: [{ app, changes: [{ record: 'statement', said }], isUnclear: false }] };
}
