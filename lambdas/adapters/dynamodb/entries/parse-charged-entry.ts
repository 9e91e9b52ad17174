import type { AttributeValue, DynamoDBRecord } from 'aws-lambda';
import { chargesAttribute } from '../../../contract/table.ts';
import { type Charge, chargeNames } from '../../../domain/ledger/charges.ts';

/** A new ledger entry that charges collection points. */
export interface ChargedEntry {
  /** Names the ledger entry among all of them. */
  readonly entry: string;
  readonly charges: readonly Charge[];
}

/**
 * Reads a record of the table stream: what a new ledger entry charges, or undefined for every other record.
 *
 * @throws Error when an entry that charges something cannot be read: it must not pass as one that charges nothing
 */
export function parseChargedEntry({ eventName, dynamodb }: DynamoDBRecord): ChargedEntry | undefined {
  const image = dynamodb?.NewImage;
  const written = image?.[chargesAttribute];
  if (eventName !== 'INSERT' || image === undefined || written === undefined) return undefined;
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
