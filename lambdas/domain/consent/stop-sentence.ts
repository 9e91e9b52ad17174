import { describeRule } from '../keywords/describe-rule.ts';
import type { Milliseconds } from '../time.ts';
import type { Source } from './statement.ts';

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
  'in-app-signup': 'by a signup in WhatsApp',
  'messaging-provider': 'as the messaging provider reported',
};

/** ` by SMS`: how somebody said it, ready to be put behind a sentence; nothing where it is not known. */
export function howSaid(source: Source | undefined): string {
  return source === undefined ? '' : ` ${bySource[source]}`;
}

/** ` on 2026-11-21`, in UTC; nothing where it is not known. */
export function onDay(value: Milliseconds | undefined): string {
  return value === undefined ? '' : ` on ${new Date(value).toISOString().slice(0, 10)}`;
}

/** What the person did to stop, as a sentence: the word they sent where a keyword matched; a payload id of ours is no word. */
export function stopSentence(said: {
  readonly since?: Milliseconds;
  readonly source?: Source;
  readonly rule?: string;
}): string {
  const word = said.rule === undefined ? undefined : describeRule(said.rule);
  if (word !== undefined && word !== said.rule) return `The person sent ${word}${howSaid(said.source)}.`;
  return `The person opted out${onDay(said.since)}${howSaid(said.source)}.`;
}
