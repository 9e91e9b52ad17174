import type { App } from '../app/app.ts';
import { wordsIn } from '../languages/language.ts';
import { repliesTable } from '../languages/tables.ts';
import type { ReplyKind } from '../ledger/reply-kind.ts';
import { buttonPayloads } from './button-payloads.ts';

/** A message of ours: text, and for WhatsApp the buttons under it. */
export interface ReplyMessage {
  readonly text: string;
  readonly buttons?: readonly { readonly id: string; readonly title: string }[];
}

/**
 * The answer to a person's act in the app's language. The question about a choice has words of its own (`opt-in-question.ts`).
 *
 * @param apps the apps that the act covered, at least one: an SMS stop covers every app on its number, and is answered once
 */
export function composeReply(
  kind: Exclude<ReplyKind, 'opt-in-question'>,
  apps: readonly App[],
  channel: 'whatsapp' | 'sms',
): ReplyMessage {
  const texts = wordsIn(repliesTable, apps[0]?.locale ?? 'en');
  const fill = (text: string) => text.replaceAll('{business}', () => businessNames(apps));
  switch (kind) {
    case 'stop-confirmed':
      return { text: fill(texts.stopConfirmed) };
    case 'marketing-stop-confirmed':
      return { text: fill(texts.marketingStopConfirmed) };
    case 'start-confirmed':
      return { text: fill(texts.startConfirmed) };
    case 'opt-in-confirmed':
      return { text: fill(texts.optInConfirmed) };
    case 'ask-whether-stop':
      if (channel === 'sms') return { text: fill(texts.askWhetherStopBySms) };
      return {
        text: fill(texts.askWhetherStop),
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
      ? [texts.howToOptIn.replaceAll('{name}', () => smsName)]
      : [],
  );
  return [texts.help.replaceAll('{business}', () => businessNames(apps)), ...offers].join(' ');
}

function businessNames(apps: readonly App[]): string {
  return apps.map((app) => app.displayName).join(', ');
}
