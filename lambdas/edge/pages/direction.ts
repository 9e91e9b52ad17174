import { languageOf } from '../../domain/notice/choose-text.ts';

/** Languages that are written from right to left (Unicode CLDR, script metadata). */
const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The `dir` attribute of a text in this locale. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(languageOf(locale)) ? 'rtl' : 'ltr';
}
