import type { Operator } from '../../domain/operators/operator.ts';
import type { Role } from '../../domain/operators/roles.ts';
import type { SignInRefusal } from '../../domain/operators/sign-in.ts';
import type { Milliseconds } from '../../domain/time.ts';

/** What an access token of the user pool says, once everything about it was checked. */
export interface AccessToken {
  /** What the pool calls the person. */
  readonly username: string;
  readonly groups: readonly string[];
  readonly expiresAt: Milliseconds;
}

export interface AccessTokens {
  /** @throws TryAgainError when the keys of the pool cannot be had */
  read(token: string, now: Milliseconds): Promise<AccessToken | { readonly refused: SignInRefusal }>;
}

/** Accounts of the user pool. Who may do what is not theirs to say alone: the role is in both (decision 0049). */
export interface AccountPool {
  /** Makes the account and writes to the person; one that is there already is enabled again. */
  invite(email: string): Promise<{ readonly username: string }>;
  /** The one group that the account is in from now on; undefined = none. */
  setRole(username: string, role: Role | undefined): Promise<void>;
  /** Disables the account and ends its sign-ins; one that is gone has ended. */
  end(username: string): Promise<void>;
}

/** How a change of somebody came out. */
export type Saved = 'saved' | 'changed-meanwhile' | 'last-owner' | 'no-owner-asks';

/** The people of one user pool, and what they may do. */
export interface OperatorStore {
  /** What we call whom the pool calls so. */
  personIdOf(username: string): string;
  /** Strong. */
  find(personId: string): Promise<Operator | undefined>;
  /** By id, after `after`; `next` is where the list goes on. */
  list(limit: number, after?: string): Promise<{ readonly data: readonly Operator[]; readonly next?: string }>;
  /**
   * Writes somebody as decided, and who the owners are, in one transaction.
   *
   * @param before as it was read; undefined = nobody was there
   * @param by who asks: a person must be an owner at this moment
   */
  save(before: Operator | undefined, after: Operator, by: string | undefined): Promise<Saved>;
  /** Keeps when the person was here, once an hour at most. */
  noteSeen(operator: Operator, now: Milliseconds): Promise<void>;
}
