import type { App } from '../app/app.ts';
import { fill } from '../languages/fill.ts';
import { wordsIn } from '../languages/language.ts';
import { repliesTable } from '../languages/tables.ts';
import type { ReplyKind } from '../ledger/reply-kind.ts';
import { buttonPayloads } from './button-payloads.ts';
import type { ReplyMessage } from './outgoing-message.ts';
import type { ReplyWords } from './reply-words.ts';

export type { ReplyMessage };

/**
 * The answer to a person's act. The questions have words of their own (`opt-in-question.ts`, `first-contact-question.ts`).
 *
 * @param apps the apps that the act covered, at least one: an SMS stop covers every app on its number, and is answered once
 * @param words the language, and what the purposes are called in it
 */
export function composeReply(
  kind: Exclude<ReplyKind, 'opt-in-question' | 'first-contact'>,
  apps: readonly App[],
  channel: 'whatsapp' | 'sms',
  { locale, named, goingOn }: ReplyWords,
): ReplyMessage {
  const texts = wordsIn(repliesTable, locale);
  const list = (names: readonly string[]) => new Intl.ListFormat([locale, 'en'], { type: 'conjunction' }).format(names);
  const say = (text: string, purposes = named) =>
    fill(text, { business: businessNames(apps), purposes: list(purposes) });
  switch (kind) {
    case 'stop-confirmed':
      return { text: say(texts.stopConfirmed) };
    case 'marketing-stop-confirmed': {
      const ended = named.length === 0 ? [texts.marketing] : named;
      const rest = goingOn.length === 0 ? [] : [say(texts.goesOn, goingOn)];
      return { text: [say(texts.marketingStopConfirmed, ended), ...rest, texts.marketingAgain].join(' ') };
    }
    case 'start-confirmed':
      return { text: say(texts.startConfirmed) };
    case 'opt-in-confirmed':
      return { text: say(texts.optInConfirmed) };
    case 'ask-whether-stop':
      if (channel === 'sms') return { text: say(texts.askWhetherStopBySms) };
      return {
        text: say(texts.askWhetherStop),
        buttons: [
          { id: buttonPayloads.stopAll, title: texts.buttonStop },
          { id: buttonPayloads.keep, title: texts.buttonKeep },
        ],
      };
  }
}

/** The answer to HELP on a number, and to an opt-in that names no app on it. */
export function composeSmsHelp(apps: readonly App[]): string {
  const texts = wordsIn(repliesTable, apps[0]?.locale ?? 'en');
  const offers = apps.flatMap(({ smsName, purposes }) =>
    smsName !== undefined && purposes.some((purpose) => purpose.keywordOptIn === true)
      ? [fill(texts.howToOptIn, { name: smsName })]
      : [],
  );
  return [fill(texts.help, { business: businessNames(apps) }), ...offers].join(' ');
}

function businessNames(apps: readonly App[]): string {
  return apps.map((app) => app.displayName).join(', ');
}
