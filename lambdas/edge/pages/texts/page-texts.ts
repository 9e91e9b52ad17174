import { wordsIn } from '../../../domain/languages/language.ts';
import { pagesTable } from '../../../domain/languages/tables.ts';
import type { PageTexts } from '../../../domain/languages/topics/pages.ts';

/** Our texts in the language of a locale; English where there are none. */
export function pageTexts(locale: string): PageTexts {
  return wordsIn(pagesTable, locale);
}

/** Fills `{name}` in. What is filled in is never looked at again, so a business called "{number}" stays itself. */
export function fill(text: string, values: { readonly [name: string]: string | number }): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
