import { isNotHandedBack } from '../../../domain/window/handover.ts';
import type { Home } from '../places/place.ts';
import { birthPlaceOf } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { handoverKey, type Key } from '../table/keys.ts';
import { put, remove, type TransactItem } from '../table/transaction.ts';

/** Seconds. Somebody who has talked with a human for longer than this is listed no more, and stays with them all the same. */
const listedFor = 90 * 24 * 60 * 60;

/** That somebody was handed over to a human. A list to look at: nothing is decided by it, home and window say what holds. */
export interface HandoverItem extends Key {
  readonly u: string;
  /** Birth place. */
  readonly h: string;
  readonly at: number;
  readonly ttl: number;
}

const begunOf = (home: Home | undefined): number | undefined => {
  const handover = home?.subject.handover;
  return handover !== undefined && isNotHandedBack(handover) ? handover.since : undefined;
};

/** The writes that keep the list of handovers with the home: none unless one began, ended or moved. */
export function handoverWrites(
  table: DocumentTable,
  appId: string,
  before: Home | undefined,
  after: Home | undefined,
): TransactItem[] {
  const [was, is] = [begunOf(before), begunOf(after)];
  const isSame = was === is && before?.subject.subjectId === after?.subject.subjectId;
  if (isSame) return [];
  const writes: TransactItem[] = [];
  if (was !== undefined && before !== undefined) {
    writes.push(remove(table, handoverKey(appId, was, before.subject.subjectId)));
  }
  if (is !== undefined && after !== undefined) {
    const { subjectId: u, userId } = after.subject;
    const ttl = Math.ceil(is / 1000) + listedFor;
    const item: HandoverItem = { ...handoverKey(appId, is, u), u, h: birthPlaceOf(userId), at: is, ttl };
    writes.push(put(table, item));
  }
  return writes;
}
