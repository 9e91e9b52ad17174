import { textWidth } from './text-width.ts';

/**
 * Breaks a text into lines of at most `width`, in the unit of `size`: between words, and inside a word that is wider than a line or
 * belongs to a script without blanks, between the characters that a reader sees.
 *
 * @returns no line is empty; no text gives no line
 */
export function breakLines(text: string, width: number, size: number, bold = false): readonly string[] {
  return fill(measuredPieces(text, size, bold), width);
}

/** The same in lines of about one length, which suits headings: as few lines as above, none longer than it must be. */
export function breakEvenly(text: string, width: number, size: number, bold = false): readonly string[] {
  const measured = measuredPieces(text, size, bold);
  const widest = fill(measured, width);
  let narrowest = widest;
  for (let share = 0.95; share > 0.3; share -= 0.05) {
    const narrower = fill(measured, width * share);
    if (narrower.length > widest.length) break;
    narrowest = narrower;
  }
  return narrowest;
}

/** The pieces of a text, and how wide parts of it are. */
interface Measured {
  readonly pieces: readonly (Piece & { readonly width: number })[];
  readonly blank: number;
  readonly widthOf: (part: string) => number;
}

function measuredPieces(text: string, size: number, bold: boolean): Measured {
  const widthOf = (part: string) => textWidth(part, size, bold);
  const pieces = piecesOf(text).map((each) => ({ ...each, width: widthOf(each.piece) }));
  return { pieces, blank: widthOf(' '), widthOf };
}

function fill({ pieces, blank, widthOf }: Measured, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const put = (part: string, width: number) => {
    line += part;
    used += width;
  };
  const push = () => {
    if (line !== '') lines.push(line);
    line = '';
    used = 0;
  };
  for (const { piece, glued, width } of pieces) {
    const apart = line !== '' && !glued;
    if (used + (apart ? blank : 0) + width <= most) {
      if (apart) put(' ', blank);
      put(piece, width);
    } else if (width <= most) {
      push();
      put(piece, width);
    } else {
      push();
      for (const character of charactersOf(piece)) {
        const narrow = widthOf(character);
        if (used + narrow > most) push();
        put(character, narrow);
      }
    }
  }
  push();
  return lines;
}

/** A part that is not divided if it can be helped; `glued` = no blank before it. */
interface Piece {
  readonly piece: string;
  readonly glued: boolean;
}

const withoutBlanks =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function piecesOf(text: string): Piece[] {
  const words = text.split(/\s+/u).filter((word) => word !== '');
  return words.flatMap((word) => {
    // An address is divided after a stroke, so that its last part can be typed from one line.
    if (!withoutBlanks.test(word)) return word.split(/(?<=\/)/).map((piece, index) => ({ piece, glued: index > 0 }));
    const parts: string[] = [];
    for (const { segment } of new Intl.Segmenter('en', { granularity: 'word' }).segment(word)) {
      // A mark never begins a line.
      if (parts.length > 0 && /^[\p{P}\p{S}]+$/u.test(segment)) parts.push((parts.pop() ?? '') + segment);
      else parts.push(segment);
    }
    return parts.map((piece, index) => ({ piece, glued: index > 0 }));
  });
}

function charactersOf(word: string): string[] {
  return Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(word), ({ segment }) => segment);
}
