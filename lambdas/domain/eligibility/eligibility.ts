import { findPurpose } from '../app/app.ts';
import { type CountryDenials, countryDenials } from '../countries/country-denials.ts';
import { portfolioOf } from '../identity/portfolio.ts';
import type { Milliseconds } from '../time.ts';
import { isOpen, windowSince } from '../window/customer-service-window.ts';
import {
  type Decision,
  deny,
  type EligibilityFacts,
  type EligibilityRequest,
  type EligibilitySettings,
} from './decision.ts';
import { byMessage, stricterOf } from './message-rules.ts';
import { type Reason, type ReasonCode, reason } from './reasons.ts';

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
  const own = byMessage(known, settings, request, now);
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
    const { reasons: found } = byMessage(facts.beside, settings, request, now);
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
