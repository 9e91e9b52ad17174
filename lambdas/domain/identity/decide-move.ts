import type { Milliseconds } from '../time.ts';
import { debtsToForms, hasDenials } from './denials.ts';
import type { Identifier } from './person.ts';
import type { PersonChanges, PersonRecord } from './record.ts';
import { type KeptMarks, keptMarks } from './reported-pair.ts';

/** What a move changes; what becomes of the old number itself is a matter of `decideLeaving`. */
export interface MoveChanges {
  readonly person: PersonChanges & Pick<PersonRecord, 'debts'>;
  /** The number that they left. */
  readonly left: Identifier;
  readonly bsuid: Identifier;
  /** Marks by which the old number keeps their denials. */
  readonly kept: KeptMarks;
}

/**
 * A payload shows a BSUID with another number than its proven one, without a notice: the person left the old number by then. It
 * keeps their denials until a payload proves a new holder, and answers for nothing else (semantics 5). Pure.
 *
 * @param command `isFree`: nobody is on record for the new number, so it is theirs from now on
 * @throws Error for somebody without a proven pair
 */
export function decideMove(
  { subject, pair, debts }: PersonRecord,
  { number, isFree, at }: { readonly number: string; readonly isFree: boolean; readonly at: Milliseconds },
): MoveChanges {
  const { phone, ...rest } = subject;
  if (phone === undefined || rest.bsuid === undefined) throw new Error('Only a person with a proven pair moves.');
  const left: Identifier = { kind: 'phone', value: phone };
  const bsuid: Identifier = { kind: 'bsuid', value: rest.bsuid };
  return {
    person: {
      subject: isFree ? { ...rest, phone: number } : rest,
      pair: isFree ? { first: at, last: at } : pair,
      hasPairs: true,
      debts: [
        ...debts,
        ...(hasDenials(subject) ? [{ to: left, until: at, over: 'pair' as const }] : []),
        ...(isFree ? debtsToForms(subject, number) : []),
      ],
    },
    left,
    bsuid,
    kept: keptMarks({ number: left, bsuid, until: at }),
  };
}
