import type { App, TemplateCategory } from '../app/app.ts';
import type { EligibilityFacts, MessageKind } from '../eligibility/decision.ts';
import { eligibility } from '../eligibility/eligibility.ts';
import { confirmationLimit } from '../eligibility/message-rules.ts';
import type { ReplyKind } from '../ledger/reply-kind.ts';
import type { Milliseconds } from '../time.ts';
import { joinWindows } from '../window/customer-service-window.ts';
import { withHumanUntil } from '../window/handover.ts';
import type { ReplyRequest } from './reply-request.ts';
import { ended, promised } from './reply-words.ts';

/** Why a reply is not sent, as codes: those of eligibility, or one of our own. */
export type ReplyDecision = { readonly send: true } | { readonly send: false; readonly codes: readonly string[] };

/** The codes of a reply that would have gone out earlier: of its own time, and of that of the stop that stands. */
export const tooLate: ReadonlySet<string> = new Set(['too-late', 'too-late-to-confirm']);

/** Answers to the person's own words, which are given within five minutes or not at all (semantics 4, `answer`). */
const atOnce: ReadonlySet<ReplyKind> = new Set(['preferences', 'automated-reply', 'handover-confirmed']);
/** What nobody asked for: it is silent while the person is with a human. */
const silenced: ReadonlySet<ReplyKind> = new Set(['automated-reply', 'first-contact', 'welcome']);

/** Who called yesterday does not expect to be asked any more. */
export const welcomeLimit: Milliseconds = 24 * 60 * 60 * 1000;

/**
 * Whether a reply may go out now. The one rule is `eligibility()`; what is added is what only a reply knows: an SMS is answered on
 * its own channel, which has no window, but at once or not at all; and nobody is told that messages come who gets none.
 *
 * @param facts what is known of the person in the app that the act was recorded for
 * @param askedAs Meta's category of the template by which the question goes out
 * @param asked the purposes that a question is about: it may go out only if each of them may be asked for
 */
export function decideReply(
  request: ReplyRequest,
  app: App,
  facts: EligibilityFacts,
  now: Milliseconds,
  asked: readonly string[] = [],
  askedAs?: TemplateCategory,
): ReplyDecision {
  const isSms = request.source === 'sms-keyword';
  // It would come from another number than the person wrote to, where no window is open.
  const isOfFormer = app.numberSince !== undefined && request.at < app.numberSince;
  if (!isSms && isOfFormer) return { send: false, codes: ['number-changed'] };
  const isLate = now >= request.at + 1000 + confirmationLimit;
  const message = messageOf(request.kind);
  if (isLate && (isSms || message === 'stop-confirmation' || atOnce.has(request.kind)))
    return { send: false, codes: ['too-late'] };
  if (request.kind === 'welcome' && now >= request.at + welcomeLimit) return { send: false, codes: ['too-late'] };
  if (silenced.has(request.kind) && withHumanUntil(facts.handover ?? {}, facts.window, now) !== undefined)
    return { send: false, codes: ['with-a-human'] };
  const isPromise = request.kind === 'start-confirmed' || request.kind === 'opt-in-confirmed';
  if (isPromise && promised(request, { app, registers: facts.registers }, now).length === 0)
    return { send: false, codes: ['nothing-opted-in'] };

  if (request.kind === 'switch-off-confirmed' && ended(request, { app, registers: facts.registers }, now).length === 0)
    return { send: false, codes: ['nothing-to-confirm'] };

  const stop = request.kind === 'marketing-stop-confirmed' ? 'marketing' : 'all';
  const purposes = message === 'opt-in-question' ? asked : [app.purposes[0]?.purposeId ?? ''];
  // The act itself came by a message of the person, whether or not its window has been noted yet; a call on the telephone opens none.
  const isCall = request.kind === 'welcome';
  const known =
    isSms || isCall ? facts : { ...facts, window: joinWindows(facts.window, { lastInboundAt: request.at }) };
  const missedCallAt = isCall ? { missedCallAt: request.at, askedAs } : {};
  const channel = isSms ? 'sms' : 'whatsapp';
  // Where the person's own words came from, the answer to them goes, on any channel (decision 0063).
  const isAnswer = isSms || message === 'free-form';
  const denials = purposes
    .map((purpose) => eligibility(known, app, { purpose, message, channel, stop, ...missedCallAt }, now))
    .filter(({ decision }) => decision === 'deny')
    .flatMap(({ reasons }) => reasons.map(({ code }) => code))
    .filter((code) => !(isSms && code === 'window-closed'))
    .filter((code) => !(isAnswer && code === 'country-not-served'));
  if (purposes.length === 0) return { send: false, codes: ['nothing-to-ask'] };
  return denials.length === 0 ? { send: true } : { send: false, codes: [...new Set(denials)] };
}

function messageOf(kind: ReplyRequest['kind']): MessageKind {
  if (kind === 'stop-confirmed' || kind === 'marketing-stop-confirmed') return 'stop-confirmation';
  return kind === 'opt-in-question' || kind === 'first-contact' || kind === 'welcome' ? 'opt-in-question' : 'free-form';
}
