import { parsePromptAnswer } from '../prompts/prompt.ts';
import { parseOptInAnswer } from '../replies/button-payloads.ts';
import type { InboundAct } from './inbound-act.ts';
import type { Understood } from './understand.ts';

/**
 * Whether a message came another way than the live chat, to a number of a former portfolio, or lacks something: then nothing but a no in it
 * counts (semantics 6).
 */
export function onlyNoCounts({ via, lacks, former }: Pick<InboundAct, 'via' | 'lacks' | 'former'>): boolean {
  return via !== undefined || lacks !== undefined || former === 'portfolio';
}

/** The history of a phone is read for clear stops only; a no to a question of ours is one everywhere else. */
export function isNo({ via, payload }: Pick<InboundAct, 'via' | 'payload'>, act: Understood['act']): boolean {
  if (act === 'stop') return true;
  if (via === 'history') return false;
  const answer = payload?.from === 'reply-button' ? parseOptInAnswer(payload.id) : undefined;
  const prompted = payload && parsePromptAnswer(payload.id);
  return act === 'unclear-stop' || answer?.answer === 'no' || prompted?.answer === 'no';
}
