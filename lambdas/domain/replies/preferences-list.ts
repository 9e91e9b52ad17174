import type { App, Purpose } from '../app/app.ts';
import { consentState } from '../consent/consent-state.ts';
import type { Registers } from '../consent/registers.ts';
import { fill } from '../languages/fill.ts';
import { wordsIn } from '../languages/language.ts';
import { threadTable } from '../languages/tables.ts';
import type { ThreadTexts } from '../languages/topics/thread.ts';
import { agreementSentence } from '../notice/agreement-sentence.ts';
import type { NoticeText } from '../notice/notice.ts';
import { promptPayload } from '../prompts/prompt.ts';
import type { Milliseconds } from '../time.ts';
import { buttonPayloads } from './button-payloads.ts';
import { messageLimits } from './message-limits.ts';
import type { ReplyMessage } from './outgoing-message.ts';
import { nameOf } from './reply-words.ts';
import { cut, shortTitles } from './short-titles.ts';

/** How long a switch in a list turns something on, as long as a preference page does; off for as long as it can be understood. */
export const listsHoldFor: Milliseconds = 24 * 60 * 60 * 1000;

/** What a list shows of one purpose, and what its row does: `isOn` ends it, else it is added. */
export interface Switch {
  readonly purpose: Purpose;
  readonly isOn: boolean;
}

/** The switches of a person, and whether there are more than a list has rows. */
export interface Switches {
  readonly shown: readonly Switch[];
  readonly isMore: boolean;
}

/**
 * What a person may change in the thread: everything that they get can be ended, and what the notice describes can be added. What they get
 * comes first, so that of more than nine it is never a way out that does not fit.
 *
 * @param text of the notice under which something can be added; undefined = nothing can
 */
export function switchesOf(
  { purposes }: Pick<App, 'purposes'>,
  registers: Registers,
  text: NoticeText | undefined,
  now: Milliseconds,
): Switches {
  const all = purposes.map((purpose) => ({
    purpose,
    isOn: consentState(registers, purpose, now).state === 'opted-in',
  }));
  const described = ({ purpose: { purposeId } }: Switch) =>
    text?.purposes.some((each) => each.purposeId === purposeId) === true;
  const offered = [...all.filter(({ isOn }) => isOn), ...all.filter((each) => !each.isOn && described(each))];
  // One row stops everything.
  const room = messageLimits.list.rows - 1;
  return { shown: offered.slice(0, room), isMore: offered.length > room };
}

/** How a list is written. */
export interface ListWords {
  /** BCP 47. */
  readonly locale: string;
  readonly business: string;
  /** What the purposes are called, and the sentence that whoever adds one says. */
  readonly text: NoticeText | undefined;
}

/**
 * The list: a row for each switch that says what it does, and one that stops everything.
 *
 * @param code of the prompt, whose purposes are those of the switches, in their order
 * @returns undefined where the whole sentence of agreement does not fit above it: nobody adds anything under half of it
 */
export function preferencesList(
  { shown, isMore }: Switches,
  { locale, business, text }: ListWords,
  code: string,
): ReplyMessage | undefined {
  const texts = wordsIn(threadTable, locale);
  const called = ({ purpose }: Switch) => nameOf(purpose, text?.purposes);
  const on = shown.filter(({ isOn }) => isOn).map(called);
  const list = new Intl.ListFormat([locale, 'en'], { type: 'conjunction' }).format(on);
  const body = [
    fill(on.length > 0 ? texts.getsNow : texts.getsNothing, { business, purposes: list }),
    ...adding(texts, shown, text),
    ...(isMore ? [texts.more] : []),
  ].join('\n\n');
  if (body.length > messageLimits.list.body) return undefined;
  const { title: longest, description } = messageLimits.list;
  const whole = shown.map((each) => fill(each.isOn ? texts.rowStop : texts.rowGet, { purposes: called(each) }));
  const rows = shortTitles(whole, longest, locale, [texts.rowStopAll]).map(({ title, isCut }, place) => ({
    id: promptPayload(code, { answer: shown[place]?.isOn === false ? 'yes' : 'no', purpose: place }),
    title,
    ...(isCut && { description: cut(whole[place] ?? '', description, locale) }),
  }));
  const last = { id: buttonPayloads.stopAll, title: texts.rowStopAll, description: texts.rowStopAllHint };
  return { text: body, list: { open: texts.open, rows: [...rows, last] } };
}

/** The sentence that whoever adds something says, or how to sign up where nothing can be added here. */
function adding(texts: ThreadTexts, shown: readonly Switch[], text: NoticeText | undefined): readonly string[] {
  const added = shown.filter(({ isOn }) => !isOn).map(({ purpose }) => purpose.purposeId);
  if (text === undefined) return [texts.howToAdd];
  return added.length === 0 ? [] : [`${texts.adding}\n${agreementSentence(text, added)}`];
}
