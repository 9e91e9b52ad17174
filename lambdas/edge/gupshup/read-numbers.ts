import type { PersonRef } from '../../domain/identity/person.ts';
import { phoneFaults } from '../numbers/phone-faults.ts';
import { readPhone } from '../numbers/read-phone.ts';

/** So many numbers at most in one call. */
export const mostNumbers = 100;

/** A number as it was sent, and who it is. */
export interface NamedNumber {
  readonly written: string;
  readonly person: PersonRef & { readonly phone: string };
}

export interface ReadNumbers {
  /** Each line once. */
  readonly numbers: readonly NamedNumber[];
  /** What is wrong with the others, and with all of them together. */
  readonly faults: readonly string[];
}

/** Reads numbers with commas between them: digits with their country code, with or without a plus. */
export function readNumbers(list: string | undefined): ReadNumbers {
  const written = (list ?? '').split(',').map((each) => each.trim());
  const given = written.filter((each) => each !== '');
  if (given.length === 0) return { numbers: [], faults: ['Name the user: the number with its country code.'] };
  if (given.length > mostNumbers) return { numbers: [], faults: [`A call takes ${mostNumbers} numbers at most.`] };
  const numbers = new Map<string, NamedNumber>();
  const faults: string[] = [];
  for (const [index, each] of given.entries()) {
    // In a form a plus is a blank, and some programs leave it behind the number.
    const plain = each.replace(/^\++\s*|\s*\++$/g, '').trim();
    const read = readPhone(plain.startsWith('00') ? plain : `+${plain}`);
    if ('digits' in read) numbers.set(read.digits, { written: each, person: { phone: read.digits } });
    else faults.push(given.length === 1 ? phoneFaults[read.fault] : `Number ${index + 1}: ${phoneFaults[read.fault]}`);
  }
  return { numbers: [...numbers.values()], faults };
}
