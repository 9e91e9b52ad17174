import { allKeywords } from '../languages/all-keywords.ts';
import { foldPattern } from './pattern.ts';

/** Patterns of all languages: people mix them, and STOP is a word in every language's messages. */
const harmless = allKeywords.flatMap(({ harmless: patterns = [], unspaced }) =>
  patterns.map((pattern) => (unspaced ? foldPattern(pattern) : `(?<= )(?:${foldPattern(pattern)})(?= )`)),
);
const anyHarmless = new RegExp(harmless.join('|'), 'g');

/** Normalised text, with a blank at both ends, in which harmless turns of phrase are replaced by a mark that no keyword crosses. */
export function withoutHarmlessPhrases(normalised: string): string {
  return ` ${normalised} `.replaceAll(' by the way ', ' btw ').replace(anyHarmless, '…');
}
