import { foldLetters } from './normalise.ts';

/** A pattern written as people write, in the letters that normalised words have; character classes stay as they are. */
export function foldPattern(pattern: string): string {
  return pattern
    .split(/(\\p\{[A-Za-z=]+\})/)
    .map((part, at) => (at % 2 === 1 ? part : foldLetters(part)))
    .join('')
    .normalize('NFKC');
}
