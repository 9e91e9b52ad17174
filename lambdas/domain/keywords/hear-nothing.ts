import { type KeywordAnswer, matchKeyword } from './match-keyword.ts';

/** Says nothing, in Latin letters, so that it is looked for in every language that is written in them. */
const everyday = 'Hello, is my order on its way?';

/**
 * Hears a message of no meaning, twice: patterns are compiled at the first text, and once more, better, at the second. Nothing is
 * decided by it.
 */
export function hearNothing(): readonly KeywordAnswer[] {
  return [matchKeyword(everyday), matchKeyword(everyday)];
}
