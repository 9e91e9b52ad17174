import { type App, findPurpose, marketingOf, type Purpose, type TemplateCategory } from '../app/app.ts';
import type { NumberSettings, Portfolios } from '../app/portfolios.ts';
import { consentState, type PurposeConsent, stateOfNo } from '../consent/consent-state.ts';
import { isMarketing } from '../consent/purpose-terms.ts';
import { allMarketing, type Mark, type Registers, registersAt } from '../consent/registers.ts';
import { standingMarketingStop, standingStop, standingWithoutRequest } from '../consent/standing.ts';
import type { StatementRef } from '../consent/statement.ts';
import type { Suppression } from '../consent/suppression.ts';
import { isLifted } from '../consent/unclear-stop.ts';
import { type CountryDenials, countryDenials } from '../countries/country-denials.ts';
import { portfolioOf } from '../identity/portfolio.ts';
import { isPlatformStopped, type PlatformStop } from '../identity/subject.ts';
import type { TemplateUse } from '../templates/template-use.ts';
import type { Milliseconds } from '../time.ts';
import { isOpen, serviceWindow, type WindowTimes, windowSince } from '../window/customer-service-window.ts';
import type { Handover } from '../window/handover.ts';
import { type Reason, type ReasonCode, reason } from './reasons.ts';
import { whatWouldChange } from './would-change.ts';

/** What is to be sent (semantics 4). */
export const messageKinds = ['template', 'free-form', 'stop-confirmation', 'opt-in-question'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** The question: may this kind of message go out for this purpose now? */
export interface EligibilityRequest {
  readonly purpose: string;
  readonly message: MessageKind;
  /** For `template`: what the registry says of the very template that is to be sent; its purpose is the one asked about. */
  readonly template?: TemplateUse;
  /** For `stop-confirmation`: of which stop (default: of everything), and on which channel. That it goes out once is `confirmed-once.ts`. */
  readonly stop?: 'all' | 'marketing';
  readonly channel?: 'whatsapp' | 'sms';
  /** For `opt-in-question`: a missed call that has not been answered with a question yet. */
  readonly missedCallAt?: Milliseconds;
  /** For `opt-in-question` outside a window: Meta's category of the template by which it goes out (default: the purpose's). */
  readonly askedAs?: TemplateCategory | undefined;
}

/** What is known of the person. An unknown person has none of it: `unknownPerson`. */
export interface EligibilityFacts {
  readonly registers: Registers;
  readonly suppressions: readonly Suppression[];
  readonly platformStop: PlatformStop;
  readonly window: WindowTimes;
  /** When they were handed over to a human, and back: silences automation, and decides nothing here. */
  readonly handover?: Handover | undefined;
  /** Number and BSUID, as far as they are known to be held now. Whoever holds neither cannot be written to. */
  readonly holdsIdentifier?: boolean;
  /** The BSUID, where nothing else names the person: it is good in its own portfolio only. */
  readonly onlyBsuid?: string | undefined;
  /** Where the message would go to (`countriesOf`). */
  readonly countries?: readonly string[];
  /** Who the person is is being settled. */
  readonly unsettled?: boolean;
  /** What is known under a BSUID that was named beside the number: only its no counts. */
  readonly beside?: EligibilityFacts;
}

/** What of an app's settings a decision depends on. */
export type EligibilitySettings = Pick<App, 'purposes' | 'countryRules'> &
  Pick<NumberSettings, 'numberSince'> & { readonly portfolios?: Pick<Portfolios, 'now'> | undefined };

export const unknownPerson: EligibilityFacts = { registers: {}, suppressions: [], platformStop: {}, window: {} };

export interface Decision {
  readonly decision: 'allow' | 'deny';
  /** Every reason that decided; what did not decide is not listed. */
  readonly reasons: readonly Reason[];
  /** Until when the answer holds if nobody says anything; null = until somebody does. */
  readonly holdsUntil: Milliseconds | null;
  /** What would change it, in plain sentences. */
  readonly wouldChange: readonly string[];
}

/** A stop is confirmed within five minutes or not at all (47 CFR 64.1200(a)(12)). */
export const confirmationLimit: Milliseconds = 5 * 60 * 1000;

/**
 * May this message go to this person now, and why? Pure; the one place where this is decided, for the API, the export and the
 * senders alike. When in doubt the answer is no.
 *
 * @param facts consent, suppressions, platform stop and window of the person
 * @param settings the app; an unknown purpose is denied
 * @param now epoch milliseconds
 */
export function eligibility(
  facts: EligibilityFacts,
  settings: EligibilitySettings,
  request: EligibilityRequest,
  now: Milliseconds,
): Decision {
  const known = withNumber(facts, settings);
  const own = decided(known, settings, request, now);
  // A stop is confirmed to whoever said it, whoever that turns out to be, and wherever that is.
  if (request.message === 'stop-confirmation') return own;
  const outside = identityReasons(facts, settings, request, now);
  const abroad = countryReasons(known, settings, request, now);
  const isAllowed = own.decision === 'allow' && outside.length === 0;
  const { changesAt } = abroad;
  if (abroad.reasons.length > 0 && isAllowed) return { ...deny(abroad.reasons), holdsUntil: changesAt ?? null };
  if (isAllowed) return { ...own, holdsUntil: earlier(own.holdsUntil, changesAt) };
  return deny([...outside, ...(own.decision === 'deny' ? own.reasons : []), ...abroad.reasons]);
}

/** What keeps the message out of the country, whoever the person is and whatever they said. */
function countryReasons(
  { countries = [], window }: EligibilityFacts,
  settings: EligibilitySettings,
  { message, purpose, template: use, askedAs }: EligibilityRequest,
  now: Milliseconds,
): { readonly reasons: readonly Reason[] } & Pick<CountryDenials, 'changesAt'> {
  const found = findPurpose(settings, purpose);
  const ofPurpose = found === undefined ? use?.category : stricterOf(found, use).category;
  // A country keeps out templates by what they are. What a question asks for is said yes to there as anywhere.
  const category = message === 'opt-in-question' ? (askedAs ?? ofPurpose) : ofPurpose;
  // Inside an open window a question is no template.
  const isTemplate = message === 'template' || (message === 'opt-in-question' && !isOpen(window, now));
  const isMarketingTemplate = isTemplate && category === 'marketing';
  const { denials, changesAt } = countryDenials(countries, isMarketingTemplate, settings.countryRules ?? [], now);
  const reasons = denials.map(({ ruleId, since, detail }) =>
    reason('country-not-served', { since, detail, rule: ruleId && `country.${ruleId}` }),
  );
  return { reasons, ...(changesAt !== undefined && { changesAt }) };
}

function earlier(holdsUntil: Milliseconds | null, changesAt: Milliseconds | undefined): Milliseconds | null {
  return changesAt === undefined ? holdsUntil : Math.min(holdsUntil ?? changesAt, changesAt);
}

/** A window that was opened with another number of the business is none with this one (Meta keeps one for each). */
function withNumber(facts: EligibilityFacts, { numberSince }: EligibilitySettings): EligibilityFacts {
  return { ...facts, window: windowSince(facts.window, numberSince) };
}

/** What denies whoever the person is, or because of the BSUID that was named beside the number. */
function identityReasons(
  facts: EligibilityFacts,
  settings: EligibilitySettings,
  request: EligibilityRequest,
  now: Milliseconds,
): Reason[] {
  const reasons: Reason[] = [];
  if (facts.unsettled === true) reasons.push(reason('identity-unsettled'));
  if (facts.holdsIdentifier === false) reasons.push(reason('no-identifier'));
  if (facts.onlyBsuid !== undefined && portfolioOf(facts.onlyBsuid) !== (settings.portfolios?.now ?? 0))
    reasons.push(reason('former-portfolio'));
  if (facts.beside !== undefined) {
    const { reasons: found } = decided(facts.beside, settings, request, now);
    reasons.push(...found.filter(({ code }) => saysNo(code)));
  }
  return reasons;
}

/** Reasons that somebody's no stands, not that a yes is missing. */
function saysNo(code: ReasonCode): boolean {
  return (
    code === 'opted-out' ||
    code === 'erased' ||
    code === 'stopped-everything' ||
    code === 'platform-stop' ||
    code.startsWith('suppressed-')
  );
}

function decided(
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
function stricterOf(purpose: Purpose, use: TemplateUse | undefined): Purpose {
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

function allow(reasons: readonly Reason[], holdsUntil: Milliseconds | null): Decision {
  return { decision: 'allow', reasons, holdsUntil, wouldChange: whatWouldChange(reasons) };
}

function deny(reasons: readonly Reason[]): Decision {
  return { decision: 'deny', reasons, holdsUntil: null, wouldChange: whatWouldChange(reasons) };
}
