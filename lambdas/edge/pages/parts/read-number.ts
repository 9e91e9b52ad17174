import { isInternational, readPhone } from '../../numbers/read-phone.ts';
import type { CountryCode } from './countries.ts';

/** A number as somebody typed it, and its canonical digits. */
export interface TypedNumber {
  readonly digits: string;
  readonly typed: string;
}

/** Characters that a field takes: a link to a chat is longer than a number. */
export const longestTyped = 200;
/** A number that was cut here is none: what fills forms may have gone on with another one. */
const cutAt = 40;

/** The number of a link into a chat, which people paste for their own: `https://wa.me/5215512345678`. */
const chatLink =
  /^(?:https?:\/\/)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?(?:.*&)?phone=|whatsapp:\/\/send\/?\?(?:.*&)?phone=)(?:\+|%2B)?(\d+)(?:[/?&#].*)?$/i;

/** What stands in a field, without blanks around it and as far as anything is read of it. */
export function typedNumber(field: string | null): string {
  const typed = (field ?? '').trim().slice(0, longestTyped).toWellFormed();
  return chatLink.test(typed) ? typed : typed.slice(0, cutAt).toWellFormed();
}

/** Whether a number names its country itself, as one after `+`, `00` or in a link into a chat does. */
export function namesCountry(typed: string): boolean {
  return chatLink.test(typed) || isInternational(typed);
}

/**
 * Reads a number as people type it on a page: as inside the chosen country, or with `+` or `00` and a country code, which wins, or as a
 * link into their chat. Undefined = not a number; pages say so in the language of the person.
 */
export function readNumber(typed: string, country: CountryCode | undefined): TypedNumber | undefined {
  const linked = chatLink.exec(typed)?.[1];
  if (typed.length >= (linked === undefined ? cutAt : longestTyped)) return undefined;
  const phone = readPhone(linked === undefined ? typed : `+${linked}`, country);
  return 'fault' in phone ? undefined : { digits: phone.digits, typed };
}
