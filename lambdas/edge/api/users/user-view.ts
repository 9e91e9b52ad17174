import type { App } from '../../../domain/app/app.ts';
import { portfolioCount } from '../../../domain/app/portfolios.ts';
import { consentState } from '../../../domain/consent/consent-state.ts';
import { formatE164 } from '../../../domain/identity/phone.ts';
import { writtenIfPresent } from '../../../domain/identity/portfolio.ts';
import { isEarlierHolder, isPlatformStopped, type KnownPerson } from '../../../domain/identity/subject.ts';
import { activityOf } from '../../../domain/window/activity.ts';
import {
  customerServiceWindow,
  type WindowTimes,
  windowSince,
} from '../../../domain/window/customer-service-window.ts';
import { type Handover, withHumanUntil } from '../../../domain/window/handover.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import { consentView, windowView } from '../eligibility/eligibility-view.ts';
import { suppressionView } from '../suppressions/suppression-view.ts';
import type { userAnswer } from './answers.ts';

/** One user of an app, as shown at `now`. */
export function userView({ subject, window }: KnownPerson, app: App, now: number): View<typeof userAnswer> {
  const consents = app.purposes.map(
    (purpose) => [purpose.purposeId, consentState(subject.registers, purpose, now)] as const,
  );
  const ownWindow = windowSince(window, app.numberSince);
  // What was said for an earlier holder is kept, and nobody can be written to by it.
  const isEarlier = isEarlierHolder(subject);
  const present = portfolioCount(app).now;
  const isReachable = subject.phone !== undefined || writtenIfPresent(subject.bsuid, present) !== undefined;
  const { phone, bsuid, firstContactAt, platformStop } = subject;
  return {
    userId: subject.userId,
    phone: phone === undefined ? undefined : formatE164(phone),
    bsuid: writtenIfPresent(bsuid, present),
    holder: isEarlier ? 'earlier' : undefined,
    optedIn: isReachable && consents.some(([, consent]) => consent.state === 'opted-in'),
    activity: activityOf(ownWindow, { firstContactAt, lastInboundAt: window.lastInboundAt }, now),
    window: windowView(customerServiceWindow(ownWindow, now)),
    consent: Object.fromEntries(consents.map(([purposeId, consent]) => [purposeId, consentView(consent)])),
    firstContactAt: formatInstantIfAny(firstContactAt),
    suppressions: subject.suppressions.map(suppressionView),
    platformStop: {
      stopped: isPlatformStopped(platformStop),
      stoppedAt: formatInstantIfAny(platformStop.stoppedAt),
      resumedAt: formatInstantIfAny(platformStop.resumedAt),
    },
    ...withHuman(subject.handover ?? {}, ownWindow, now),
    firstKnownAt: formatInstant(subject.firstKnownAt),
  };
}

/** That somebody is with a human: since when, by what, until when if nothing more is said. */
function withHuman(handover: Handover, window: WindowTimes, now: number) {
  const until = withHumanUntil(handover, window, now);
  if (until === undefined || handover.since === undefined || handover.by === undefined) return {};
  return { withHuman: { since: formatInstant(handover.since), cause: handover.by, until: formatInstant(until) } };
}
