import type { ConsentState } from '../consent/consent-state.ts';
import type { Source, StatementRef } from '../consent/statement.ts';
import { howSaid, onDay, stopSentence } from '../consent/stop-sentence.ts';
import type { SuppressionReason } from '../consent/suppression.ts';
import type { Milliseconds } from '../time.ts';

/** Stable codes of the API; a code is never renamed. */
export type ReasonCode =
  | ConsentState
  | `suppressed-${SuppressionReason}`
  | 'never-confirmed'
  | 'unknown-purpose'
  | 'template-without-purpose'
  | 'template-is-marketing'
  | 'platform-stop'
  | 'country-not-served'
  | 'stopped-everything'
  | 'stopped-marketing'
  | 'window-open'
  | 'window-closed'
  | 'identity-unsettled'
  | 'no-identifier'
  | 'former-portfolio'
  | 'stop-to-confirm'
  | 'missed-call'
  | 'nothing-to-confirm'
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
  /** A sentence that stands elsewhere, such as that of a country rule. */
  readonly detail?: string | undefined;
}

/** Builds a reason and its sentence. Times are written in UTC; the sentence never holds an identifier. */
export function reason(code: ReasonCode, facts: ReasonFacts = {}): Reason {
  return {
    code,
    detail: sentence(code, facts),
    since: facts.since,
    ref: facts.ref,
    source: facts.source,
    rule: facts.rule,
    notice: facts.notice,
    ofMarketing: facts.ofMarketing === true ? true : undefined,
  };
}

function sentence(code: ReasonCode, facts: ReasonFacts): string {
  const how = howSaid(facts.source);
  switch (code) {
    case 'opted-in':
      return `The person opted in${onDay(facts.since)}${how}.`;
    case 'never-asked':
      return 'Nothing is recorded of this person for this purpose.';
    case 'pending':
      return `The person was asked${onDay(facts.since)}${how} and has not confirmed from the phone itself.`;
    case 'never-confirmed':
      return `The person was asked${onDay(facts.since)}${how} and did not confirm from the phone itself in time.`;
    case 'opted-out':
    case 'stopped-everything':
      return facts.ofMarketing === true ? sentence('stopped-marketing', facts) : stopSentence(facts);
    case 'stopped-marketing':
      return `The person stopped marketing messages${onDay(facts.since)}${how}.`;
    case 'expired':
      return `The opt-in${onDay(facts.since)}${how} expired${onDay(facts.expiresAt)}.`;
    case 'erased':
      return `The person's data was erased${onDay(facts.since)}.`;
    case 'unknown-purpose':
      return `The app has no purpose "${facts.purpose}".`;
    case 'template-without-purpose':
      return 'The template serves no purpose of the app, so nobody has agreed to it.';
    case 'template-is-marketing':
      return `The template is marketing${onDay(facts.since).replace(' on ', ' since ')}, as Meta has it, and serves "${facts.purpose}", which is not.`;
    case 'platform-stop':
      return `The person stopped marketing messages of this business in WhatsApp itself${onDay(facts.since)}.`;
    case 'country-not-served':
      return facts.detail ?? 'WhatsApp does not deliver this in the country of the number.';
    case 'identity-unsettled':
      return 'Two records turned out to be one person, and are being made one.';
    case 'no-identifier':
      return 'The person held this number earlier and is known by no number or BSUID now.';
    case 'former-portfolio':
      return 'This BSUID is of a business portfolio that the app has left: in the one of today it names nobody.';
    case 'suppressed-ambiguous-stop':
      return `The person wrote something that may mean stop${onDay(facts.since)} and has not said which.`;
    case 'suppressed-administrative':
      return `The business suppressed this person${onDay(facts.since)}.`;
    case 'suppressed-erasure':
      return `The person asked for erasure${onDay(facts.since)}.`;
    case 'suppressed-quality':
      return `Sending is paused for quality${onDay(facts.since)}.`;
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
