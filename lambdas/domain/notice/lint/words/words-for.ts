import { languageOf } from '../../choose-text.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import type { LintWords } from './lint-words.ts';
import { pt } from './pt.ts';
import { tr } from './tr.ts';

/** The word tables by language. */
export const lintWords: ReadonlyMap<string, LintWords> = new Map(
  Object.entries({ en, es, pt, fr, de, it, hi, ar, id, tr }),
);

/** The table of a BCP 47 tag's language; undefined for a language of which we have none. */
export function wordsFor(locale: string): LintWords | undefined {
  return lintWords.get(languageOf(locale));
}
