import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { formatE164 } from '../../../domain/identity/phone.ts';

/** A number as people read it: `+52 55 1234 5678`. */
export function shownNumber(phone: string): string {
  const whole = phone.startsWith('+') ? phone : formatE164(phone);
  return parsePhoneNumberFromString(whole)?.formatInternational() ?? whole;
}
