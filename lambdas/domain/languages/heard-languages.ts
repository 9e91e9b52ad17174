/** Languages that we hear, by the code that a rule id carries. Two codes joined = a word that both languages share. */
export const heardLanguages = {
  en: 'English',
  es: 'Spanish',
  pt: 'Portuguese',
  'es-pt': 'Spanish or Portuguese',
  'es-fr': 'Spanish or French',
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
  nl: 'Dutch',
  uk: 'Ukrainian',
  ro: 'Romanian',
  th: 'Thai',
  tl: 'Filipino',
  bn: 'Bengali',
  ta: 'Tamil',
  ur: 'Urdu',
  sw: 'Swahili',
} as const;

export type HeardLanguage = keyof typeof heardLanguages;

/** Two codes joined. */
export type SharedLanguages = Extract<HeardLanguage, `${string}-${string}`>;
