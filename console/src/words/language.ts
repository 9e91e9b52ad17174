/** The languages of the console. Each has words in every room; the compiler asks for them. */
export const languages = ['en', 'es', 'pt', 'ar', 'de', 'hi'] as const;
export type Language = (typeof languages)[number];

/** What people call their language. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  es: 'Español',
  pt: 'Português',
  ar: 'العربية',
  de: 'Deutsch',
  hi: 'हिन्दी',
};

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

/** The first language that somebody reads and we write; English when there is none. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((each) => tag.toLowerCase().split('-')[0] === each);
    if (found !== undefined) return found;
  }
  return 'en';
}
