export type TextDirection = 'ltr' | 'rtl';

/** Scripts that are written from right to left (Unicode CLDR, script metadata). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);

/** The direction in which a locale is written, by its usual script; what is no BCP 47 tag is taken for left to right. */
export function directionOf(locale: string): TextDirection {
  try {
    return rightToLeft.has(new Intl.Locale(locale).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
