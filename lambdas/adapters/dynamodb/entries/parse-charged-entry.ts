import type { AttributeValue } from 'aws-lambda';
import { chargesAttribute, dayAttribute, lostAttribute, wonAttribute } from '../../../contract/table.ts';
import { type Charge, chargeNames } from '../../../domain/ledger/charges.ts';
import type { ChargedEntry } from '../../../use-cases/collection/ports.ts';
import type { Image } from './parcel.ts';

/**
 * What a new ledger entry or choice charges, or undefined when it charges nothing.
 *
 * @throws Error when one that charges something cannot be read: it must not pass as one that charges nothing
 */
export function parseChargedEntry(image: Image): ChargedEntry | undefined {
  const lists = [chargesAttribute, wonAttribute, lostAttribute].map((name) => image[name]);
  if (lists.every((each) => each === undefined)) return undefined;
  const owner = ownerOf(image.pk?.S, image.sk?.S);
  if (owner === undefined || lists.some((each) => each !== undefined && each.L === undefined)) {
    throw new Error('This is no ledger entry or choice with lists of what it charges.');
  }
  const [charges = [], won = [], lost = []] = lists.map((each) => each?.L ?? []);
  const flips = { won: won.map(toPurpose), lost: lost.map(toPurpose) };
  return { ...owner, charges: charges.map(toCharge), flips, day: image[dayAttribute]?.S };
}

/** Whose it is: entries lie in the ledger of a subject of an app, choices of themselves. */
function ownerOf(pk = '', sk: string | undefined): Pick<ChargedEntry, 'entry' | 'appId'> | undefined {
  const [first = '', second, subjectId] = pk.split('#');
  if (second === undefined || sk === undefined) return undefined;
  if (first === 'CHOICE') return { entry: `${second}#${sk}` };
  return second === 'L' && subjectId !== undefined ? { entry: `${subjectId}#${sk}`, appId: first } : undefined;
}

function toPurpose({ S: purpose }: AttributeValue): string {
  if (purpose === undefined) throw new Error('What is won or lost is a purpose.');
  return purpose;
}

function toCharge({ M: written }: AttributeValue): Charge {
  const point = written?.point?.S;
  const count = chargeNames.find((each) => each === written?.count?.S);
  if (point === undefined || count === undefined) {
    throw new Error('A charge names a point and what is counted there.');
  }
  return { point, count };
}
