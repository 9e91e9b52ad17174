import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { formatE164 } from '../../../domain/identity/phone.ts';
import { readNumber, type TypedNumber } from '../parts/read-number.ts';
import { shownNumber } from '../parts/shown-number.ts';

/**
 * The number that came back from the field. The link's own number is always known again as it was shown, also one that its country's plan
 * does not know; every other is read like those on a landing page, in the country of the link's number. Undefined = not a number.
 */
export function readLinkedNumber(typed: string, digits: string): TypedNumber | undefined {
  if (typed.trim() === shownNumber(digits)) return { digits, typed };
  return readNumber(typed, parsePhoneNumberFromString(formatE164(digits))?.country);
}

/** All of a number that a page shows where it does not ask for it. Isolated, so that it stays in place in right-to-left text. */
export function lastDigits(digits: string): string {
  return `\u2066${digits.slice(-2)}\u2069`;
}
