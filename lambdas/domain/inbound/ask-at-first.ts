import type { App } from '../app/app.ts';
import { withoutOwnTexts } from '../keywords/own-texts.ts';
import { languageWritten } from '../languages/language-written.ts';
import type { AskedAtFirst, Errand } from '../ledger/errand.ts';
import { isDenial } from '../ledger/statement-command.ts';
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
    // START may give something back, and is answered; HELP the business answers; the list is an answer, too; the others settle a question
    // of ours, or ask for a human.
    case 'start':
    case 'preferences':
    case 'help':
    case 'keep':
    case 'human':
      return 'later';
    case 'none': {
      if (of.changes.some(saysNo)) return undefined;
      if (of.changes.some(isAnswered)) return 'later';
      return { ...errandOf(act, languageIn(act, of.carried)), ...cameBy(of.carried) };
    }
  }
}

/** The question after a call: in no language that the person wrote. */
export function askedAfterCall(call: InboundCall, app: App): AskedAtFirst | undefined {
  return app.automatedMessage.enabled ? errandOf({ ...call, messageId: call.callId }, undefined) : undefined;
}

/** Where the chat came from: the point of a yes to the question, too. */
function cameBy(carried: Carried | undefined): Pick<Errand, 'pointId' | 'campaign'> {
  if (carried?.kind !== 'point' && carried?.kind !== 'ad') return {};
  const { pointId, campaign } = carried.point;
  return { pointId, campaign };
}

/** A refusal, or a no to something that is gone. */
function saysNo(change: InboundChange): boolean {
  if (change.record === 'brake') return !change.brake.lift;
  return change.record === 'statement' && isDenial(change.said.action);
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

/** Of the person's own words: what a link or an ad made ready, a button or somebody else's words say nothing of them. */
export function languageIn(act: InboundAct, carried: Carried | undefined): string | undefined {
  const { text, payload, forwarded, referral } = act;
  if (payload !== undefined || forwarded || referral !== undefined) return undefined;
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
): Errand {
  const source = channelRules[channel].source.words;
  return { kind: 'first-contact', person, at, eventId: messageId, source, identifiers: received, locale };
}
