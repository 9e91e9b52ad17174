import { matchKeyword } from '../keywords/match-keyword.ts';
import { languages, wordsIn } from '../languages/language.ts';
import { chatTable } from '../languages/tables.ts';
import { agreementSentence } from '../notice/agreement-sentence.ts';
import type { NoticeText } from '../notice/notice.ts';

/** Of a link under 2,000 characters (what browsers and chat programs carry safely), what is left for the encoded words. */
const longestEncoded = 1_900;

/**
 * What the chat of a choice begins with: the notice's sentence of agreement for the purposes ticked, about "this number". A short
 * sentence stands for it where the link would become too long, or where the words by themselves would be heard as a keyword.
 */
export function chatWords(text: NoticeText, purposes: readonly string[]): string {
  const full = agreementSentence(text, purposes);
  const fits = encodeURIComponent(full).length <= longestEncoded;
  if (fits && matchKeyword(full).answer !== 'clear') return full;
  return wordsIn(chatTable, text.locale).shortAgreement;
}

/**
 * Whether words name nothing that is agreed to. Whoever ticked the boxes need not be who sends them: another person would say yes to
 * what they never saw.
 */
export function saysTooLittle(words: string): boolean {
  return languages.some((language) => chatTable[language].shortAgreement === words);
}
