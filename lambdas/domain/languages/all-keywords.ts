import { keywords as ar } from './ar/keywords.ts';
import { keywords as bn } from './bn/keywords.ts';
import { keywords as de } from './de/keywords.ts';
import { keywords as el } from './el/keywords.ts';
import { keywords as en } from './en/keywords.ts';
import { keywords as es } from './es/keywords.ts';
import { keywords as fr } from './fr/keywords.ts';
import { keywords as he } from './he/keywords.ts';
import type { HeardLanguage } from './heard-languages.ts';
import { keywords as hi } from './hi/keywords.ts';
import { keywords as id } from './id/keywords.ts';
import { keywords as it } from './it/keywords.ts';
import { keywords as ja } from './ja/keywords.ts';
import { keywords as ko } from './ko/keywords.ts';
import { keywords as nl } from './nl/keywords.ts';
import { keywords as no } from './no/keywords.ts';
import { keywords as pl } from './pl/keywords.ts';
import { keywords as pt } from './pt/keywords.ts';
import { keywords as ro } from './ro/keywords.ts';
import { keywords as ru } from './ru/keywords.ts';
import { deNo, esFr, esPt, zhJa } from './shared-keywords.ts';
import { keywords as sw } from './sw/keywords.ts';
import { keywords as ta } from './ta/keywords.ts';
import { keywords as th } from './th/keywords.ts';
import { keywords as tl } from './tl/keywords.ts';
import type { Keywords } from './topics/keywords.ts';
import { keywords as tr } from './tr/keywords.ts';
import { keywords as uk } from './uk/keywords.ts';
import { keywords as ur } from './ur/keywords.ts';
import { keywords as vi } from './vi/keywords.ts';
import { keywords as zh } from './zh/keywords.ts';

/** What we hear in one language, or in two that share words. */
export interface HeardWords extends Keywords {
  readonly language: HeardLanguage;
}

/** Where two languages list one word, the first names the rule: the order never changes, new ones come last. */
const table: Readonly<Record<HeardLanguage, Keywords>> = {
  en,
  'es-pt': esPt,
  es,
  pt,
  fr,
  'de-no': deNo,
  de,
  no,
  it,
  hi,
  ar,
  id,
  ru,
  tr,
  he,
  pl,
  vi,
  'zh-ja': zhJa,
  zh,
  ko,
  ja,
  el,
  'es-fr': esFr,
  nl,
  uk,
  ro,
  th,
  tl,
  bn,
  ta,
  ur,
  sw,
};

/** All languages, in the order of the table. */
export const allKeywords: readonly HeardWords[] = Object.entries(table).map(([language, words]) => ({
  ...words,
  language: language as HeardLanguage,
}));
