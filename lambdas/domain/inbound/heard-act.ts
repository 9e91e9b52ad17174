import type { Source } from '../consent/statement.ts';
import { channelRules } from './channel-rules.ts';
import { evidenceOf } from './evidence-of-act.ts';
import type { InboundAct } from './inbound-act.ts';
import type { HeardBrake, HeardHandover } from './inbound-decision.ts';

/** What every statement by a message has: said first-hand, by a payload that proves who it was. */
export function statementOf(act: InboundAct) {
  const { person, at, messageId } = act;
  return {
    person,
    level: 3,
    saidAt: at,
    source: sourceOf(act),
    eventId: messageId,
    provider: true,
  } as const;
}

/** An unclear stop by a message. */
export function brakeOf(act: InboundAct): HeardBrake {
  const { person, at, messageId } = act;
  return {
    person,
    at,
    eventId: messageId,
    reason: 'ambiguous-stop',
    lift: false,
    evidence: evidenceOf(act),
    source: sourceOf(act),
  };
}

/** A message that asks for a human. */
export function handoverOf(act: InboundAct, rule: string): HeardHandover {
  const { person, at, messageId, payload } = act;
  return {
    person,
    at,
    eventId: `${messageId}:human`,
    handed: 'over',
    by: payload === undefined ? 'words' : 'button',
    rule,
    evidence: evidenceOf(act),
    source: sourceOf(act),
    reply: 'handover-confirmed',
  };
}

/** Where an act happened: by words or by a button, on its channel. */
export function sourceOf({ channel, payload }: InboundAct): Source {
  const { words, button } = channelRules[channel].source;
  return payload === undefined ? words : button;
}
