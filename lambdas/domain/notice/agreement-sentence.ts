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
  const named = purposes.map((purposeId) => {
    const purpose = text.purposes.find((each) => each.purposeId === purposeId);
    if (purpose === undefined) throw new Error(`The ${text.locale} text of the notice does not name ${purposeId}.`);
    return purpose.text;
  });
  const filled: { readonly [place: string]: string } = {
    '{purposes}': new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(named),
    '{number}': number ?? wordsIn(agreementTable, text.locale).thisNumber,
  };
  // One pass, so that what is filled in is never read as a place to fill.
  return text.agreement.replace(/\{(?:purposes|number)\}/g, (place) => filled[place] ?? place);
}
