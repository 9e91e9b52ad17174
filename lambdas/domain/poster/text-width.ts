/**
 * How wide each character is at most, in em: the widths of the widest of the usual fonts (DejaVu Sans and Verdana for Latin, Noto
 * for the others), so that a line that fits by this table fits in any of them. Looked up from the top.
 */
const widths: readonly (readonly [RegExp, em: number])[] = [
  [/[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u, 0],
  [/[ijl'’‘`·ı]/, 0.32],
  [/[ IJ.,:;/\\|°]/, 0.37],
  [/[ft()[\]!\-–]/, 0.42],
  [/[rsz?"“”*_«»]/, 0.53],
  [/[ckvxyLFT•]/, 0.61],
  [/[a-z0-9${}€]/, 0.65],
  [/[ABCEKPRSVXYZ]/, 0.72],
  [/[DGHNOQU#+<=>^~]/, 0.85],
  [/\p{Emoji_Presentation}/u, 1.4],
  [/[\u0621-\u0625\u0627\u062f-\u0632\u0640\u0644\u0648]/, 0.5],
  [/[\u0633-\u0636]/, 1],
  [/\p{Script=Arabic}/u, 0.8],
  [/\p{Mc}/u, 0.45],
  [/[\u0904-\u0914]/, 0.95],
  [/\p{Script=Devanagari}/u, 0.72],
  [/\p{Script=Thai}/u, 0.75],
];
/** M, W, @, ideographs, whatever is not listed. */
const widest = 1.05;
/** What bold adds at most. */
const boldFactor = 1.13;
const wide = /[mwMW@%&—…]/;

/**
 * How wide a line is at most, in the unit of `size`.
 *
 * @param size of the font
 */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  // Accents that belong to their letter are measured with it.
  for (const character of text.normalize('NFD')) em += characterWidth(character);
  return em * size * (bold ? boldFactor : 1);
}

/** What was looked up before: every poster measures the same letters thousands of times. */
const known = new Map<string, number>();

function characterWidth(character: string): number {
  let em = known.get(character);
  if (em === undefined) {
    em = wide.test(character) ? widest : (widths.find(([pattern]) => pattern.test(character))?.[1] ?? widest);
    known.set(character, em);
  }
  return em;
}
