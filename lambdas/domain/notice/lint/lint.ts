import type { LintFinding, WordingProfile } from '../notice.ts';
import type { LintDocument, LocalLaw } from './lint-document.ts';
import { lintRules } from './lint-rules.ts';
import { piecesOf } from './piece.ts';
import type { Reading } from './rule.ts';
import { hiddenCharacters, swollenPiece } from './rules/hidden-characters.ts';

/**
 * Measures the words of a notice, a form or a template by every rule (docs/linter.md). Nothing found = it passes; an error keeps a
 * notice from being published, a warning is kept with it. Never throws, and no pattern in it backtracks without bound (200 kB take
 * well under a second).
 *
 * @param options the profile, and local laws beside it
 */
export function lint(
  document: LintDocument,
  { profile, laws = [] }: { readonly profile: WordingProfile; readonly laws?: readonly LocalLaw[] },
): readonly LintFinding[] {
  const reading: Reading = { document, pieces: piecesOf(document), profile, laws };
  // Read by the letter, such a text would be many times as long as what was sent, in every rule anew.
  const swollen = reading.pieces.flatMap(swollenPiece);
  if (swollen.length > 0) return swollen.map((found) => ({ rule: hiddenCharacters.name, ...found }));
  return lintRules.flatMap(({ name, check }) => check(reading).map((found) => ({ rule: name, ...found })));
}
