import type { HeardLanguage } from './heard-languages.ts';

/**
 * The languages that we speak; every one of them is heard too. The first is what we speak where we lack a language. The order is that
 * of lists that people see.
 */
export const languages = [
  'en',
  'es',
  'pt',
  'fr',
  'de',
  'it',
  'hi',
  'ar',
  'id',
  'tr',
] as const satisfies readonly HeardLanguage[];
export type Language = (typeof languages)[number];

/** The language of a BCP 47 tag in lower case: `pt` of `pt-BR`. */
export function languageOf(locale: string): string {
  return locale.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** The language of a BCP 47 tag, if it is one that we speak. */
export function ownLanguage(locale: string): Language | undefined {
  const language = languageOf(locale);
  return languages.find((own) => own === language);
}

/** The language that we speak to who reads a BCP 47 tag: English where we do not speak theirs. */
export function spokenLanguage(locale: string): Language {
  return ownLanguage(locale) ?? 'en';
}

/** The words of a table for a BCP 47 tag; English for a language that we do not speak. */
export function wordsIn<Words>(table: Readonly<Record<Language, Words>>, locale: string): Words {
  return table[spokenLanguage(locale)];
}
