import { getCountryCallingCode, parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/min';
import { type CanonicalPhone, formatE164, parsePhone } from '../../domain/identity/phone.ts';
import type { CountryCode } from './countries.ts';

/** A number as somebody typed it, and its canonical digits. */
export interface TypedNumber {
  readonly digits: string;
  readonly typed: string;
}

/**
 * Reads a number as people type it on a page: as inside the chosen country, or with `+` or `00` and a country code, which wins.
 * The plan of the country helps to notice missing digits; what counts is our own canonical form, because the plans call
 * numbers invalid that are real WhatsApp ids (decision 0014). Undefined = not a number.
 */
export function readNumber(typed: string, country: CountryCode | undefined): TypedNumber | undefined {
  const text = typed.normalize('NFKC').trim();
  const phone = isInternational(text) ? plausible(parsePhone(text)) : nationalNumber(text, country);
  return phone === undefined ? undefined : { digits: phone.digits, typed };
}

/** Whether a number brings its own country code. */
export function isInternational(typed: string): boolean {
  return /^\s*(?:tel:)?\s*(?:\+|00)/i.test(typed.normalize('NFKC'));
}

function nationalNumber(text: string, country: CountryCode | undefined): CanonicalPhone | undefined {
  if (country === undefined) return undefined;
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  const known = parsed === undefined || parsed.ext !== undefined ? undefined : plausible(parsePhone(parsed.number));
  if (known !== undefined) return known;
  // A Mexican "1 55 …" for example, which the plan has dropped and our canonical form knows.
  return parsed?.ext === undefined ? plausible(parsePhone(`+${getCountryCallingCode(country)} ${text}`)) : undefined;
}

/** A length that the country's plan has, or one of the doubtful forms, whose lengths it does not know any more. */
function plausible(phone: ReturnType<typeof parsePhone>): CanonicalPhone | undefined {
  if ('fault' in phone) return undefined;
  const fits = validatePhoneNumberLength(formatE164(phone.digits)) === undefined;
  return fits || phone.doubtful.length > 0 ? phone : undefined;
}
