import type { App } from '../app/app.ts';
import { type Answerable, automatedReply } from '../automation/decide-automated.ts';
import type { Errand } from '../ledger/errand.ts';
import { automatedName } from '../replies/compose-automated.ts';
import { languageIn } from './ask-at-first.ts';
import type { Carried } from './decide-reference.ts';
import { sourceOf } from './heard-act.ts';
import type { InboundAct } from './inbound-act.ts';
import type { AutomatedAct } from './inbound-decision.ts';

/** Whether an act may be answered by what an app says by itself: live, on WhatsApp, to a number of today. */
export function mayAnswerItself({ channel, via, former, lacks }: InboundAct): boolean {
  return channel === 'whatsapp' && via === undefined && former === undefined && lacks === undefined;
}

/** @param carried what of the text is the person's own, where words of ours are in it */
export function answerableOf(act: InboundAct, carried: Carried | undefined): AutomatedAct {
  const { person, at, messageId, received, forwarded, text } = act;
  return {
    person,
    at,
    eventId: messageId,
    source: sourceOf(act),
    identifiers: received,
    locale: languageIn(act, carried),
    text: forwarded ? undefined : (carried?.rest ?? text),
  };
}

/**
 * The automated reply that a message asks for, as an errand that names which one: when it is sent, all is asked again.
 *
 * @param noted `asked`: the person is asked something because of this message, and gets no second one
 */
export function automatedErrand(
  { automatedReplies, timeZone }: App,
  { text, ...act }: AutomatedAct,
  { before, asked }: Pick<Answerable, 'before'> & { readonly asked?: boolean | undefined },
): Errand | undefined {
  if (automatedReplies === undefined || asked === true) return undefined;
  const found = automatedReply(automatedReplies, timeZone, { at: act.at, text, before });
  return found && { ...act, kind: 'automated-reply', words: automatedName(automatedReplies, found) };
}
