import type { App } from '../app/app.ts';
import { withoutOwnTexts } from '../keywords/own-texts.ts';
import { languageWritten } from '../languages/language-written.ts';
import type { AskedAtFirst } from '../ledger/errand.ts';
import { channelRules } from './channel-rules.ts';
import type { Carried } from './decide-reference.ts';
import type { InboundAct, InboundCall } from './inbound-act.ts';
import type { InboundChange } from './inbound-decision.ts';
import type { Understood } from './understand.ts';

/**
 * What a message asks for where it is the first of the person: the question, or that a later one shall ask for it, because this one has an
 * answer of its own and nobody gets two. After a stop, and after words that may be one, nobody is ever asked.
 *
 * @param changes what the message comes to besides
 */
export function askedAtFirst(
  act: InboundAct,
  app: App,
  of: {
    readonly understood: Understood['act'];
    readonly carried: Carried | undefined;
    readonly changes: readonly InboundChange[];
  },
): AskedAtFirst | undefined {
  if (!app.automatedMessage.enabled) return undefined;
  switch (of.understood) {
    case 'stop':
    case 'unclear-stop':
      return undefined;
    // START may give something back, and is answered; HELP the business answers; the other settles a question of ours.
    case 'start':
    case 'help':
    case 'keep':
      return 'later';
    case 'none': {
      if (of.changes.some(saysNo)) return undefined;
      return of.changes.some(isAnswered) ? 'later' : errandOf(act, languageIn(act, of.carried));
    }
  }
}

/** The question after a call: in no language that the person wrote. */
export function askedAfterCall(call: InboundCall, app: App): AskedAtFirst | undefined {
  return app.automatedMessage.enabled ? errandOf({ ...call, messageId: call.callId }, undefined) : undefined;
}

/** A refusal, or a no to something that is gone. */
function saysNo(change: InboundChange): boolean {
  if (change.record === 'brake') return !change.brake.lift;
  return change.record === 'statement' && (change.said.action === 'refused' || change.said.action === 'revoked');
}

/** What gets a reply: an opt-in, and the question about a choice. A chat from a point gets none. */
function isAnswered(change: InboundChange): boolean {
  switch (change.record) {
    case 'statement':
    case 'confirmation':
      return true;
    case 'chat':
      return change.chat.ask !== undefined;
    default:
      return false;
  }
}

/** Of the person's own words: what a link made ready, a button or somebody else's words say nothing of them. */
function languageIn({ text, payload, forwarded }: InboundAct, carried: Carried | undefined): string | undefined {
  if (payload !== undefined || forwarded) return undefined;
  return languageWritten(withoutOwnTexts(carried?.rest ?? text ?? ''));
}

function errandOf(
  {
    person,
    at,
    messageId,
    received,
    channel,
  }: Pick<InboundAct, 'person' | 'at' | 'messageId' | 'received' | 'channel'>,
  locale: string | undefined,
): AskedAtFirst {
  const source = channelRules[channel].source.words;
  return { kind: 'first-contact', person, at, eventId: messageId, source, identifiers: received, locale };
}
