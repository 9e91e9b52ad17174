import { describeRule } from '../keywords/describe-rule.ts';
import { matchHuman } from '../keywords/match-human.ts';
import { matchKeyword } from '../keywords/match-keyword.ts';
import { matchOptInSms } from '../keywords/match-opt-in-sms.ts';
import { normalise } from '../keywords/normalise.ts';

/** What is wrong with a word or a text of the business. */
export interface ReplyFault {
  readonly code: string;
  readonly detail: string;
}

/** Why a word cannot be answered: nothing of it can be compared, or it says something to us already, which goes first. */
export function wordFault(word: string): ReplyFault | undefined {
  if (normalise(word) === '') return { code: 'no-word', detail: 'This must hold letters or digits.' };
  const heard = heardAs(word);
  if (heard === undefined) return undefined;
  return { code: 'heard-already', detail: `This is heard as ${describeRule(heard)}: ${heard}.` };
}

/** The rule by which we hear a word ourselves; such a word is never answered with something else. */
function heardAs(word: string): string | undefined {
  const match = matchKeyword(word);
  if (match.answer !== 'none') return match.rule;
  return matchOptInSms(word) === undefined ? matchHuman(word) : 'optin';
}

/**
 * Why a text cannot be sent: as a whole it would be heard as one of our words if a robot sent it back, or a place in it was not filled
 * in, and would not be.
 */
export function textFault(text: string): ReplyFault | undefined {
  const match = matchKeyword(text);
  if (match.answer === 'clear')
    return { code: 'heard-already', detail: `Sent back, this is heard as ${describeRule(match.rule)}: ${match.rule}.` };
  const [place] = /\{\{?\s*[\p{L}\p{N}_]+\s*\}?\}/u.exec(text) ?? [];
  if (place === undefined) return undefined;
  return { code: 'unfilled', detail: `Nothing is filled in here: people would read ${place}.` };
}
