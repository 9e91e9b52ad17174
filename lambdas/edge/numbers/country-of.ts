import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** The country with this code of ISO 3166-1, when numbers of it are known. */
export function parseCountry(code: string): CountryCode | undefined {
  return isSupportedCountry(code) ? code : undefined;
}

/** The country of canonical digits; undefined for numbers of no country (+800, +883), and where no plan has such a number. */
export function countryOf(digits: string): CountryCode | undefined {
  return parsePhoneNumberFromString(`+${digits}`)?.country;
}
