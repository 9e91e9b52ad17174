import type { AttributeValue } from 'aws-lambda';
import { chargesAttribute, dayAttribute } from '../../../contract/table.ts';
import { type Charge, chargeNames } from '../../../domain/ledger/charges.ts';
import type { ChargedEntry } from '../../../use-cases/collection/ports.ts';
import type { Image } from './parcel.ts';

/**
 * What a new ledger entry or choice charges, or undefined when it charges nothing.
 *
 * @throws Error when an entry that charges something cannot be read: it must not pass as one that charges nothing
 */
export function parseChargedEntry(image: Image): ChargedEntry | undefined {
  const written = image[chargesAttribute];
  if (written === undefined) return undefined;
  const entry = nameOf(image.pk?.S, image.sk?.S);
  if (entry === undefined || written.L === undefined) {
    throw new Error('This is no ledger entry or choice with a list of charges.');
  }
  return { entry, charges: written.L.map(toCharge), day: image[dayAttribute]?.S };
}

function nameOf(pk = '', sk: string | undefined): string | undefined {
  const [first, second, subjectId] = pk.split('#');
  if (second === undefined || sk === undefined) return undefined;
  if (first === 'CHOICE') return `${second}#${sk}`;
  return second === 'L' && subjectId !== undefined ? `${subjectId}#${sk}` : undefined;
}

function toCharge({ M: written }: AttributeValue): Charge {
  const point = written?.point?.S;
  const count = chargeNames.find((each) => each === written?.count?.S);
  if (point === undefined || count === undefined) {
    throw new Error('A charge names a point and what is counted there.');
  }
  return { point, count };
}
