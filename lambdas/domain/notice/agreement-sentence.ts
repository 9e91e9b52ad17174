import { wordsIn } from '../languages/language.ts';
import { agreementTable } from '../languages/tables.ts';
import type { NoticeText } from './notice.ts';

/**
 * The sentence that somebody agrees to: the notice's own words with the purposes chosen, as a list in the text's language, and the
 * number. A purpose that the text does not name throws: nobody can agree to what is not said.
 *
 * @param purposes ids, in the order in which they are to be read
 * @param number as the person reads it; absent = "this number" in the text's language (English for a language that we do not speak)
 */
export function agreementSentence(text: NoticeText, purposes: readonly string[], number?: string): string {
  return agreementAround(text, number).join(agreementList(text, purposes));
}

/**
 * The sentence without the purposes: what stands before, between and after the places where it names them. Joined with
 * `agreementList` it is `agreementSentence`.
 */
export function agreementAround({ locale, agreement }: NoticeText, number?: string): readonly string[] {
  const shown = number ?? wordsIn(agreementTable, locale).thisNumber;
  return agreement.split('{purposes}').map((piece) => piece.replaceAll('{number}', () => shown));
}

/** The purposes chosen, as the sentence names them: "offers and news". Throws for one that the text does not name. */
export function agreementList(text: NoticeText, purposes: readonly string[]): string {
  const named = purposes.map((purposeId) => {
    const purpose = text.purposes.find((each) => each.purposeId === purposeId);
    if (purpose === undefined) throw new Error(`The ${text.locale} text of the notice does not name ${purposeId}.`);
    return purpose.text;
  });
  return new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(named);
}
