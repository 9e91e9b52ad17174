import type { App } from '../../domain/app/app.ts';
import type { Outcome } from '../../domain/consent/outcomes.ts';
import type { StatementRef } from '../../domain/consent/statement.ts';
import type { WithdrawalReason } from '../../domain/eligibility/row-changes.ts';
import type { KnownPerson, Subject } from '../../domain/identity/subject.ts';
import type { LedgerEntry } from '../../domain/ledger/ledger-entry.ts';
import type { ReplyKind } from '../../domain/ledger/reply-kind.ts';
import type { SendName } from '../../domain/sends/send.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { SendRecord } from '../messages/ports.ts';

/** A ledger entry, with the reply that it asked for. */
export interface ListedEntry extends LedgerEntry {
  readonly reply?: ({ readonly kind: ReplyKind } & SendName) | undefined;
}

/** A ledger entry with today's verdict, as listings show it. */
export interface LedgerEntryView extends ListedEntry {
  /** Per purpose, for statements: whether it counts today, or which statement overrules it. */
  readonly verdict?: readonly Outcome[];
}

/** Somebody who could be sent to before and cannot, or not there, since. */
export interface Withdrawal {
  readonly userId: string;
  readonly at: Milliseconds;
  readonly purposes: readonly string[];
  readonly why: WithdrawalReason;
  readonly ref?: StatementRef;
}

/** Where a page ended: the shard, and the last item read in it. */
export interface PagePosition {
  readonly shard: number;
  readonly after?: string | undefined;
}

/** Where a page of a ledger ended. */
export interface LedgerPosition {
  /** The last entry that was shown in recording order: whatever was recorded up to it has been shown. */
  readonly shown?: { readonly at: Milliseconds; readonly sequence: number; readonly ref: string } | undefined;
  /** In the order of the table: the chain, and the last entry read in it. */
  readonly chain?: string | undefined;
  readonly after?: string | undefined;
}

export interface LedgerPage {
  /** Whose ledger it is, as they are now. */
  readonly subject: Subject;
  readonly data: readonly LedgerEntryView[];
  /** Undefined = this was the last page. */
  readonly next: LedgerPosition | undefined;
}

export interface DirectoryPage<Item> {
  readonly data: readonly Item[];
  /** Undefined = this was the last page. */
  readonly next: PagePosition | undefined;
}

/** Somebody in a list, and where the list goes on behind them. */
export interface ListedPerson extends KnownPerson {
  readonly position: PagePosition;
  /** How many people of this page were looked at up to this one. */
  readonly nth: number;
}

/** A page of people that were looked at, of whom `data` are wanted. */
export interface PeoplePage extends DirectoryPage<ListedPerson> {
  readonly looked: number;
}

/** Somebody who was asked whether they meant stop and has not answered, with the words that they said. */
export interface OpenQuestion extends KnownPerson {
  readonly at: Milliseconds;
  readonly ref: StatementRef;
  /** The entry; absent where it lies in the ledger of somebody who turned out to be the same person. */
  readonly entry?: ListedEntry | undefined;
}

/** A message of ours, in the chain of whom it was for. */
export interface ListedSend extends SendRecord {
  readonly subjectId: string;
}

/** The people of an app, to look at. */
export interface UserDirectory {
  /**
   * Looks at all people, or at those with a kept window; at most `limit` of them. Windows are read of those only who are wanted.
   *
   * @param wanted by their state alone; without it everybody is
   */
  list(
    appId: string,
    kind: 'all' | 'kept-window',
    limit: number,
    from?: PagePosition,
    wanted?: (subject: Subject) => boolean,
  ): Promise<PeoplePage>;
  /** How far a list has come at a position: from 0 to 1. People are spread evenly, so nobody is counted for it. */
  shareOf(position: PagePosition): number;
  /**
   * A page of what is in the chains of one user, each entry once over all pages; undefined for a userId that this app never gave. In
   * recording order as long as the chains hold few entries; a long ledger is never read as a whole, so its pages come in the order of
   * the table, each in recording order.
   */
  statements(app: App, userId: string, limit: number, from?: LedgerPosition): Promise<LedgerPage | undefined>;
  /** The messages of ours to one user, newest first, with what came of each; undefined for a userId that this app never gave. */
  sends(
    appId: string,
    userId: string,
    limit: number,
    from?: string,
  ): Promise<{ readonly data: readonly ListedSend[]; readonly next: string | undefined } | undefined>;
  /** Who has not settled what their unclear words meant, by time within a shard. A page may be short, for settled ones are left out. */
  openQuestions(appId: string, limit: number, from?: PagePosition): Promise<DirectoryPage<OpenQuestion>>;
  /** Withdrawals recorded at or after `since`, in order of time within a shard. */
  withdrawalsSince(
    appId: string,
    since: Milliseconds,
    limit: number,
    from?: PagePosition,
  ): Promise<DirectoryPage<Withdrawal>>;
}
