import type { Language } from './languages.ts';

/**
 * Words that ask for help, as the whole message only.
 * Sources: Twilio default keywords and CTIA (HELP, INFO), Canadian RCS rules in the AWS End User Messaging guide (AIDE, INFO);
 * the others are HELP translated.
 */
export const helpWords: readonly { readonly language: Language; readonly words: string }[] = [
  { language: 'en', words: 'help, info' },
  { language: 'es', words: 'ayuda' },
  { language: 'pt', words: 'ajuda' },
  { language: 'fr', words: 'aide' },
  { language: 'de', words: 'hilfe' },
  { language: 'no', words: 'hjelp' },
  { language: 'it', words: 'aiuto' },
  { language: 'hi', words: 'मदद, सहायता, madad' },
  { language: 'ar', words: 'مساعدة' },
  { language: 'id', words: 'bantuan' },
  { language: 'ru', words: 'помощь' },
  { language: 'tr', words: 'yardım' },
  { language: 'he', words: 'עזרה' },
  { language: 'pl', words: 'pomoc' },
  { language: 'vi', words: 'trợ giúp, tro giup' },
  { language: 'zh', words: '帮助, 幫助' },
  { language: 'ko', words: '도움말, 도움' },
  { language: 'ja', words: 'ヘルプ' },
  { language: 'el', words: 'βοήθεια' },
];
