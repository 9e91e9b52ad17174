import { matchHuman } from './match-human.ts';
import { matchKeyword } from './match-keyword.ts';

const everyday = 'Hello, is my order on its way?';

/**
 * Hears a message of no meaning, so that the tables are read and what every text meets is compiled. Nothing is decided by it.
 *
 * @returns whether nothing was heard
 */
export function hearNothing(): boolean {
  return matchKeyword(everyday).answer === 'none' && matchHuman(everyday) === undefined;
}
