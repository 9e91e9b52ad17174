import { agreementSentence } from '../agreement-sentence.ts';
import type { NoticeText } from '../notice.ts';

/** The longest sentence that the person sends: with all purposes. In an unknown form of locale it is joined as in English. */
export function filledAgreement(text: NoticeText): string {
  const locale = isLocale(text.locale) ? text.locale : 'en';
  return agreementSentence(
    { ...text, locale },
    text.purposes.map(({ purposeId }) => purposeId),
  );
}

/** Whether this is a well-formed BCP 47 tag. */
export function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
