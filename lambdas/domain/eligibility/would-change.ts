import type { Reason, ReasonCode } from './reasons.ts';

const wouldChangeBy: { readonly [Code in ReasonCode]: string } = {
  'opted-in': 'The person opts out.',
  'window-open': 'The window closes 24 hours after the last message or call, or the person stops everything.',
  'stop-to-confirm': 'The confirmation is sent, or five minutes pass.',
  'missed-call': 'The question is asked.',
  'unknown-purpose': 'The purpose is added to the app and the person opts in to it.',
  'template-without-purpose': 'The template is given the purpose that it serves.',
  'template-is-marketing':
    'The template serves a purpose of the category marketing and the person opts in to that, or Meta makes the template utility again.',
  'never-asked': 'The person opts in.',
  pending: 'The person confirms from the phone itself.',
  'never-confirmed': 'The person opts in by an own act, or is asked anew and confirms.',
  'opted-out': 'The person sends START or opts in again.',
  expired: 'The person opts in again.',
  erased: 'The person opts in again by an own act.',
  'stopped-everything': 'The person sends START or opts in again.',
  'stopped-marketing': 'The person opts in again; START does not undo it.',
  'window-closed': 'The person writes or calls.',
  'platform-stop': "The person resumes marketing messages in WhatsApp's own settings.",
  'country-not-served':
    'WhatsApp delivers this in that country again, or the settings of the app say that it does (`countryRules`).',
  'suppressed-ambiguous-stop': 'The person answers whether they meant to stop.',
  'suppressed-administrative': 'The business lifts the suppression.',
  'suppressed-erasure': 'The person opts in again by an own act.',
  'suppressed-quality': 'The quality pause ends.',
  'identity-unsettled': 'Nothing needs to be done: ask again in a moment.',
  'no-identifier': 'The person becomes known by a number or BSUID of today.',
  'former-portfolio': 'The person becomes known by a phone number, or the app goes back to that portfolio.',
  'nothing-to-confirm': 'The person stops everything.',
  'other-channel': 'The confirmation goes out on the channel of the stop.',
  'too-late-to-confirm': 'Nothing: a stop is confirmed within five minutes.',
};

/** What would change a decision, in plain sentences, each once. */
export function whatWouldChange(reasons: readonly Reason[]): string[] {
  return [...new Set(reasons.map(({ code, ofMarketing }) => wouldChangeBy[ofMarketing ? 'stopped-marketing' : code]))];
}
