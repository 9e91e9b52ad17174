import type { App, TemplateCategory } from '../app/app.ts';
import { consentState } from '../consent/consent-state.ts';
import type { EligibilityFacts } from '../eligibility/decision.ts';
import { eligibility } from '../eligibility/eligibility.ts';
import type { Milliseconds } from '../time.ts';
import { joinWindows } from '../window/customer-service-window.ts';

/** What may be asked about, or why nothing may be sent. */
export type Askable = { readonly purposes: readonly string[] } | { readonly codes: readonly string[] };

/** What denies one purpose alone: it is left out, and the others are asked about. */
const ofOnePurpose: ReadonlySet<string> = new Set(['opted-out', 'erased', 'platform-stop']);

/**
 * What the question of a first contact may be about (semantics 4, `opt-in-question`): not what somebody is opted in to, nor what they
 * said no to. After a stop of either scope, under any suppression, or without an open window, nothing is sent at all.
 *
 * @param at when the person wrote; the message itself opened the window, whether or not that has been noted yet
 */
export function askableAtFirst(app: App, facts: EligibilityFacts, at: Milliseconds, now: Milliseconds): Askable {
  const known = { ...facts, window: joinWindows(facts.window, { lastInboundAt: at }) };
  const ids = app.purposes.map(({ purposeId }) => purposeId);
  return askable(app, ids, known, { now });
}

/**
 * The same after a call, of these purposes. A call on the telephone opens no window: outside of one it is the call that lets us ask.
 *
 * @param calledAt when they called
 * @param askedAs Meta's category of the template that asks
 */
export function askableAfterCall(
  app: App,
  purposes: readonly string[],
  facts: EligibilityFacts,
  calledAt: Milliseconds,
  now: Milliseconds,
  askedAs?: TemplateCategory,
): Askable {
  return askable(app, purposes, facts, { now, missedCallAt: calledAt, askedAs });
}

function askable(
  app: App,
  among: readonly string[],
  facts: EligibilityFacts,
  {
    now,
    missedCallAt,
    askedAs,
  }: {
    readonly now: Milliseconds;
    readonly missedCallAt?: Milliseconds;
    readonly askedAs?: TemplateCategory | undefined;
  },
): Askable {
  const braked = facts.suppressions.map(({ reason }) => `suppressed-${reason}`);
  if (braked.length > 0) return { codes: [...new Set(braked)] };
  const purposes: string[] = [];
  for (const purpose of app.purposes) {
    if (!among.includes(purpose.purposeId)) continue;
    if (consentState(facts.registers, purpose, now).state === 'opted-in') continue;
    const asked = { purpose: purpose.purposeId, message: 'opt-in-question', channel: 'whatsapp' } as const;
    const request = missedCallAt === undefined ? asked : { ...asked, missedCallAt, askedAs };
    const { decision, reasons } = eligibility(facts, app, request, now);
    const codes = reasons.map(({ code }) => code);
    if (decision === 'allow') purposes.push(purpose.purposeId);
    else if (codes.some((code) => !ofOnePurpose.has(code))) return { codes };
  }
  return purposes.length === 0 ? { codes: ['nothing-to-ask'] } : { purposes };
}
