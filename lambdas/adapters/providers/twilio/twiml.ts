import { languageOf } from '../../../domain/languages/language.ts';

/**
 * The languages that `<Say>` speaks of those that we do: not those that `<Gather>` hears, which has ar-SA and not ar-AE (twilio-node 6.2.0,
 * `SayLanguage`). The first of a language is for regions that it does not have.
 */
const sayLanguages = [
  ...['en-US', 'en-GB', 'en-AU', 'en-IN', 'en-CA', 'es-MX', 'es-ES', 'es-US', 'pt-BR', 'pt-PT', 'fr-FR', 'fr-CA'],
  ...['de-DE', 'de-AT', 'it-IT', 'hi-IN', 'ar-AE', 'ar-XA', 'id-ID', 'tr-TR'],
];

/** The language of `<Say>` for a BCP 47 tag; English for what it does not speak. */
export function sayLanguage(locale: string): string {
  const exact = sayLanguages.find((each) => each.toLowerCase() === locale.toLowerCase());
  return exact ?? sayLanguages.find((each) => languageOf(each) === languageOf(locale)) ?? 'en-US';
}

/** Rejects the call, as a busy line does: nobody pays for it (Twilio, "TwiML Voice: Reject"). */
export const rejected = document('<Reject reason="busy"/>');

/** Nothing to do: an answer to news of a call that is over. */
export const nothingToSay = document('');

/** Says something, and hangs up. */
export function said(text: string, locale: string): string {
  return document(`${say(text, locale)}<Hangup/>`);
}

/**
 * Says something and asks for one key, which comes to `action`; silence comes there too (`actionOnEmptyResult`), because without it no
 * request would.
 */
export function asked(text: string, locale: string, action: string): string {
  const how = `input="dtmf" numDigits="1" timeout="8" finishOnKey="" method="POST" actionOnEmptyResult="true"`;
  return document(`<Gather ${how} action="${escaped(action)}">${say(text, locale)}</Gather>`);
}

function say(text: string, locale: string): string {
  return `<Say language="${sayLanguage(locale)}">${escaped(text)}</Say>`;
}

function document(verbs: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>`;
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** As XML 1.0 takes it: what it knows no way to write is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
