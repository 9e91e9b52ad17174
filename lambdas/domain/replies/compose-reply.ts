import type { App } from '../app/app.ts';
import { countryName } from '../countries/country-name.ts';
import { fill } from '../languages/fill.ts';
import { spokenLanguage, wordsIn } from '../languages/language.ts';
import { repliesTable, threadTable } from '../languages/tables.ts';
import type { ReplyKind } from '../ledger/reply-kind.ts';
import { buttonPayloads, preferencesPayload } from './button-payloads.ts';
import { messageLimits } from './message-limits.ts';
import type { ReplyMessage } from './outgoing-message.ts';
import type { ReplyWords } from './reply-words.ts';

export type { ReplyMessage };

/** What is composed here. */
export type ConfirmingKind = Exclude<
  ReplyKind,
  'opt-in-question' | 'first-contact' | 'welcome' | 'preferences' | 'automated-reply' | 'handover-confirmed'
>;

/**
 * The answer to a person's act. The questions have words of their own (`opt-in-question.ts`, `first-contact-question.ts`), and so have the
 * list (`preferences-list.ts`), what an app says by itself and the way to a human (`compose-automated.ts`).
 *
 * @param apps the apps that the act covered, at least one: an SMS stop covers every app on its number, and is answered once
 * @param words the language, and what the purposes are called in it
 */
export function composeReply(
  kind: ConfirmingKind,
  apps: readonly App[],
  channel: 'whatsapp' | 'sms',
  { locale, named, goingOn, withoutAdvertising }: ReplyWords,
): ReplyMessage {
  const texts = wordsIn(repliesTable, locale);
  const { buttonChange, buttonStopMarketing, askWhichBySms } = wordsIn(threadTable, locale);
  const list = (names: readonly string[]) => new Intl.ListFormat([locale, 'en'], { type: 'conjunction' }).format(names);
  const say = (text: string, purposes = named) =>
    fill(text, { business: businessNames(apps), purposes: list(purposes) });
  /** What comes, and that some of it does not at the moment. */
  const promise = (text: string) => {
    if (withoutAdvertising === undefined) return say(text);
    return `${say(text)} ${fill(texts.noAdvertising, { country: countryName(withoutAdvertising, spokenLanguage(locale)) })}`;
  };
  /** With the button that leads to the list, where the channel has buttons and the whole text fits above it. */
  const changeable = (text: string): ReplyMessage =>
    channel === 'sms' || text.length > messageLimits.buttons.body
      ? { text }
      : { text, buttons: [{ id: preferencesPayload(spokenLanguage(locale)), title: buttonChange }] };
  const rest = goingOn.length === 0 ? [] : [say(texts.goesOn, goingOn)];
  switch (kind) {
    case 'stop-confirmed':
      return { text: say(texts.stopConfirmed) };
    case 'marketing-stop-confirmed': {
      const ended = named.length === 0 ? [texts.marketing] : named;
      return changeable([say(texts.marketingStopConfirmed, ended), ...rest, texts.marketingAgain].join(' '));
    }
    case 'switch-off-confirmed':
      return changeable([say(texts.marketingStopConfirmed), ...rest].join(' '));
    case 'start-confirmed':
      return changeable(promise(texts.startConfirmed));
    case 'opt-in-confirmed':
      return changeable(promise(texts.optInConfirmed));
    case 'ask-whether-stop': {
      // Marketing alone can be ended where it would end something and something else goes on.
      const isApart = named.length > 0 && goingOn.length > 0;
      if (channel === 'sms') return { text: say(isApart ? askWhichBySms : texts.askWhetherStopBySms) };
      return {
        text: say(texts.askWhetherStop),
        buttons: [
          { id: buttonPayloads.stopAll, title: texts.buttonStop },
          ...(isApart ? [{ id: buttonPayloads.stopMarketing, title: buttonStopMarketing }] : []),
          { id: buttonPayloads.keep, title: texts.buttonKeep },
        ],
      };
    }
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
