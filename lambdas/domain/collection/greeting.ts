import { languageOf } from '../notice/choose-text.ts';

/** The first words of a chat for somebody who ticked nothing. They ask for nothing and agree to nothing. */
const greetings: { readonly [language: string]: string } = {
  en: 'Hello {business}, I would like to know more.',
  es: 'Hola, {business}: me gustaría saber más.',
  pt: 'Olá, {business}! Gostaria de saber mais.',
  fr: 'Bonjour {business}, j’aimerais en savoir plus.',
  de: 'Hallo {business}, ich möchte mehr erfahren.',
  it: 'Buongiorno {business}, vorrei saperne di più.',
  hi: 'नमस्ते {business}, मुझे और जानकारी चाहिए।',
  ar: 'مرحبا {business}، أود معرفة المزيد.',
  id: 'Halo {business}, saya ingin tahu lebih banyak.',
  tr: 'Merhaba {business}, daha fazla bilgi almak istiyorum.',
};

/** Languages in which there is a greeting. */
export const greetingLanguages: readonly string[] = Object.keys(greetings);

/**
 * The greeting in the language of a BCP 47 tag, English for a language that we do not have.
 *
 * @param businessName as the person knows it
 */
export function greetingWords(locale: string, businessName: string): string {
  const words = greetings[languageOf(locale)] ?? greetings.en ?? '';
  return words.replace('{business}', () => businessName);
}
