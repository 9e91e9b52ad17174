import { parseCountry } from './country-of.ts';
import { readPhone } from './read-phone.ts';

/**
 * Reads numbers as a telephone provider writes them: with a plus, as digits with their country code, or as inside a country. A number that
 * cannot exist is nobody's: what stands there was made up by whoever called.
 *
 * @param country ISO 3166-1 alpha-2, of national numbers
 * @returns the canonical digits; undefined = no number
 */
export function numberReader(
  form: 'e164' | 'digits' | 'national',
  country?: string,
): (written: string) => string | undefined {
  const national = form === 'national' && country !== undefined ? parseCountry(country) : undefined;
  return (written) => {
    const plain = written.trim();
    const whole = national === undefined && /^\d/.test(plain) && !plain.startsWith('00') ? `+${plain}` : plain;
    const read = readPhone(whole, national);
    return 'digits' in read ? read.digits : undefined;
  };
}
