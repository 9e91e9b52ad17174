import { type Paper, papers } from './papers.ts';

/** Words as they stand on a poster: their size on A4 in millimetres, and whether they are bold. */
export interface Lettering {
  readonly text: string;
  readonly size: number;
  readonly isBold?: boolean;
  /** Share of the width of the column. */
  readonly share?: number;
}

const scales = [1, 0.92, 0.85, 0.78, 0.71, 0.64, 0.57, 0.5];
/** Smaller than this nothing is printed (5.4 points). */
const leastSize = 1.9;
/** Of margins and gaps on A4, from top to bottom. */
const gaps = 66;
/** Widths in em, on the wide side of the usual fonts. */
const widths: readonly (readonly [RegExp, em: number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0],
  [/[iljtfrI .,:;'’()[\]!|/-]/, 0.36],
  [/[mwMW@%]/, 0.95],
  [/[\p{Lu}\p{N}]/u, 0.7],
  [/[\p{Script=Latin}\p{Script=Arabic}]/u, 0.56],
  [/\p{Script=Devanagari}/u, 0.62],
];

/**
 * How large the letters may be so that everything stands on the paper with a code that can be scanned: the largest of a few sizes.
 *
 * @param isTall of scripts with marks above and below the line
 * @returns undefined when the words do not fit in letters that can still be read
 */
export function posterScale(words: readonly Lettering[], paper: Paper, isTall: boolean): number | undefined {
  const { face, unit, code, isFolded } = papers[paper];
  const column = face.width - 30 * unit;
  // Beside the code of a tent stands what is under it elsewhere.
  const room = face.height - gaps * unit * (isFolded ? 0.75 : 1) - (isFolded ? 0 : code);
  return scales.find((scale) => {
    const heights = words.map(({ text, size, isBold = false, share = 1 }) => {
      const letters = Math.max(leastSize, size * unit * scale);
      const lines = Math.ceil((textWidth(text) * (isBold ? 1.08 : 1) * letters) / (column * share * 0.96));
      return lines * letters * (isTall ? 1.5 : 1.3);
    });
    return heights.reduce((sum, height) => sum + height, 0) <= room;
  });
}

function textWidth(text: string): number {
  let em = 0;
  for (const character of text) em += widths.find(([pattern]) => pattern.test(character))?.[1] ?? 1.05;
  return em;
}
