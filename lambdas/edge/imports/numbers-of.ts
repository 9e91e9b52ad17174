import type { ImportMapping } from '../../domain/import/mapping.ts';
import type { NumberReader } from '../../domain/import/read-row.ts';
import { parseCountry } from '../numbers/country-of.ts';
import { readPhone } from '../numbers/read-phone.ts';

/** Reads the numbers of a file as its mapping says that they are written. Nothing is guessed: what could be two lines is refused. */
export function numbersOf({ country, numbers }: Pick<ImportMapping, 'country' | 'numbers'>): NumberReader {
  const inside = country === undefined ? undefined : parseCountry(country);
  // A plus that a spreadsheet took away.
  const isBare = (written: string) => numbers === 'digits' && /^\d/.test(written) && !written.startsWith('00');
  return (written) => readPhone(isBare(written) ? `+${written}` : written, inside);
}
