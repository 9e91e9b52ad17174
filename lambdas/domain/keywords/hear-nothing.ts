import { type KeywordAnswer, matchKeyword } from './match-keyword.ts';

const everyday = 'Hello, is my order on its way?';

/** Hears a message of no meaning, so that the tables are read and what every text meets is compiled. Nothing is decided by it. */
export function hearNothing(): KeywordAnswer {
  return matchKeyword(everyday);
}
