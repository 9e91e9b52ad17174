import type { Language } from '../words/language.ts';

/** Languages that there are words of ours in, to begin with. */
export const starterLanguages = ['en', 'es', 'pt', 'fr', 'de', 'it', 'tr', 'id', 'ar', 'hi'] as const;

/** Others that notices are often needed in; their words somebody has to write. */
const others = [
  'bn',
  'el',
  'fa',
  'he',
  'ja',
  'ko',
  'nl',
  'no',
  'pl',
  'ro',
  'ru',
  'sv',
  'sw',
  'ta',
  'th',
  'tl',
  'uk',
  'ur',
  'vi',
  'zh',
];

export const noticeLanguages: readonly string[] = [...starterLanguages, ...others];

/** "Spanish (Mexico)" in the language of the page; what is no tag stays as it is. */
export function languageName(locale: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
