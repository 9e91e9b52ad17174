import { wordsIn } from '../languages/language.ts';
import { agreementTable } from '../languages/tables.ts';
import { agreementSentence } from '../notice/agreement-sentence.ts';
import type { NoticeText } from '../notice/notice.ts';
import { optInAnswerPayload } from './button-payloads.ts';
import { messageLimits } from './message-limits.ts';
import type { ReplyMessage } from './outgoing-message.ts';

/**
 * The question whether somebody agrees, with a button for each answer, in the language of the notice that the choice was made under.
 * Undefined where the whole sentence does not fit into a message: nobody is asked about half of it.
 *
 * @param code of the choice; the buttons carry it
 */
export function optInQuestion(text: NoticeText, purposes: readonly string[], code: string): ReplyMessage | undefined {
  const words = wordsIn(agreementTable, text.locale);
  const whole = [words.ask, agreementSentence(text, purposes), text.howToStop ?? words.howToStop].join('\n\n');
  if (whole.length > messageLimits.buttons.body) return undefined;
  return {
    text: whole,
    buttons: [
      { id: optInAnswerPayload('yes', code), title: words.yes },
      { id: optInAnswerPayload('no', code), title: words.no },
    ],
  };
}
