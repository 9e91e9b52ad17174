import { matchKeyword } from '../keywords/match-keyword.ts';
import { agreementSentence } from '../notice/agreement-sentence.ts';
import { languageOf } from '../notice/choose-text.ts';
import type { NoticeText } from '../notice/notice.ts';

/** Of a link under 2,000 characters (what browsers and chat programs carry safely), what is left for the encoded words. */
const longestEncoded = 1_900;

/** Where the notice's own sentence does not fit into a link. They name no purpose, so whoever sends them is asked with the whole sentence. */
const shortAgreements: { readonly [language: string]: string } = {
  en: 'I agree to receive the messages that I chose.',
  es: 'Acepto recibir los mensajes que elegí.',
  pt: 'Aceito receber as mensagens que escolhi.',
  fr: 'J’accepte de recevoir les messages que j’ai choisis.',
  de: 'Ich bin einverstanden, die gewählten Nachrichten zu erhalten.',
  it: 'Accetto di ricevere i messaggi che ho scelto.',
  hi: 'मैं अपने चुने हुए संदेश पाने के लिए सहमत हूँ।',
  ar: 'أوافق على استلام الرسائل التي اخترتها.',
  id: 'Saya setuju menerima pesan yang saya pilih.',
  tr: 'Seçtiğim mesajları almayı kabul ediyorum.',
};

/**
 * What the chat of a choice begins with: the notice's sentence of agreement for the purposes ticked, about "this number". A short
 * sentence stands for it where the link would become too long, or where the words by themselves would be heard as a keyword.
 */
export function chatWords(text: NoticeText, purposes: readonly string[]): string {
  const full = agreementSentence(text, purposes);
  const fits = encodeURIComponent(full).length <= longestEncoded;
  if (fits && matchKeyword(full).answer !== 'clear') return full;
  return shortAgreements[languageOf(text.locale)] ?? shortAgreements.en ?? full;
}

/**
 * Whether words name nothing that is agreed to. Whoever ticked the boxes need not be who sends them: another person would say yes to
 * what they never saw.
 */
export function saysTooLittle(words: string): boolean {
  return Object.values(shortAgreements).includes(words);
}
