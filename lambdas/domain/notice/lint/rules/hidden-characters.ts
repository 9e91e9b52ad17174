import type { Piece } from '../piece.ts';
import { type Found, pieceRule } from '../rule.ts';

/** Joiners are letters' business in Hindi, Arabic and others, and the marks of direction only order what is shown. */
const allowed = new Set(['\u200C', '\u200D', '\u200E', '\u200F', '\u061C']);
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]|\u034F/gu;

/**
 * Control characters, overrides of the writing direction and invisible ones. They make a text read otherwise than it is stored,
 * so it would prove nothing. A line break in a longer text is fine. Source: ours; Unicode TR 36 and CVE-2021-42574 (bidi overrides).
 */
export const hiddenCharacters = pieceRule('hidden-characters', 'all', ({ role, text }) => {
  const mayBreak = ['form-text', 'body', 'benefits', 'how-to-stop', 'frequency', 'privacy'].includes(role);
  const found = [...text.matchAll(hidden)]
    .map(([each]) => each)
    .find((each) => !allowed.has(each) && !(mayBreak && each === '\n'));
  if (found === undefined) return undefined;
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    severity: 'error',
    detail: `There is a character that nobody sees (U+${code}).`,
    fix: 'Take it out: type the text anew where it stands.',
  };
});

/** Letters that a sign of a text may stand for, on average; ligatures have two or three, and no text is made of them. */
const mostLetters = 3;

/** Signs that each stand for a whole phrase (U+FDFA for 18 letters). One says nothing that letters do not; a text of them is an attack. */
export function swollenPiece({ pointer, text }: Piece): readonly Found[] {
  if (text.normalize('NFKC').length <= mostLetters * text.length + 20) return [];
  const detail = 'There are signs that each stand for many letters.';
  return [{ severity: 'error', pointer, detail, fix: 'Write the words in letters.' }];
}
