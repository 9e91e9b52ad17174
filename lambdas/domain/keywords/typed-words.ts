import { normalise } from './normalise.ts';

/** A word as typed, with the apostrophes and invisible characters that normalising takes out of the middle of words. */
const typedWord = /[\p{L}\p{M}\p{N}'’‘ʼ`´′＇\p{Cf}\p{Default_Ignorable_Code_Point}\p{Me}]+/gu;

/** A normalised word and its place in the text. */
export interface TypedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text with their places in it. One typed word may normalise to several, which share a place. */
export function typedWords(text: string): TypedWord[] {
  return [...text.matchAll(typedWord)].flatMap((found) => {
    const start = found.index;
    const end = start + found[0].length;
    return normalise(found[0])
      .split(' ')
      .filter((word) => word !== '')
      .map((word) => ({ word, start, end }));
  });
}
