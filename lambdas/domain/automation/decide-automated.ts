import type { AutomatedReplies } from '../app/automated-replies.ts';
import { matchWords } from '../keywords/match-words.ts';
import type { Milliseconds } from '../time.ts';
import { type Automated, unaskedReply } from './unasked-reply.ts';

/** What may be answered automatically to a message that nothing else answers. */
export interface Answerable {
  /** When it was said. */
  readonly at: Milliseconds;
  /** What the person typed themselves; absent where there is nothing, or it is somebody else's. */
  readonly text?: string | undefined;
  /** The person's latest message before this one, if any is known; `unknown` = this is not their latest, or came before. */
  readonly before: Milliseconds | undefined | 'unknown';
}

/**
 * The one automated reply to a message, if any: an answer to a keyword, that nobody is there, a greeting. The first that fits.
 *
 * @param before `unknown`: only a keyword is answered, for what was known before the message cannot be told any more
 */
export function automatedReply(
  replies: AutomatedReplies,
  timeZone: string,
  { at, text, before }: Answerable,
): Automated | undefined {
  const index = text === undefined ? -1 : (replies.keywords ?? []).findIndex(({ words }) => matchWords(text, words));
  if (index >= 0) return { kind: 'keyword', index };
  return before === 'unknown' ? undefined : unaskedReply(replies, timeZone, { at, before });
}
