import type { CountryCode } from 'libphonenumber-js/min';
import { type CanonicalPhone, canonicalPhone, plainNumber } from '../../domain/identity/phone.ts';
import { exitCode, type PlanFault, planFault, planOf, readByPlan } from './numbering-plan.ts';
import { type WritingFault, writingFault } from './writing-fault.ts';

export type ReadingFault = WritingFault | PlanFault | 'no-country-code';

/** Signs between digits: blanks in one line, dashes, dots, slashes, parentheses; and invisible marks of pasted text. */
const separators = /[\p{Zs}\p{Pd}\p{Cf}\u2212./()]/gu;

/** No number is written in more characters, and what is longer is not worth reading. */
const longestWriting = 160;

/**
 * Reads a number as a person or a file writes it: the one place for API, pages, widget, links, settings and files.
 *
 * International, with `+` or `00`, any usual separators, `tel:`, digits of any script; or, where the country is known, as inside that
 * country. The plan of the country says whether such a number can exist, and takes away the zero that is dialled inside the
 * country only; our own rules (`domain/identity/phone.ts`) say which line it is, and win over the plan (decision 0014). What a
 * provider's payload shows is never read here: that is somebody, whatever a plan says.
 *
 * @param country of numbers without a country code; without it they are refused, never guessed
 */
export function readPhone(written: string, country?: CountryCode): CanonicalPhone | { readonly fault: ReadingFault } {
  const fault = written.length > longestWriting ? 'not-a-number' : writingFault(written);
  if (fault !== undefined) return { fault };
  const [, prefix, digits = ''] = /^(\+|00)?(\d+)$/.exec(plainNumber(written).replace(separators, '')) ?? [];
  if (digits === '') return { fault: 'not-a-number' };
  if (prefix !== undefined) return readInternational(digits);
  return country === undefined ? { fault: 'no-country-code' } : readNational(digits, country);
}

/** Whether a number brings its own country code. */
export function isInternational(written: string): boolean {
  return /^[\p{Zs}\p{Cf}(]*(?:\+|00)/u.test(plainNumber(written));
}

function readInternational(digits: string): CanonicalPhone | { readonly fault: PlanFault } {
  return readByPlan(canonicalPhone(digits), planOf(digits)) ?? { fault: planFault(digits) };
}

/** As inside the country; else as its people dial abroad; else with a country code whose plus was lost. */
function readNational(digits: string, country: CountryCode): CanonicalPhone | { readonly fault: PlanFault } {
  const plan = planOf(country);
  const whole = `${plan?.callingCode ?? ''}${digits}`;
  const inside = readByPlan(canonicalPhone(whole), plan, 'national');
  if (inside !== undefined) return inside;
  const abroad = exitCode(plan, digits);
  const others = [abroad, plan !== undefined && digits.startsWith(plan.callingCode) ? digits : undefined];
  for (const other of others) {
    const read = other === undefined ? undefined : readInternational(other);
    if (read !== undefined && 'digits' in read) return read;
  }
  return { fault: planFault(whole) };
}
