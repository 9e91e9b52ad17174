import { ar } from './ar.ts';
import { bn } from './bn.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import type { LanguageWords } from './language-words.ts';
import { nl } from './nl.ts';
import { no } from './no.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ro } from './ro.ts';
import { ru } from './ru.ts';
import { deNo, esFr, esPt, zhJa } from './shared.ts';
import { sw } from './sw.ts';
import { ta } from './ta.ts';
import { th } from './th.ts';
import { tl } from './tl.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { ur } from './ur.ts';
import { vi } from './vi.ts';
import { zh } from './zh.ts';

/** All languages. Where two list one word, the first names the rule: the order never changes, new ones come last. */
export const allWords: readonly LanguageWords[] = [
  ...[en, esPt, es, pt, fr, deNo, de, no, it, hi, ar, id, ru, tr, he, pl, vi, zhJa, zh, ko, ja, el],
  ...[esFr, nl, uk, ro, th, tl, bn, ta, ur, sw],
];
