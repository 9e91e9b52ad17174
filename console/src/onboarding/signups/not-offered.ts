import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Where Meta offers no In-App Signup, to businesses or people (lambdas/domain/collection/signup-countries.ts; a test holds the two together). */
const notOffered = new Set(
  (
    'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK ' +
    'IS LI NO AX GB BR JP KR NG ZA TR'
  ).split(' '),
);

export const isOffered = (country: string | undefined): boolean => country === undefined || !notOffered.has(country);

/** The country of a number of the business; undefined = of none, or of one that is not known. */
export const countryOf = (phone: string | undefined): string | undefined =>
  phone === undefined ? undefined : parsePhoneNumberFromString(phone)?.country;
