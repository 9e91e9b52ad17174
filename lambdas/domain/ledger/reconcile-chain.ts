import type { ChainHead } from './chain.ts';
import { type ChainFault, headerText, type LedgerEntry, verifyChain } from './ledger-entry.ts';

/**
 * Where the chain of a subject ends, by the entries that are there: an entry beyond the head that the state keeps was recorded and
 * must never be recorded over. What is missing stays missing, and is told.
 *
 * @param entries of this subject alone
 */
export function reconciledHead(
  subjectId: string,
  entries: readonly LedgerEntry[],
  head: ChainHead,
  sha256: (text: string) => string,
): { readonly head: ChainHead; readonly breaks: readonly ChainFault[] } {
  const last = entries.reduce<LedgerEntry | undefined>(
    (found, entry) => (entry.header.sequence > (found?.header.sequence ?? head.sequence) ? entry : found),
    undefined,
  );
  const after =
    last === undefined ? head : { sequence: last.header.sequence, hash: sha256(headerText(subjectId, last.header)) };
  return { head: after, breaks: verifyChain(subjectId, entries, after, sha256) };
}
