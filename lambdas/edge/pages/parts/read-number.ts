import { readPhone } from '../../numbers/read-phone.ts';
import type { CountryCode } from './countries.ts';

/** A number as somebody typed it, and its canonical digits. */
export interface TypedNumber {
  readonly digits: string;
  readonly typed: string;
}

/** Forms cut what was typed here. What fills them may have gone on with another number. */
const cutAt = 40;

/**
 * Reads a number as people type it on a page: as inside the chosen country, or with `+` or `00` and a country code, which wins.
 * Undefined = not a number; pages say so in the language of the person.
 */
export function readNumber(typed: string, country: CountryCode | undefined): TypedNumber | undefined {
  if (typed.length >= cutAt) return undefined;
  const phone = readPhone(typed, country);
  return 'fault' in phone ? undefined : { digits: phone.digits, typed };
}
