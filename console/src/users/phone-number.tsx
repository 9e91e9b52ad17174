import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A number as its country writes it, with its country code, and the country by its letters. */
export function phoneText(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (parsed === undefined) return e164;
  const country = parsed.country === undefined ? '' : ` · ${parsed.country}`;
  return `${parsed.formatInternational()}${country}`;
}

/** What somebody is called: their number, else their WhatsApp id. */
export const nameOf = ({ phone, bsuid }: { readonly phone?: string; readonly bsuid?: string }): string | undefined =>
  phone === undefined ? bsuid : phoneText(phone);

/** Numbers are read from left to right in every language. */
export const PersonName = ({ name }: { readonly name: string }) => <bdi dir="ltr">{name}</bdi>;
