/**
 * Sizes that posters are printed in, upright, in millimetres. `unit` is what the measures of A4 are multiplied by; `code` how wide
 * the code may be, and whether what is said about it stands around it or beside it.
 */
export const papers = {
  a4: { width: 210, height: 297, margin: 15, unit: 1, code: { most: 100, least: 55, words: 'around' } },
  letter: { width: 215.9, height: 279.4, margin: 15, unit: 1, code: { most: 95, least: 55, words: 'around' } },
  a6: { width: 105, height: 148, margin: 7, unit: 0.55, code: { most: 48, least: 34, words: 'beside' } },
} as const;
export type Paper = keyof typeof papers;
