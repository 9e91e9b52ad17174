import { wordsOfTheirOwn } from '../collection/own-words.ts';
import { findReference } from '../collection/reference.ts';
import { parsePromptAnswer } from '../prompts/prompt.ts';
import { parseOptInAnswer } from '../replies/button-payloads.ts';
import type { InboundAct } from './inbound-act.ts';
import { understandMessage } from './understand.ts';

type Said = Pick<InboundAct, 'text' | 'payload' | 'forwarded' | 'told'>;

/**
 * Whether a message is a no, or may be one: that is heard whatever else is wrong with the message (semantics 6). Reads nothing but
 * the message, so what our own links made ready may still look like an unclear one.
 */
export function saysNo(message: Said): 'clear' | 'unclear' | undefined {
  const { text, payload } = message;
  if (message.told === 'stop') return 'clear';
  const answer = payload?.from === 'reply-button' ? parseOptInAnswer(payload.id) : undefined;
  const answered = answer ?? (payload && parsePromptAnswer(payload.id));
  if (answered !== undefined) return answered.answer === 'no' ? 'clear' : undefined;
  const isPrepared = text !== undefined && findReference(text) !== undefined;
  const { act } = understandMessage(isPrepared ? { ...message, text: wordsOfTheirOwn(text, []) } : message);
  if (act === 'stop') return 'clear';
  return act === 'unclear-stop' ? 'unclear' : undefined;
}
