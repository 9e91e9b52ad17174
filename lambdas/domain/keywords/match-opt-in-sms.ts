import { foldCase } from './normalise.ts';

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
