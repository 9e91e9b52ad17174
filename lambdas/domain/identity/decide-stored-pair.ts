import type { LedgerEntry } from '../ledger/ledger-entry.ts';
import { hasDenials } from './denials.ts';
import type { Identifier } from './person.ts';
import { canonicalPhone, parseWaId } from './phone.ts';
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
 * @throws Error for somebody without a pair
 */
export function decideStoredPair(
  { subject, debts }: PersonRecord,
  entries: readonly LedgerEntry[],
): StoredPairDecision {
  const { bsuid, parentBsuid, ...without } = subject;
  const { phone } = without;
  if (phone === undefined || bsuid === undefined) throw new Error('There is no pair to settle.');
  const proofs = entries.filter((entry) => shows(entry, phone, bsuid)).map(({ header }) => header.saidAt);
  if (proofs.length > 0)
    return { do: 'prove', person: { pair: { first: Math.min(...proofs), last: Math.max(...proofs) } } };
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

/** Whether an entry keeps a provider's payload with both identifiers. */
function shows({ header, body }: LedgerEntry, phone: string, bsuid: string): boolean {
  if (!['whatsapp-message', 'whatsapp-button', 'whatsapp-platform'].includes(header.source)) return false;
  const { waId, phone: number, bsuid: shown } = body?.evidence.identifiers ?? {};
  const digits = waId ?? number?.replace(/^\+/, '');
  return shown === bsuid && digits !== undefined && parseWaId(digits)?.digits === canonicalPhone(phone).digits;
}
