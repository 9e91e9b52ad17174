import type { App } from '../app/app.ts';
import { fill } from '../languages/fill.ts';
import { languageOf, wordsIn } from '../languages/language.ts';
import { agreementTable, phoneTable } from '../languages/tables.ts';
import { agreementSentence } from '../notice/agreement-sentence.ts';
import { type NoticeText, type NoticeVersion, shownNotice } from '../notice/notice.ts';
import type { SpokenNotice } from './call-hook.ts';
import { purposesAsked } from './purposes-asked.ts';

/** What is said to callers depends on this of an app. */
export type SpeakingApp = Pick<App, 'displayName' | 'purposes' | 'telephone'>;

/**
 * What a caller hears before they press a key: who speaks, the sentence of the notice, how to stop, and the keys. Undefined where the text
 * names nothing that callers are asked for.
 */
export function spokenNotice(app: SpeakingApp, version: NoticeVersion, text: NoticeText): SpokenNotice | undefined {
  const purposes = purposesAsked(app, text);
  if (purposes.length === 0) return undefined;
  const words = wordsIn(phoneTable, text.locale);
  const offersNo = app.telephone?.ivr?.offersNo === true;
  const said = [
    greetingOf(app, text.locale),
    words.listen,
    agreementSentence(text, purposes),
    text.howToStop ?? wordsIn(agreementTable, text.locale).howToStop,
    words.yes,
    ...(offersNo ? [words.no] : []),
  ].join(' ');
  return { ...shownNotice(version, text), text: said, purposes, offersNo };
}

/** What is said after a key, or after none. */
export function spokenAnswer(locale: string, after: 'thanks' | 'declined' | 'nothing'): string {
  return wordsIn(phoneTable, locale)[after];
}

/** The business's own first words in the language of the text, else ours. */
function greetingOf({ displayName, telephone }: SpeakingApp, locale: string): string {
  const greetings = telephone?.ivr?.greetings ?? [];
  const own =
    greetings.find((greeting) => greeting.locale.toLowerCase() === locale.toLowerCase()) ??
    greetings.find((greeting) => languageOf(greeting.locale) === languageOf(locale));
  return own?.text ?? fill(wordsIn(phoneTable, locale).greeting, { business: displayName });
}
