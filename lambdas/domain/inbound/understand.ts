import { matchHuman } from '../keywords/match-human.ts';
import { matchKeyword, matchStopPayload } from '../keywords/match-keyword.ts';
import type { StopScope } from '../keywords/phrases.ts';
import { toldStop } from '../keywords/rule-id.ts';
import { type Language, ownLanguage } from '../languages/language.ts';
import { parseFlowToken } from '../prompts/prompt.ts';
import { buttonPayloads, parsePreferences } from '../replies/button-payloads.ts';
import type { InboundAct } from './inbound-act.ts';

/**
 * What a person's own words or button come to. `rule` names what matched; a stop is `of` everything, or of marketing alone; help is
 * answered by the business itself.
 */
export type Understood =
  | { readonly act: 'stop'; readonly of: StopScope; readonly rule: string }
  | { readonly act: 'start'; readonly rule: string }
  | { readonly act: 'unclear-stop'; readonly rule: string }
  /** Asks for what comes, as a list to change, in the language of the words or of the message that the button stood under. */
  | { readonly act: 'preferences'; readonly language?: Language | undefined }
  /** Asks for a human. Counts where the app has one to give. */
  | { readonly act: 'human'; readonly rule: string }
  | { readonly act: 'keep' | 'help' | 'none' };

const nothing: Understood = { act: 'none' };

/** Understands free text: a WhatsApp body or caption, or an SMS. */
export function understandText(text: string): Understood {
  const match = matchKeyword(text);
  if (match.answer === 'none') return asksForHuman(text);
  if (match.answer === 'ambiguous') return { act: 'unclear-stop', rule: match.rule };
  if (match.keyword === 'stop') return { act: 'stop', of: match.of, rule: match.rule };
  if (match.keyword === 'preferences')
    return { act: 'preferences', language: ownLanguage(match.rule.split('.')[1] ?? '') };
  return match.keyword === 'help' ? { act: 'help' } : { act: 'start', rule: match.rule };
}

function asksForHuman(text: string): Understood {
  const rule = matchHuman(text);
  return rule === undefined ? nothing : { act: 'human', rule };
}

/**
 * Understands a WhatsApp message (semantics 6): payload ids that we issued; stop words in the payload of a template's quick reply,
 * which is how Meta's own "Stop promotions" arrives; free text unless it is forwarded. Nothing else acts.
 */
export function understandMessage({
  told,
  ...message
}: Pick<InboundAct, 'text' | 'payload' | 'forwarded' | 'told'>): Understood {
  const own = understandOwn(message);
  const isWhole = own.act === 'stop' && own.of === 'all';
  // It has blocked the number: whatever we make of the words, nobody is reached against it.
  return told === 'stop' && !isWhole ? { act: 'stop', of: 'all', rule: toldStop } : own;
}

function understandOwn(message: Pick<InboundAct, 'text' | 'payload' | 'forwarded'>): Understood {
  const { payload, text } = message;
  if (payload?.from === 'flow') {
    // A no counts whatever became of the prompt.
    const isStop = payload.stop && parseFlowToken(payload.id) !== undefined;
    return isStop ? { act: 'stop', of: 'all', rule: buttonPayloads.stopAll } : nothing;
  }
  if (payload !== undefined) {
    switch (payload.id) {
      case buttonPayloads.stopAll:
        return { act: 'stop', of: 'all', rule: payload.id };
      case buttonPayloads.stopMarketing:
        return { act: 'stop', of: 'marketing', rule: payload.id };
      case buttonPayloads.start:
        return { act: 'start', rule: payload.id };
      case buttonPayloads.keep:
        return { act: 'keep' };
      case buttonPayloads.human:
        return { act: 'human', rule: payload.id };
    }
    const list = parsePreferences(payload.id);
    if (list !== undefined) return { act: 'preferences', ...list };
    const stop = payload.from === 'template-button' ? matchStopPayload(payload.id) : undefined;
    return stop === undefined ? nothing : { act: 'stop', ...stop };
  }
  return text === undefined || message.forwarded ? nothing : understandText(text);
}
