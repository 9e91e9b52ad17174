export { fill } from '../../../domain/languages/fill.ts';

import { type Language, spokenLanguage } from '../../../domain/languages/language.ts';
import { pagesTable } from '../../../domain/languages/tables.ts';
import type { PageWords } from '../../../domain/languages/topics/pages.ts';

/** What our pages say by themselves, and in which language. */
export interface PageTexts extends PageWords {
  /** The language of the words, which may not be the one asked for. */
  readonly locale: Language;
}

/** Our texts in the language of a locale; English where there are none. */
export function pageTexts(locale: string): PageTexts {
  const language = spokenLanguage(locale);
  return { locale: language, ...pagesTable[language] };
}
