import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { formatE164 } from '../../../domain/identity/phone.ts';
import type { ServedFault } from '../parts/not-served.ts';
import { numberFault } from '../parts/number-fault.ts';
import { readNumber, type TypedNumber } from '../parts/read-number.ts';
import { shownNumber } from '../parts/shown-number.ts';
import { pageTexts } from '../texts/page-texts.ts';

/**
 * The number that came back from the field. The link's own number is always known again as it was shown, also one that its country's plan
 * does not know; every other is read like those on a landing page, in the country of the link's number. Undefined = not a number.
 */
export function readLinkedNumber(typed: string, digits: string): TypedNumber | undefined {
  if (typed.trim() === shownNumber(digits)) return { digits, typed };
  return readNumber(typed, countryOf(digits));
}

/** What is said beside the field when what came back is no number, or one in whose country nothing arrives; undefined = it is good. */
export function linkedNumberFault(
  typed: string,
  digits: string,
  locale: string,
  notServed: ServedFault,
): string | undefined {
  const number = readLinkedNumber(typed, digits);
  const texts = pageTexts(locale);
  return number === undefined ? numberFault(typed, countryOf(digits), texts) : notServed(number.digits, texts);
}

const countryOf = (digits: string): CountryCode | undefined => parsePhoneNumberFromString(formatE164(digits))?.country;
