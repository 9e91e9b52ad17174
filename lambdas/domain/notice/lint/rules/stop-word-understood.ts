import { promisedWords } from '../promised-words.ts';
import { type FoundInPiece, pieceRule } from '../rule.ts';

/**
 * A word that people are told to send is a word that we hear. A promised word that nothing answers is a lost STOP. Words in quotes
 * and in capitals are tried on the matcher that reads the messages (`domain/keywords/match-keyword.ts`). A way out that names no
 * word is a warning, because people will write one anyway. Source: ours; 47 CFR 64.1200(a)(10); Meta (honour opt-outs).
 */
export const stopWordUnderstood = pieceRule(
  'stop-word-understood',
  ['how-to-stop', 'footer'],
  ({ role, text, businessName }): FoundInPiece | undefined => {
    const words = promisedWords(text, businessName);
    const hasStop = words.some(({ means }) => means === 'stop');
    if (!hasStop) return role === 'footer' ? undefined : withoutStop(words.map(({ word }) => word));
    const unheard = words.find(({ means, isQuoted, isOffered }) => means === 'nothing' && (isQuoted || isOffered));
    return unheard === undefined ? undefined : { severity: 'error', detail: notHeard([unheard.word]), fix };
  },
);

const fix =
  'Name a word that is understood (docs/opt-out-keywords.md), in capitals or quotes: STOP is, in every language.';

const notHeard = (words: readonly string[]) =>
  `Whoever sends ${words.map((word) => `“${word}”`).join(' or ')} is not heard: it is no stop to us.`;

function withoutStop(words: readonly string[]): FoundInPiece {
  return words.length > 0
    ? { severity: 'error', detail: notHeard(words), fix }
    : { severity: 'warning', detail: 'No word to send is named, in capitals or in quotes.', fix };
}
