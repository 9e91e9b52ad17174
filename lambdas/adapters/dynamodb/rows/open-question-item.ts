import type { Home } from '../places/place.ts';
import { birthPlaceOf } from '../places/user-id.ts';
import type { DocumentTable } from '../table/document-table.ts';
import { type Key, openQuestionKey } from '../table/keys.ts';
import { put, remove, type TransactItem } from '../table/transaction.ts';

/** That somebody is asked whether they meant stop. A list to look at: nothing is decided by it, the home alone says what holds. */
export interface OpenQuestionItem extends Key {
  readonly u: string;
  /** Birth place. */
  readonly h: string;
  readonly at: number;
  readonly ref: string;
  /** Key of the ledger entry with the words; absent where it lies in the ledger of an absorbed subject. */
  readonly e?: string | undefined;
}

/** The brake for unclear words that a home has on, if any. */
const openQuestionOf = (home: Home | undefined) =>
  home?.subject.suppressions.find(({ reason }) => reason === 'ambiguous-stop');

/**
 * The writes that keep the list of open questions with the home: none unless one opened, closed or moved.
 *
 * @param said the entry that is written with it
 */
export function openQuestionWrites(
  table: DocumentTable,
  appId: string,
  before: Home | undefined,
  after: Home | undefined,
  said: { readonly ref?: string | undefined; readonly entry?: string | undefined },
): TransactItem[] {
  const [was, is] = [openQuestionOf(before), openQuestionOf(after)];
  if (was?.ref === is?.ref && was?.since === is?.since) return [];
  const writes: TransactItem[] = [];
  const isSameKey = was?.since === is?.since && before?.subject.subjectId === after?.subject.subjectId;
  if (was !== undefined && before !== undefined && !isSameKey) {
    writes.push(remove(table, openQuestionKey(appId, was.since, before.subject.subjectId)));
  }
  if (is !== undefined && after !== undefined) {
    const { subjectId: u, userId } = after.subject;
    const e = said.ref === is.ref ? said.entry : undefined;
    const item: OpenQuestionItem = {
      ...openQuestionKey(appId, is.since, u),
      u,
      h: birthPlaceOf(userId),
      at: is.since,
      ref: is.ref,
      e,
    };
    writes.push(put(table, item));
  }
  return writes;
}
