import { matchKeyword } from '../keywords/match-keyword.ts';
import { normalise } from '../keywords/normalise.ts';
import { withoutReference } from './reference.ts';

/** A word as typed, with the apostrophes and invisible characters that normalising takes out of the middle of words. */
const typedWord = /[\p{L}\p{M}\p{N}'’‘ʼ`´′＇\p{Cf}\p{Default_Ignorable_Code_Point}\p{Me}]+/gu;

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

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
 * A business may be called "Stop & Shop". Words of ours that by themselves are a clear keyword are left in: whoever sends them may
 * mean them.
 *
 * @param ours the sentences that may have been made ready; the first one found is taken out
 */
export function wordsOfTheirOwn(text: string, ours: readonly string[]): string {
  const typed = withoutReference(text);
  for (const words of ours) {
    if (normalise(words) === '' || matchKeyword(words).answer === 'clear') continue;
    const rest = withoutWords(typed, words);
    if (rest !== undefined) return rest;
  }
  return typed;
}

/** The words of a text with their places in it. One typed word may normalise to several, which share a place. */
function typedWords(text: string): Word[] {
  return [...text.matchAll(typedWord)].flatMap((found) => {
    const start = found.index;
    const end = start + found[0].length;
    return normalise(found[0])
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => ({ word, start, end }));
  });
}
