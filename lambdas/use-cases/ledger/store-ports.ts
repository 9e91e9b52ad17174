import type { App } from '../../domain/app/app.ts';
import type { Debt } from '../../domain/identity/denials.ts';
import type { Identifier, PersonRef } from '../../domain/identity/person.ts';
import type { ReportedPair } from '../../domain/identity/reported-pair.ts';
import type { PersonState } from '../../domain/ledger/chain.ts';
import type { Changes } from '../../domain/ledger/changes.ts';
import type { RecordedStatement } from '../../domain/ledger/first-answer.ts';
import type { LedgerEntry } from '../../domain/ledger/ledger-entry.ts';
import type { FirstAct } from '../../domain/ledger/same-act.ts';
import type { SaidBy } from '../../domain/ledger/statement-command.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { Clock, Ledger } from './ports.ts';

/** A person as the store holds them. */
export interface StoredPerson extends PersonState {
  /** Subjects that turned out to be this one: their ledgers belong to it. */
  readonly absorbed: readonly string[];
  /** Denials that are still to be recorded under other identifiers. */
  readonly debts: readonly Debt[];
  /** Some identifier of theirs may bear a reported pair: a no must look. */
  readonly hasPairs?: boolean;
}

/** An act that is being recorded: whom it falls to was found or made, and nothing of it is written yet. */
export interface OpenAct {
  /** With the identifiers that the act brings. */
  readonly person: StoredPerson;
  /** It falls to somebody who held the identifier earlier. */
  readonly earlier: boolean;
  /** Whoever came after the gap that it falls into: a no stands for them too. */
  readonly next: StoredPerson | undefined;
  /** Writes everything, or nothing where an act of this name was recorded before. */
  commit(changes: Changes, by: ActName): Promise<Committed>;
}

/** By what an act is found again. */
export interface ActName {
  /** Unique in its app (`same-act.ts`). */
  readonly name: string;
  /** Hash of its content; empty where the name alone says which act it is. */
  readonly content: string;
}

/** The person after the act, or what came first under its name: undefined when it cannot be found. */
export type Committed = { readonly person: StoredPerson } | { readonly first: FirstRecorded | undefined };

/** What lies under the name of an act that came before. */
export interface FirstRecorded extends FirstAct {
  readonly entry: LedgerEntry;
  /** What it was answered with. */
  readonly consent: RecordedStatement['consent'];
  readonly earlier: boolean;
  /** The userId of then, and who that is now. */
  holder(): Promise<{ readonly userId: string; readonly person: StoredPerson }>;
}

/**
 * Reads and writes people; decides nothing but who somebody is. What can fail in passing (somebody wrote meanwhile, a throttle) is
 * thrown out of `open` and `commit` and tried again by `untilSettled`.
 */
export interface SubjectStore
  extends Pick<
    Ledger,
    'noteInbound' | 'noteEntryPoint' | 'leaveErrand' | 'subjectsOf' | 'changeIdentifiers' | 'settleStoredPair'
  > {
  readonly now: Clock;
  /** A new one each time. */
  salt(): string;
  sha256(text: string): string;
  /** Runs load, decide, commit until nobody interferes. Throws TryAgainError when somebody always does; nothing is stored then. */
  untilSettled<T>(attempt: () => Promise<T>): Promise<T>;
  /** The person whom a caller means: a BSUID may be of a portfolio that the app has left. */
  asKnown(app: App, person: PersonRef): Promise<PersonRef>;
  /** Finds or makes the person of an act. Throws IdentityConflictError, NotFoundError (userId). @param at when identifiers are resolved */
  open(app: App, person: PersonRef, at: Milliseconds, by: SaidBy): Promise<OpenAct>;
  /** What was recorded first under a name by whoever held what is named; it need not be whoever holds it now. */
  firstOf(app: App, person: PersonRef, name: string): Promise<FirstRecorded | undefined>;
  /** Everything that was recorded of somebody. */
  history(app: App, person: StoredPerson): Promise<readonly LedgerEntry[]>;
  /** Somebody who is known to be there. */
  person(app: App, userId: string): Promise<StoredPerson>;
  /** What was reported of an identifier. */
  pairsOf(app: App, identifier: Identifier): Promise<readonly ReportedPair[]>;
  /** Strikes debts that were paid. */
  strikeDebts(app: App, userId: string, paid: readonly Debt[]): Promise<void>;
  /** Gives back the rows that were taken away to make room for a large change; costs nothing where there were none. */
  giveBackRows(app: App, person: StoredPerson): Promise<void>;
}

/** Opens the store, given what is to be done after a change of identity: pay what it owes, before anything is acknowledged. */
export type OpenStore = (finish: (app: App, person: StoredPerson) => Promise<void>) => SubjectStore;
