import type { ConsentState } from '../consent/consent-state.ts';
import type { Source, StatementRef } from '../consent/statement.ts';
import type { SuppressionReason } from '../identity/subject.ts';
import { describeRule } from '../keywords/describe-rule.ts';
import type { Milliseconds } from '../time.ts';

/** Stable codes of the API; a code is never renamed. */
export type ReasonCode =
  | ConsentState
  | `suppressed-${SuppressionReason}`
  | 'never-confirmed'
  | 'unknown-purpose'
  | 'platform-stop'
  | 'stopped-everything'
  | 'stopped-marketing'
  | 'window-open'
  | 'window-closed'
  | 'identity-unsettled'
  | 'no-identifier'
  | 'stop-to-confirm'
  | 'missed-call'
  | 'nothing-to-confirm'
  | 'already-confirmed'
  | 'other-channel'
  | 'too-late-to-confirm';

/** One reason of a decision, with the ledger event that it rests on where there is one. */
export interface Reason {
  readonly code: ReasonCode;
  /** A plain English sentence. */
  readonly detail: string;
  readonly since?: Milliseconds;
  readonly ref?: StatementRef;
  readonly source?: Source;
  readonly rule?: string;
  readonly notice?: string;
  /** An opt-out by a stop of marketing: START does not undo it. */
  readonly ofMarketing?: true;
}

export interface ReasonFacts {
  readonly ofMarketing?: boolean | undefined;
  readonly purpose?: string | undefined;
  readonly since?: Milliseconds | undefined;
  readonly until?: Milliseconds | undefined;
  readonly expiresAt?: Milliseconds | undefined;
  readonly ref?: StatementRef | undefined;
  readonly source?: Source | undefined;
  readonly rule?: string | undefined;
  readonly notice?: string | undefined;
}

/** How a source reads in a sentence. */
const bySource: { readonly [S in Source]: string } = {
  api: 'through the API',
  'web-form': 'on a web form',
  paper: 'on paper',
  'point-of-sale': 'at a point of sale',
  'call-centre': 'through the call centre',
  import: 'by an import',
  ivr: 'by phone',
  email: 'by e-mail',
  policy: 'by a policy of the business',
  'whatsapp-message': 'on WhatsApp',
  'whatsapp-button': 'by a button on WhatsApp',
  'whatsapp-platform': "in WhatsApp's own settings",
  'sms-keyword': 'by SMS',
  'preference-page': 'on the preference page',
  'personal-link': 'by a personal link',
  erasure: 'by an erasure',
};

/** Builds a reason and its sentence. Times are written in UTC; the sentence never holds an identifier. */
export function reason(code: ReasonCode, facts: ReasonFacts = {}): Reason {
  return {
    code,
    detail: sentence(code, facts),
    ...(facts.since !== undefined && { since: facts.since }),
    ...(facts.ref !== undefined && { ref: facts.ref }),
    ...(facts.source !== undefined && { source: facts.source }),
    ...(facts.rule !== undefined && { rule: facts.rule }),
    ...(facts.notice !== undefined && { notice: facts.notice }),
    ...(facts.ofMarketing === true && { ofMarketing: true }),
  };
}

/** What the person did to stop, as a sentence: the word they sent where a keyword matched; a payload id of ours is no word. */
export function stopSentence(facts: ReasonFacts): string {
  const how = facts.source === undefined ? '' : ` ${bySource[facts.source]}`;
  const word = facts.rule === undefined ? undefined : describeRule(facts.rule);
  if (word !== undefined && word !== facts.rule) return `The person sent ${word}${how}.`;
  return `The person opted out${on(facts.since)}${how}.`;
}

function sentence(code: ReasonCode, facts: ReasonFacts): string {
  const how = facts.source === undefined ? '' : ` ${bySource[facts.source]}`;
  switch (code) {
    case 'opted-in':
      return `The person opted in${on(facts.since)}${how}.`;
    case 'never-asked':
      return 'Nothing is recorded of this person for this purpose.';
    case 'pending':
      return `The person was asked${on(facts.since)}${how} and has not confirmed from the phone itself.`;
    case 'never-confirmed':
      return `The person was asked${on(facts.since)}${how} and did not confirm from the phone itself in time.`;
    case 'opted-out':
    case 'stopped-everything':
      return facts.ofMarketing === true ? sentence('stopped-marketing', facts) : stopSentence(facts);
    case 'stopped-marketing':
      return `The person stopped marketing messages${on(facts.since)}${how}.`;
    case 'expired':
      return `The opt-in${on(facts.since)}${how} expired${on(facts.expiresAt)}.`;
    case 'erased':
      return `The person's data was erased${on(facts.since)}.`;
    case 'unknown-purpose':
      return `The app has no purpose "${facts.purpose}".`;
    case 'platform-stop':
      return `The person stopped marketing messages of this business in WhatsApp itself${on(facts.since)}.`;
    case 'identity-unsettled':
      return 'Two records turned out to be one person, and are being made one.';
    case 'no-identifier':
      return 'The person held this number earlier and is known by no number or BSUID now.';
    case 'suppressed-ambiguous-stop':
      return `The person wrote something that may mean stop${on(facts.since)} and has not said which.`;
    case 'suppressed-administrative':
      return `The business suppressed this person${on(facts.since)}.`;
    case 'suppressed-erasure':
      return `The person asked for erasure${on(facts.since)}.`;
    case 'suppressed-quality':
      return `Sending is paused for quality${on(facts.since)}.`;
    case 'window-open':
      return `The person wrote or called${at(facts.since)}; the window is open until ${time(facts.until)}.`;
    case 'window-closed':
      return facts.since === undefined
        ? 'The person has not written or called.'
        : `The person last wrote or called${at(facts.since)}; the window closed at ${time(facts.until)}.`;
    case 'stop-to-confirm':
      return `${stopSentence(facts)} One confirmation may be sent.`;
    case 'missed-call':
      return `The person called${at(facts.since)}; one question may be asked.`;
    case 'nothing-to-confirm':
      return 'The person has not stopped everything.';
    case 'already-confirmed':
      return 'This stop was confirmed before.';
    case 'other-channel':
      return 'A stop is confirmed on the channel that it came from.';
    case 'too-late-to-confirm':
      return 'More than five minutes have passed since the stop.';
  }
}

function time(value: Milliseconds | undefined): string {
  return value === undefined ? 'an unknown time' : `${new Date(value).toISOString().slice(0, 19)}Z`;
}

function at(value: Milliseconds | undefined): string {
  return value === undefined ? '' : ` at ${time(value)}`;
}

function on(value: Milliseconds | undefined): string {
  return value === undefined ? '' : ` on ${new Date(value).toISOString().slice(0, 10)}`;
}
