import { type Milliseconds, spanOf } from '../time.ts';
import { hasDenials } from './denials.ts';
import type { Identifier } from './person.ts';
import type { PersonChanges, PersonRecord } from './record.ts';

export type StoredPairDecision =
  | { readonly do: 'prove'; readonly person: PersonChanges }
  /** The subject keeps the number; its BSUID, and the parent BSUID that came with it, are left to whoever writes with them. */
  | {
      readonly do: 'split';
      readonly person: PersonChanges & Pick<PersonRecord, 'subject'>;
      readonly number: Identifier;
      readonly bsuid: Identifier;
      readonly parentBsuid?: Identifier | undefined;
    };

/**
 * A pair of number and BSUID that was stored before a pair had to have a proof (semantics 5). Where the ledger holds a payload that
 * shows both, the pair is proven; else it counts as reported: the ledger stays with the number, the BSUID starts with copies of its
 * denials. Pure.
 *
 * @param proofs when payloads that the ledger keeps showed both
 * @throws Error for somebody without a pair
 */
export function decideStoredPair(
  { subject, debts }: PersonRecord,
  proofs: readonly Milliseconds[],
): StoredPairDecision {
  const { bsuid, parentBsuid, ...without } = subject;
  const { phone } = without;
  if (phone === undefined || bsuid === undefined) throw new Error('There is no pair to settle.');
  const pair = spanOf(proofs);
  if (pair !== undefined) return { do: 'prove', person: { pair } };
  const left: Identifier = { kind: 'bsuid', value: bsuid };
  return {
    do: 'split',
    person: {
      subject: without,
      pair: undefined,
      hasPairs: true,
      debts: hasDenials(subject) ? [...debts, { to: left, over: 'pair' }] : debts,
    },
    number: { kind: 'phone', value: phone },
    bsuid: left,
    parentBsuid: parentBsuid === undefined ? undefined : { kind: 'parent-bsuid', value: parentBsuid },
  };
}
