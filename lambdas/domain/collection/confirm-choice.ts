import type { PersonRef } from '../identity/person.ts';
import { sameLine } from '../identity/phone.ts';
import { isReaction, withoutQuotedLines } from '../keywords/quoted-text.ts';
import type { Milliseconds } from '../time.ts';
import { saysTooLittle } from './chat-words.ts';
import type { Choice } from './choice.ts';
import { addsDoubtfulSign, leavesDoubt } from './doubts.ts';
import { withoutWords } from './own-words.ts';
import { withoutReference } from './reference.ts';

/** What a message with the code of a choice comes to, and why. */
export type Confirmation =
  | { readonly decide: 'grant' }
  /** Nothing is granted; the person is asked in the chat. */
  | { readonly decide: 'ask'; readonly why: 'other-number' | 'taken' | 'words-changed' | 'says-too-little' | 'doubt' }
  /** Plain inbound. */
  | { readonly decide: 'nothing'; readonly why: 'unknown' | 'lapsed' | 'reaction' };

/**
 * Whether a message confirms what was ticked on a page: the code is known and has not lapsed, the sender is who may confirm, and the
 * message still says the whole sentence of agreement and nothing that may take it back. When in doubt the person is asked.
 * Forwarded messages must not come here: they are somebody else's words.
 *
 * @param choice of the app that was written to
 * @param sender canonical, as the signed message names it
 * @param text as received
 * @param at the message's own time
 */
export function decideConfirmation(
  choice: Choice | undefined,
  sender: Pick<PersonRef, 'phone' | 'bsuid'>,
  text: string,
  at: Milliseconds,
): Confirmation {
  if (choice === undefined) return { decide: 'nothing', why: 'unknown' };
  if (at >= choice.expiresAt) return { decide: 'nothing', why: 'lapsed' };
  if (isReaction(text)) return { decide: 'nothing', why: 'reaction' };
  if (!mayConfirm(choice, sender)) return { decide: 'ask', why: 'other-number' };
  if (isTaken(choice, sender)) return { decide: 'ask', why: 'taken' };
  const own = withoutQuotedLines(text);
  const rest = withoutWords(withoutReference(own), choice.words);
  if (rest === undefined) return { decide: 'ask', why: 'words-changed' };
  if (saysTooLittle(choice.words)) return { decide: 'ask', why: 'says-too-little' };
  if (own !== text || addsDoubtfulSign(own, choice.words)) return { decide: 'ask', why: 'doubt' };
  return leavesDoubt(rest) ? { decide: 'ask', why: 'doubt' } : { decide: 'grant' };
}

/** Under which name a sender confirms: the number where it is known, so that a message that comes again has the same. */
export function confirmerOf({ phone, bsuid }: Pick<PersonRef, 'phone' | 'bsuid'>): string {
  return phone === undefined ? `bsuid:${bsuid ?? ''}` : `phone:${phone}`;
}

/** Numbers that were typed may confirm, in the forms that are certainly the same line; a doubtful form may be a stranger's. */
export function mayConfirm({ numbers }: Choice, { phone }: Pick<PersonRef, 'phone'>): boolean {
  return numbers.length === 0 || (phone !== undefined && numbers.some((number) => sameLine(number, phone)));
}

/** Without numbers a choice is for the first who confirms it. */
function isTaken({ numbers, confirmedBy = [] }: Choice, sender: Pick<PersonRef, 'phone' | 'bsuid'>): boolean {
  return numbers.length === 0 && confirmedBy.length > 0 && !confirmedBy.includes(confirmerOf(sender));
}
