import { hasDenials } from './denials.ts';
import type { Identifier } from './person.ts';
import type { PersonChanges, PersonRecord } from './record.ts';

/**
 * A number has a new holder: whoever had it lives on under their BSUID, and the new holder starts at zero. What was said by the number
 * alone while nobody was known to hold it stands for the new holder too, as far as it is a no (semantics 5). Pure; what becomes of
 * the number itself is a matter of `decideLeaving`.
 */
export function decideTakeOver(
  { subject, debts }: PersonRecord,
  { number, unknownPeople }: { readonly number: Identifier; readonly unknownPeople: boolean },
): PersonChanges {
  const { phone, ...without } = subject;
  const owes = unknownPeople && hasDenials(subject);
  return {
    subject: phone === number.value ? without : subject,
    debts: owes ? [...debts, { to: number, over: 'gap' }] : debts,
  };
}
