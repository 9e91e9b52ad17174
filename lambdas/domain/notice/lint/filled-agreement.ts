import { agreementSentence } from '../agreement-sentence.ts';
import type { NoticeText } from '../notice.ts';

/**
 * The longest sentence that the person sends: with all purposes. In an unknown form of locale it is joined as in English. A sentence in
 * which a place stands twice is a fault by itself (`unknown-placeholder`) and is read as it stands: filled in, a few lines become
 * megabytes.
 */
export function filledAgreement(text: NoticeText): string {
  if (['{purposes}', '{number}'].some((place) => text.agreement.split(place, 3).length > 2)) return text.agreement;
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
