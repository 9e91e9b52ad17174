/** Languages of the keyword tables by the code that a rule id carries. Two codes joined = a word that both languages share. */
export const languages = {
  en: 'English',
  es: 'Spanish',
  pt: 'Portuguese',
  'es-pt': 'Spanish or Portuguese',
  fr: 'French',
  de: 'German',
  'de-no': 'German or Norwegian',
  no: 'Norwegian',
  it: 'Italian',
  hi: 'Hindi',
  ar: 'Arabic',
  id: 'Indonesian or Malay',
  ru: 'Russian',
  tr: 'Turkish',
  he: 'Hebrew',
  pl: 'Polish',
  vi: 'Vietnamese',
  zh: 'Chinese',
  'zh-ja': 'Chinese or Japanese',
  ko: 'Korean',
  ja: 'Japanese',
  el: 'Greek',
} as const;

export type Language = keyof typeof languages;
