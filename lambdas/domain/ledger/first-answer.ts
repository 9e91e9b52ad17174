import type { Outcome } from '../consent/outcomes.ts';
import type { Action, Level, PurposeScope, Source, StatementRef } from '../consent/statement.ts';
import type { Milliseconds } from '../time.ts';
import type { ConsentAfter } from './changes.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** The first answer to a statement; a retry at any distance gets the same one, marked as replayed. */
export interface RecordedStatement {
  readonly userId: string;
  readonly ref: StatementRef;
  readonly action: Action;
  readonly purposes: PurposeScope;
  readonly level: Level;
  readonly saidAt: Milliseconds;
  readonly recordedAt: Milliseconds;
  readonly source: Source;
  readonly outcomes: readonly Outcome[];
  /** State per purpose just after it was recorded. */
  readonly consent: ConsentAfter;
  readonly replayed: boolean;
  /** It falls to somebody who held the identifier before the present holder did: living, or known by nothing else. */
  readonly holder?: 'earlier';
}

/** What a statement is answered with, the first time and again. */
export function answerOf(
  { ref, header }: LedgerEntry,
  kept: Pick<RecordedStatement, 'userId' | 'consent' | 'replayed'> & { readonly earlier: boolean },
): RecordedStatement {
  if (header.act.kind !== 'statement') throw new Error(`The entry ${ref} is not a statement.`);
  const { action, purposes, level } = header.act;
  const { saidAt, recordedAt, source, appliedWhenRecorded: outcomes = [] } = header;
  const { userId, consent, replayed, earlier } = kept;
  const holder = earlier ? ('earlier' as const) : undefined;
  return { userId, ref, action, purposes, level, saidAt, recordedAt, source, outcomes, consent, replayed, holder };
}
