import type { PurposeConsent } from '../../../domain/consent/consent-state.ts';
import type { Reason } from '../../../domain/eligibility/reasons.ts';
import type { CustomerServiceWindow } from '../../../domain/window/customer-service-window.ts';
import type { Answer } from '../../../use-cases/eligibility/check-eligibility.ts';
import { formatInstant } from '../../fields/instant.ts';
import { statementId } from '../../fields/statement-id.ts';
import type { HttpResponse } from '../../http/http-request.ts';

/** A decision with its reasons and what it was made from. */
export function eligibilityAnswer(answer: Answer): HttpResponse {
  const { decision, reasons, holdsUntil, wouldChange } = answer.decision;
  return {
    status: 200,
    body: {
      decision,
      decidedAt: formatInstant(answer.decidedAt),
      ...(answer.userId !== undefined && { userId: answer.userId }),
      reasons: reasons.map(reasonView),
      holdsUntil: holdsUntil === null ? null : formatInstant(holdsUntil),
      wouldChange,
      ...(answer.window !== undefined && { window: windowView(answer.window) }),
      consent: consentView(answer.consent),
    },
  };
}

function reasonView({ code, detail, since, ref, rule, notice }: Reason) {
  return {
    code,
    detail,
    ...(since !== undefined && { since: formatInstant(since) }),
    ...(ref !== undefined && { statementId: statementId(ref) }),
    ...(rule !== undefined && { rule }),
    ...(notice !== undefined && { notice }),
  };
}

/** One purpose of one person, as shown. */
export function consentView({ state, since, ref, source, expiresAt, unconfirmed }: PurposeConsent) {
  return {
    state,
    ...(since !== undefined && { since: formatInstant(since) }),
    ...(source !== undefined && { source }),
    ...(ref !== undefined && { statementId: statementId(ref) }),
    ...(expiresAt !== undefined && { expiresAt: formatInstant(expiresAt) }),
    ...(unconfirmed === true && { unconfirmed }),
  };
}

/** The customer service window, as shown. */
export function windowView({ state, lastInboundAt, closesAt, freeEntryPointUntil }: CustomerServiceWindow) {
  return {
    state,
    ...(lastInboundAt !== undefined && { lastInboundAt: formatInstant(lastInboundAt) }),
    ...(closesAt !== undefined && { closesAt: formatInstant(closesAt) }),
    ...(freeEntryPointUntil !== undefined && { freeEntryPointUntil: formatInstant(freeEntryPointUntil) }),
  };
}
