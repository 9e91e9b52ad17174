import type { App } from '../domain/app/app.ts';
import type { Outcome } from '../domain/consent/outcomes.ts';
import type { Milliseconds, StatementRef } from '../domain/consent/statement.ts';
import type { KnownPerson } from '../domain/identity/subject.ts';
import type { LedgerEntry } from '../domain/ledger/ledger-entry.ts';

/** A ledger entry with today's verdict, as listings show it. */
export interface LedgerEntryView extends LedgerEntry {
  /** Per purpose, for statements: whether it counts today, or which statement overrules it. */
  readonly verdict?: readonly Outcome[];
}

/** Somebody who could be sent to before and cannot, or not there, since. */
export interface Withdrawal {
  readonly userId: string;
  readonly at: Milliseconds;
  readonly purposes: readonly string[];
  readonly why: 'opt-out' | 'platform-stop' | 'suppression' | 'merge' | 'number-change';
  readonly ref?: StatementRef;
}

/** Where a page ended: the shard, and the last item read in it. */
export interface PagePosition {
  readonly shard: number;
  readonly after?: string | undefined;
}

export interface DirectoryPage<Item> {
  readonly data: readonly Item[];
  /** Undefined = this was the last page. */
  readonly next: PagePosition | undefined;
}

/** The people of an app, to look at. */
export interface UserDirectory {
  /** All people, or those with a kept window; at most `limit`. */
  list(
    appId: string,
    kind: 'all' | 'kept-window',
    limit: number,
    from?: PagePosition,
  ): Promise<DirectoryPage<KnownPerson>>;
  /** Everything in the chains of one user, in recording order; undefined for a userId that this app never gave. */
  statements(app: App, userId: string): Promise<readonly LedgerEntryView[] | undefined>;
  /** Withdrawals recorded at or after `since`, in order of time within a shard. */
  withdrawalsSince(
    appId: string,
    since: Milliseconds,
    limit: number,
    from?: PagePosition,
  ): Promise<DirectoryPage<Withdrawal>>;
}
