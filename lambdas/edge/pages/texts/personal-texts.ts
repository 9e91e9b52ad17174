import { wordsIn } from '../../../domain/languages/language.ts';
import { personalPagesTable } from '../../../domain/languages/tables.ts';
import type { PersonalTexts } from '../../../domain/languages/topics/personal-pages.ts';

/** The texts in the language of a locale; English where there are none. */
export function personalTexts(locale: string): PersonalTexts {
  return wordsIn(personalPagesTable, locale);
}
