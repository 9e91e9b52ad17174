import type { App } from '../app/app.ts';
import { fill } from '../languages/fill.ts';
import { languageOf, wordsIn } from '../languages/language.ts';
import { agreementTable, firstContactTable } from '../languages/tables.ts';
import { agreementSentence } from '../notice/agreement-sentence.ts';
import { type NoticeText, type NoticeVersion, type ShownNotice, shownNotice } from '../notice/notice.ts';
import { promptPayload } from '../prompts/prompt.ts';
import { type MessageFault, messageFaults, messageLimits } from './message-limits.ts';
import type { ReplyMessage } from './outgoing-message.ts';
import { cut, shortTitles } from './short-titles.ts';

/** What is said around the question: the business's name and its own first words. */
export type GreetingApp = Pick<App, 'displayName' | 'automatedMessage'>;

/** The question of a first contact, as it goes out. */
export interface FirstContactQuestion {
  readonly message: ReplyMessage;
  /** Those that it asks about, in the order in which its payloads name them. */
  readonly purposes: readonly string[];
  readonly notice: ShownNotice;
  /** What WhatsApp would not take in it: then it is not sent. */
  readonly faults: readonly MessageFault[];
}

/** How many purposes one message can ask about: a list has ten rows, and one of them declines. */
export const mostAsked = messageLimits.list.rows - 1;

/**
 * The question whether somebody would like to get what: the greeting, the notice's sentence of agreement to what is asked about, what
 * pressing comes to, and how to stop. One button a purpose and one that declines while that fits, else a list.
 *
 * @param text of the version
 * @param asked ids; those that the text does not name are not asked about, nor are those beyond `mostAsked`
 * @param code of the prompt; the payloads carry it
 * @returns undefined where nothing is left to ask
 */
export function firstContactQuestion(
  app: GreetingApp,
  { version, text }: { readonly version: NoticeVersion; readonly text: NoticeText },
  asked: readonly string[],
  code: string,
): FirstContactQuestion | undefined {
  const named = text.purposes.filter(({ purposeId }) => asked.includes(purposeId)).slice(0, mostAsked);
  if (named.length === 0) return undefined;
  const purposes = named.map(({ purposeId }) => purposeId);
  const words = wordsIn(firstContactTable, text.locale);
  const body = [
    greetingOf(app, text.locale),
    agreementSentence(text, purposes),
    words.pick,
    text.howToStop ?? wordsIn(agreementTable, text.locale).howToStop,
  ].join('\n\n');
  const isList = named.length + 1 > messageLimits.buttons.most;
  const limits = isList ? messageLimits.list : messageLimits.buttons;
  const names = named.map((purpose) => purpose.text);
  const titles = shortTitles(names, limits.title, text.locale, [words.noThanks]);
  const choices = titles.map(({ title, isCut }, purpose) => ({
    id: promptPayload(code, { answer: 'yes', purpose }),
    title,
    ...(isList && isCut && { description: cut(names[purpose] ?? '', messageLimits.list.description, text.locale) }),
  }));
  const all = [...choices, { id: promptPayload(code, { answer: 'no' }), title: words.noThanks }];
  const message: ReplyMessage = isList
    ? { text: body, list: { open: words.open, rows: all } }
    : { text: body, buttons: all };
  return { message, purposes, notice: shownNotice(version, text), faults: messageFaults(message) };
}

/** The business's own first words in the language of the text, else ours. */
function greetingOf({ displayName, automatedMessage }: GreetingApp, locale: string): string {
  const { greetings = [] } = automatedMessage;
  const own =
    greetings.find((greeting) => greeting.locale.toLowerCase() === locale.toLowerCase()) ??
    greetings.find((greeting) => languageOf(greeting.locale) === languageOf(locale));
  return own?.text ?? fill(wordsIn(firstContactTable, locale).greeting, { business: displayName });
}
