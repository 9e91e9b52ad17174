import { type Language, spokenLanguage } from '../languages/language.ts';
import { templateTable } from '../languages/tables.ts';
import type { TemplateWords } from '../languages/topics/template.ts';

/** Words for the way out in a marketing template. */
export interface TemplateTexts extends TemplateWords {
  /** The language of the words, which may not be the one asked for. */
  readonly locale: Language;
}

/** The words in the language of a BCP 47 tag; English for a language that we do not speak. */
export function templateTexts(locale: string): TemplateTexts {
  const language = spokenLanguage(locale);
  return { locale: language, ...templateTable[language] };
}
