import { saidOnce, withoutCourtesies } from './courtesies.ts';
import { normalise, readablePart } from './normalise.ts';
import { isReaction, withoutQuotedLines } from './quoted-text.ts';

/** A message that is longer than this is no bare word, in characters. */
const longest = 300;

/** The ways in which a message that is nothing but a few words may be said: as it is, without courtesies, once. Empty for others. */
export function bareForms(text: string): readonly string[] {
  if (text.length > longest) return [];
  const read = withoutQuotedLines(readablePart(text));
  if (isReaction(read)) return [];
  const whole = normalise(read);
  const bare = withoutCourtesies(whole);
  return [...new Set([whole, bare, saidOnce(bare)])].filter((form) => form !== '');
}

/** Whether a message is one of these words and nothing else: courtesies, case, accents and signs make no difference. */
export function matchWords(text: string, words: readonly string[]): boolean {
  const forms = bareForms(text);
  return forms.length > 0 && words.some((word) => forms.includes(normalise(word)));
}
