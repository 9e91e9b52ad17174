import type { AttributeValue } from 'aws-lambda';
import { chargesAttribute } from '../../../contract/table.ts';
import { type Charge, chargeNames } from '../../../domain/ledger/charges.ts';
import type { ChargedEntry } from '../../../use-cases/collection/ports.ts';
import type { Image } from './parcel.ts';

/**
 * What a new ledger entry charges, or undefined when it charges nothing.
 *
 * @throws Error when an entry that charges something cannot be read: it must not pass as one that charges nothing
 */
export function parseChargedEntry(image: Image): ChargedEntry | undefined {
  const written = image[chargesAttribute];
  if (written === undefined) return undefined;
  const [, kind, subjectId] = image.pk?.S?.split('#') ?? [];
  const sort = image.sk?.S;
  if (kind !== 'L' || subjectId === undefined || sort === undefined || written.L === undefined) {
    throw new Error('This is no ledger entry with a list of charges.');
  }
  return { entry: `${subjectId}#${sort}`, charges: written.L.map(toCharge) };
}

function toCharge({ M: written }: AttributeValue): Charge {
  const point = written?.point?.S;
  const count = chargeNames.find((each) => each === written?.count?.S);
  if (point === undefined || count === undefined) {
    throw new Error('A charge names a point and what is counted there.');
  }
  return { point, count };
}
