import { matchKeyword } from '../keywords/match-keyword.ts';
import { normalise } from '../keywords/normalise.ts';
import { typedWords } from '../keywords/typed-words.ts';
import { withoutReference } from './reference.ts';

/**
 * The text without a run of words, compared as normalised words: capitals, accents, punctuation, emoji and line breaks between them
 * make no difference, a word more or less does. Undefined when the run is not in the text.
 */
export function withoutWords(text: string, words: string): string | undefined {
  const ours = normalise(words).split(' ');
  const typed = typedWords(text);
  for (let first = 0; first + ours.length <= typed.length; first += 1) {
    const run = typed.slice(first, first + ours.length);
    const [begin, end] = [run[0], run.at(-1)];
    if (begin === undefined || end === undefined || !run.every(({ word }, index) => word === ours[index])) continue;
    return `${text.slice(0, begin.start)} ${text.slice(end.end)}`;
  }
  return undefined;
}

/**
 * What a person wrote besides the words that we had made ready for them, and besides the reference: what keywords are looked for in.
 * A business may be called "Stop & Shop". Words of ours that are nothing but a clear keyword are left in: whoever sends them may
 * mean them.
 *
 * @param ours the sentences that may have been made ready; the first one found is taken out
 */
export function wordsOfTheirOwn(text: string, ours: readonly string[]): string {
  const typed = withoutReference(text);
  for (const words of ours) {
    const said = normalise(words);
    // Without its signs, so that a name is not taken for a first sentence: "Olá, STOP! Gostaria de saber mais."
    if (said === '' || matchKeyword(said).answer === 'clear') continue;
    const rest = withoutWords(typed, words);
    if (rest !== undefined) return rest;
  }
  return typed;
}
