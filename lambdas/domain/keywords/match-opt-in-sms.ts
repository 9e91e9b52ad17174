import { foldCase, normalise } from './normalise.ts';

/** OPTIN, OPT IN, OPT-IN at the beginning, as a word of its own; the rest is the name. */
const optIn = /^opt[\s\p{Pd}_]*in(?![\p{L}\p{M}\p{N}])/u;

/**
 * Reads an SMS `OPTIN <APP NAME>`, in any case and with blanks and punctuation around it.
 * @returns the name as `normaliseAppName` gives it, '' for OPTIN alone, undefined when the text is no opt-in
 */
export function matchOptInSms(text: string): { readonly appName: string } | undefined {
  const folded = foldCase(text).replace(/^[^\p{L}\p{N}]+/u, '');
  const keyword = optIn.exec(folded);
  if (keyword === null) return undefined;
  return { appName: normaliseAppName(folded.slice(keyword[0].length)) };
}

/**
 * An app's SMS name or what was sent for one, made comparable: compatibility forms and case made equal, blanks collapsed, blanks and
 * punctuation at the ends removed. Accents count: they may be the only difference between two names.
 */
export function normaliseAppName(name: string): string {
  const folded = foldCase(name).trim().replace(/\s+/g, ' ');
  const letters = /[\p{L}\p{M}\p{N}]/u;
  const characters = Array.from(folded);
  const first = characters.findIndex((character) => letters.test(character));
  const last = characters.findLastIndex((character) => letters.test(character));
  return first < 0 ? '' : characters.slice(first, last + 1).join('');
}

/**
 * The app that a name sent by SMS means, of those on the number: the one of exactly that name, else the only one whose name differs in
 * accents and signs alone ("acme cafe" for Acme Café). Where two could be meant nobody is opted in to either.
 *
 * @param name as `matchOptInSms` gives it
 */
export function appOfName<Named extends { readonly smsName?: string }>(
  apps: readonly Named[],
  name: string,
): Named | undefined {
  if (name === '') return undefined;
  const named = apps.filter(({ smsName }) => smsName !== undefined);
  const exact = named.find(({ smsName = '' }) => normaliseAppName(smsName) === name);
  if (exact !== undefined) return exact;
  const bare = normalise(name);
  const alike = named.filter(({ smsName = '' }) => bare !== '' && normalise(smsName) === bare);
  return alike.length === 1 ? alike[0] : undefined;
}
