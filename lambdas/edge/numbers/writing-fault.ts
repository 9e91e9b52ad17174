import { plainNumber } from '../../domain/identity/phone.ts';

export type WritingFault = 'not-a-number' | 'changed-by-spreadsheet' | 'extension' | 'several-numbers';

/** `5.25512E+11`, also with a decimal comma. */
const exponent = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
/** `525512345678.0`: a fraction, or a single digit behind the last of several dots. Groups of two as in France have many dots. */
const fraction = /^[^.]*\d[.,](?:\d{1,2}|0+)$|\.\d$/;
/** Words and signs before an extension, in the languages in which forms have a field for one. */
const extension =
  /\d\s*[,;(]*\s*(?:x|e?xt?n?|ext(?:ension|ensión)?|anexo|ramal|interno?|int|poste|durchwahl|dw|доб|#|\*)\s*[.:=]*\s*\d+\)?$/iu;
/** Signs and words between two numbers, and a second country code. */
const several = /[;,|&\n\r\t\v\f\u2028\u2029]|\d[^\d+]*\+|\d\s+\p{L}{1,4}\.?\s+[+(\d]/u;
/** What stands behind a number: `/03` and `–60` for its neighbours, `(2)` for how many. */
const neighbours = /\/\s*\d{0,3}$|^[^\u2012-\u2015]*[\u2012-\u2015]\s*\d{1,2}$|\([^)]*\)\D*(?:\d\D*){0,3}$/u;
/** A slash stands behind the area code: before it at most this many digits, with those of the country. */
const areaCode = 8;
/** A wave between digits is a range. */
const strange = /[^\p{Zs}\p{Pd}\p{Cf}\u2212./()\d+]|[\u301c\u3030]/u;

/**
 * What is wrong with the writing of a number, whichever country it is of. Numbers are read whole or not at all: what may be a
 * fraction, an extension or a second number would otherwise become digits of somebody else's number.
 */
export function writingFault(written: string): WritingFault | undefined {
  const plain = plainNumber(written);
  if (exponent.test(plain) || fraction.test(plain)) return 'changed-by-spreadsheet';
  if (extension.test(plain)) return 'extension';
  if (several.test(plain) || neighbours.test(plain) || isLateSlash(plain)) return 'several-numbers';
  // Superscripts and numbers in circles are footnotes, not digits of it.
  return strange.test(plain) || /\p{No}/u.test(written) || !/^[^\d+]*\+?[^+]*$/.test(plain)
    ? 'not-a-number'
    : undefined;
}

function isLateSlash(plain: string): boolean {
  const before = plain.slice(0, Math.max(0, plain.lastIndexOf('/')));
  return before.replace(/\D/g, '').length > areaCode;
}
