import type { App } from '../app/app.ts';
import {
  type AutomatedKind,
  type AutomatedReplies,
  automatedKinds,
  type LocalText,
  textFor,
} from '../app/automated-replies.ts';
import { isOpenAt, opensAgain, spokenOpening } from '../automation/opening-hours.ts';
import type { Automated } from '../automation/unasked-reply.ts';
import { fill } from '../languages/fill.ts';
import { wordsIn } from '../languages/language.ts';
import { humanTable } from '../languages/tables.ts';
import type { Milliseconds } from '../time.ts';
import { buttonPayloads } from './button-payloads.ts';
import type { ReplyMessage } from './compose-reply.ts';

/** The name of an automated reply between message and answer: its kind, and of a keyword answer its first word. */
export function automatedName({ keywords }: AutomatedReplies, { kind, index = -1 }: Automated): string {
  const [word] = keywords?.[index]?.words ?? [];
  return word === undefined ? kind : `${kind}:${word}`;
}

/** The kind of a reply by its name; undefined for a name of another version. */
export function kindOfAutomated(name: string): AutomatedKind | undefined {
  return automatedKinds.find((kind) => name === kind || name.startsWith(`${kind}:`));
}

function textsOf({ greeting, away, keywords = [] }: AutomatedReplies, name: string): readonly LocalText[] {
  switch (kindOfAutomated(name)) {
    case 'greeting':
      return greeting ?? [];
    case 'away':
      return away?.texts ?? [];
    case 'keyword':
      return keywords.find(({ words }) => words[0] === name.slice('keyword:'.length))?.texts ?? [];
    case undefined:
      return [];
  }
}

/**
 * An automated reply with the way to a human behind it, where that is on: a button, and the word. Undefined where the app does not say it
 * any more.
 *
 * @param locales of the person, the best first
 */
export function composeAutomated(
  { automatedReplies = {}, locale, whatsapp }: Pick<App, 'automatedReplies' | 'locale' | 'whatsapp'>,
  name: string,
  locales: readonly string[],
): ReplyMessage | undefined {
  const found = textFor(textsOf(automatedReplies, name), [...locales, locale]);
  if (found === undefined) return undefined;
  if (automatedReplies.human?.enabled !== true) return { text: found.text };
  const words = wordsIn(humanTable, found.locale);
  const text = `${found.text}\n\n${words.wayToHuman}`;
  // Twilio takes no buttons; the word is there.
  if (whatsapp?.provider === 'twilio') return { text };
  return { text, buttons: [{ id: buttonPayloads.human, title: words.button }] };
}

/** The answer to who asked for a human: that somebody will write, and when nobody is there, when that changes. */
export function composeHandover(
  { automatedReplies, timeZone, displayName }: Pick<App, 'automatedReplies' | 'timeZone' | 'displayName'>,
  locale: string,
  now: Milliseconds,
): ReplyMessage {
  const words = wordsIn(humanTable, locale);
  const hours = automatedReplies?.away?.openingHours;
  const opens = hours === undefined || isOpenAt(hours, timeZone, now) ? undefined : opensAgain(hours, timeZone, now);
  if (opens === undefined) return { text: fill(words.handedOver, { business: displayName }) };
  const when = spokenOpening(opens, locale);
  return { text: fill(words.handedOverAway, { business: displayName, when }) };
}
