import { findPurpose, marketingOf, type Purpose } from '../app/app.ts';
import { consentState, type PurposeConsent, stateOfNo } from '../consent/consent-state.ts';
import { isMarketing } from '../consent/purpose-terms.ts';
import { allMarketing, type Mark, type Registers, registersAt } from '../consent/registers.ts';
import { standingMarketingStop, standingStop, standingWithoutRequest } from '../consent/standing.ts';
import type { StatementRef } from '../consent/statement.ts';
import type { Suppression } from '../consent/suppression.ts';
import { isLifted } from '../consent/unclear-stop.ts';
import { isPlatformStopped, type PlatformStop } from '../identity/subject.ts';
import type { TemplateUse } from '../templates/template-use.ts';
import type { Milliseconds } from '../time.ts';
import { isOpen, serviceWindow, type WindowTimes } from '../window/customer-service-window.ts';
import {
  allow,
  type Decision,
  deny,
  type EligibilityFacts,
  type EligibilityRequest,
  type EligibilitySettings,
} from './decision.ts';
import { type Reason, type ReasonCode, reason } from './reasons.ts';

/** A stop is confirmed within five minutes or not at all (47 CFR 64.1200(a)(12)). */
export const confirmationLimit: Milliseconds = 5 * 60 * 1000;

/** What consent, suppressions, stops and window say to each kind of message (semantics 4); who the person is, and where, is judged by `eligibility()`. */
export function byMessage(
  facts: EligibilityFacts,
  settings: EligibilitySettings,
  request: EligibilityRequest,
  now: Milliseconds,
): Decision {
  switch (request.message) {
    case 'template':
      return template(facts, settings, request, now);
    case 'free-form':
      return freeForm(facts, settings, request, now);
    case 'stop-confirmation':
      return stopConfirmation(facts, settings, request, now);
    case 'opt-in-question':
      return optInQuestion(facts, settings, request, now);
  }
}

function template(
  facts: EligibilityFacts,
  settings: EligibilitySettings,
  request: EligibilityRequest,
  now: Milliseconds,
) {
  const { template: use } = request;
  if (use !== undefined && use.purpose === undefined) return deny([reason('template-without-purpose')]);
  const purpose = findPurpose(settings, request.purpose);
  if (purpose === undefined) return deny([reason('unknown-purpose', { purpose: request.purpose })]);
  const consent = consentState(facts.registers, purpose, now);
  const brakes = [...templateReasons(use, purpose), ...marketingBrakes(facts, stricterOf(purpose, use))];
  const basis = basisOf(consent);
  if (consent.state !== 'opted-in') {
    const ofMarketing = isStoppedMarketing(facts.registers, consent);
    return deny([reason(denialOf(consent), { ...basis, expiresAt: consent.expiresAt, ofMarketing }), ...brakes]);
  }
  if (brakes.length > 0) return deny(brakes);
  const stricterFrom = purpose.category === 'marketing' ? undefined : use?.stricterFrom;
  const ends = [consent.expiresAt, stricterFrom].filter((end) => end !== undefined);
  return allow([reason('opted-in', basis)], ends.length === 0 ? null : Math.min(...ends));
}

/** Consent to a purpose that is no marketing is no consent to marketing, whatever Meta made of the template. */
function templateReasons(use: TemplateUse | undefined, { purposeId, category }: Purpose): Reason[] {
  if (use?.category !== 'marketing' || category === 'marketing') return [];
  return [reason('template-is-marketing', { since: use.categorySince, purpose: purposeId })];
}

/** A purpose as the template makes it: the stricter category of both. */
export function stricterOf(purpose: Purpose, use: TemplateUse | undefined): Purpose {
  return use?.category === 'marketing' ? { ...purpose, category: 'marketing' } : purpose;
}

function marketingBrakes(facts: EligibilityFacts, purpose: Purpose): Reason[] {
  return [...suppressionReasons(facts, purpose), ...platformReasons(facts.platformStop, purpose)];
}

/** Whether it is a stop of marketing that keeps the purpose from being opted in. */
function isStoppedMarketing(registers: Registers, { state, ref }: PurposeConsent): boolean {
  const { R1, R2, R3 } = registersAt(registers, allMarketing);
  return state === 'opted-out' && [R1, R2, R3].some((no) => no !== undefined && no.ref === ref);
}

/** The state, or that what expired was never an opt-in. */
function denialOf({ state, unconfirmed }: PurposeConsent): ReasonCode {
  return unconfirmed === true ? 'never-confirmed' : state;
}

function freeForm(
  facts: EligibilityFacts,
  settings: EligibilitySettings,
  request: EligibilityRequest,
  now: Milliseconds,
) {
  if (findPurpose(settings, request.purpose) === undefined) {
    return deny([reason('unknown-purpose', { purpose: request.purpose })]);
  }
  const denials = suppressionReasons(facts, undefined);
  const stop = standingStop(facts.registers, marketingOf(settings));
  if (stop !== undefined) denials.unshift(reason('stopped-everything', stopBasis(stop)));
  if (!isOpen(facts.window, now)) denials.push(reason('window-closed', closing(facts.window)));
  if (denials.length > 0) return deny(denials);
  return allow([reason('window-open', closing(facts.window))], closing(facts.window).until ?? null);
}

function stopConfirmation(
  facts: EligibilityFacts,
  settings: EligibilitySettings,
  request: EligibilityRequest,
  now: Milliseconds,
) {
  const standingOne = request.stop === 'marketing' ? standingMarketingStop : standingStop;
  const stop = standingOne(facts.registers, marketingOf(settings));
  if (stop === undefined) return deny([reason('nothing-to-confirm')]);
  const since = stop.at * 1000;
  const basis = basisOf({ ...stop, since });
  const channel = stop.source === 'sms-keyword' ? 'sms' : 'whatsapp';
  const denials: Reason[] = [];
  if (request.channel !== channel) denials.push(reason('other-channel', basis));
  if (now >= since + 1000 + confirmationLimit) denials.push(reason('too-late-to-confirm', basis));
  if (denials.length > 0) return deny(denials);
  return allow([reason('stop-to-confirm', basis)], since + 1000 + confirmationLimit);
}

function optInQuestion(
  facts: EligibilityFacts,
  settings: EligibilitySettings,
  request: EligibilityRequest,
  now: Milliseconds,
) {
  const purpose = findPurpose(settings, request.purpose);
  if (purpose === undefined) return deny([reason('unknown-purpose', { purpose: request.purpose })]);
  // A request may be a stranger's, who typed the number on a page: it does not make a no askable again.
  const stood = standingWithoutRequest(facts.registers, purpose.purposeId, isMarketing(purpose));
  const denials = suppressionReasons(facts, purpose);
  const stop = standingStop(facts.registers, marketingOf(settings));
  const marketingStop = standingMarketingStop(facts.registers, marketingOf(settings));
  if (stop !== undefined) denials.push(reason('stopped-everything', stopBasis(stop)));
  else if (marketingStop !== undefined) denials.push(reason('stopped-marketing', stopBasis(marketingStop)));
  else if (stood.stands === 'revoked') {
    const basis = basisOf({ ...stood.by, since: stood.by.at * 1000 });
    denials.push(reason(stateOfNo(stood), basis));
  }
  denials.push(...platformReasons(facts.platformStop, purpose));
  const open = isOpen(facts.window, now);
  if (!open && request.missedCallAt === undefined) denials.push(reason('window-closed', closing(facts.window)));
  if (denials.length > 0) return deny(denials);
  if (!open) return allow([reason('missed-call', { since: request.missedCallAt })], null);
  return allow([reason('window-open', closing(facts.window))], closing(facts.window).until ?? null);
}

/** The suppressions that hold for a purpose; without one only those of everything. */
function suppressionReasons({ suppressions, registers }: EligibilityFacts, purpose: Purpose | undefined): Reason[] {
  const holds = (each: Suppression) =>
    each.scope === 'all' ||
    (purpose !== undefined && isMarketing(purpose) && !isLifted(each, registers, purpose.purposeId));
  return suppressions
    .filter(holds)
    .map((suppression) =>
      reason(`suppressed-${suppression.reason}`, { since: suppression.since, ref: suppression.ref }),
    );
}

function platformReasons(stop: PlatformStop, { category }: Purpose): Reason[] {
  if (category !== 'marketing' || !isPlatformStopped(stop)) return [];
  return [reason('platform-stop', { since: stop.stoppedAt, ref: stop.ref })];
}

function stopBasis(stop: Mark) {
  return basisOf({ ...stop, since: stop.at * 1000 });
}

function basisOf(from: {
  since?: Milliseconds;
  ref?: StatementRef;
  source?: Reason['source'];
  rule?: string;
  notice?: string;
}) {
  return { since: from.since, ref: from.ref, source: from.source, rule: from.rule, notice: from.notice };
}

function closing(window: WindowTimes): { since?: Milliseconds; until?: Milliseconds } {
  const { lastInboundAt } = window;
  return lastInboundAt === undefined ? {} : { since: lastInboundAt, until: lastInboundAt + serviceWindow };
}
