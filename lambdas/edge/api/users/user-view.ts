import type { App } from '../../../domain/app/app.ts';
import { consentState } from '../../../domain/consent/consent-state.ts';
import { formatE164 } from '../../../domain/identity/phone.ts';
import { isEarlierHolder, isPlatformStopped, type KnownPerson } from '../../../domain/identity/subject.ts';
import { customerServiceWindow } from '../../../domain/window/customer-service-window.ts';
import { formatInstant } from '../../fields/instant.ts';
import { statementId } from '../../fields/statement-id.ts';
import { consentView, windowView } from '../eligibility/eligibility-answer.ts';

/** One user of an app, as shown at `now`. */
export function userView({ subject, window }: KnownPerson, app: App, now: number) {
  const consents = app.purposes.map(
    (purpose) => [purpose.purposeId, consentState(subject.registers, purpose, now)] as const,
  );
  const shownWindow = customerServiceWindow(window, now);
  // What was said for an earlier holder is kept, and nobody can be written to by it.
  const isEarlier = isEarlierHolder(subject);
  const { phone, bsuid, firstContactAt, platformStop } = subject;
  return {
    userId: subject.userId,
    ...(phone !== undefined && { phone: formatE164(phone) }),
    ...(bsuid !== undefined && { bsuid }),
    ...(isEarlier && { holder: 'earlier' as const }),
    optedIn: !isEarlier && consents.some(([, consent]) => consent.state === 'opted-in'),
    activity:
      shownWindow.state === 'open' ? 'active' : isContact(firstContactAt, window.lastInboundAt) ? 'inactive' : 'never',
    window: windowView(shownWindow),
    consent: Object.fromEntries(consents.map(([purposeId, consent]) => [purposeId, consentView(consent)])),
    ...(firstContactAt !== undefined && { firstContactAt: formatInstant(firstContactAt) }),
    suppressions: subject.suppressions.map(({ reason, scope, since, ref }) => ({
      reason,
      scope,
      since: formatInstant(since),
      statementId: statementId(ref),
    })),
    platformStop: {
      stopped: isPlatformStopped(platformStop),
      ...(platformStop.stoppedAt !== undefined && { stoppedAt: formatInstant(platformStop.stoppedAt) }),
      ...(platformStop.resumedAt !== undefined && { resumedAt: formatInstant(platformStop.resumedAt) }),
    },
    firstKnownAt: formatInstant(subject.firstKnownAt),
  };
}

/** The window item may be gone; the first contact stays. */
function isContact(...times: readonly (number | undefined)[]): boolean {
  return times.some((time) => time !== undefined);
}
