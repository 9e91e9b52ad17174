import { wordsIn } from '../languages/language.ts';
import { chatTable } from '../languages/tables.ts';

/**
 * The first words of a chat for somebody who ticked nothing, in the language of a BCP 47 tag; English for a language that we do not
 * speak.
 *
 * @param businessName as the person knows it
 */
export function greetingWords(locale: string, businessName: string): string {
  return wordsIn(chatTable, locale).greeting.replace('{business}', () => businessName);
}
