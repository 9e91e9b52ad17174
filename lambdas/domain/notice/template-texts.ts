import { type Language, spokenLanguage } from '../languages/language.ts';
import { wayOutTable } from '../languages/tables.ts';
import type { WayOutWords } from '../languages/topics/way-out.ts';

/** Words for the way out in a marketing template. */
export interface TemplateTexts extends Pick<WayOutWords, 'footer' | 'optOutButton'> {
  /** The language of the words, which may not be the one asked for. */
  readonly locale: Language;
}

/** The words in the language of a BCP 47 tag; English for a language that we do not speak. */
export function templateTexts(locale: string): TemplateTexts {
  const language = spokenLanguage(locale);
  const { footer, optOutButton } = wayOutTable[language];
  return { locale: language, footer, optOutButton };
}
