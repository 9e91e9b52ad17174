import type { PurposeConsent } from '../../../domain/consent/consent-state.ts';
import type { Reason } from '../../../domain/eligibility/reasons.ts';
import type { CustomerServiceWindow } from '../../../domain/window/customer-service-window.ts';
import type { Answer } from '../../../use-cases/eligibility/check-eligibility.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import { statementIdIfAny } from '../../fields/statement-id.ts';
import type { View } from '../../http/operation.ts';
import type { consentAnswer, eligibilityAnswer, windowAnswer } from './answers.ts';

/** A decision with its reasons and what it was made from. */
export function eligibilityView(answer: Answer): View<typeof eligibilityAnswer> {
  const { decision, reasons, holdsUntil, wouldChange } = answer.decision;
  return {
    decision,
    decidedAt: formatInstant(answer.decidedAt),
    userId: answer.userId,
    reasons: reasons.map(reasonView),
    holdsUntil: holdsUntil === null ? null : formatInstant(holdsUntil),
    wouldChange,
    window: answer.window && windowView(answer.window),
    consent: consentView(answer.consent),
  };
}

function reasonView({ code, detail, since, ref, rule, notice }: Reason) {
  return { code, detail, since: formatInstantIfAny(since), statementId: statementIdIfAny(ref), rule, notice };
}

/** One purpose of one person, as shown. */
export function consentView(consent: PurposeConsent): View<typeof consentAnswer> {
  const { state, since, ref, source, point, expiresAt, unconfirmed } = consent;
  return {
    state,
    since: formatInstantIfAny(since),
    source,
    pointId: point,
    statementId: statementIdIfAny(ref),
    expiresAt: formatInstantIfAny(expiresAt),
    unconfirmed,
  };
}

/** The customer service window, as shown. */
export function windowView(window: CustomerServiceWindow): View<typeof windowAnswer> {
  const { state, lastInboundAt, closesAt, freeEntryPointUntil } = window;
  return {
    state,
    lastInboundAt: formatInstantIfAny(lastInboundAt),
    closesAt: formatInstantIfAny(closesAt),
    freeEntryPointUntil: formatInstantIfAny(freeEntryPointUntil),
  };
}
