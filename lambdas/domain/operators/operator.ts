import { DomainError } from '../errors.ts';
import type { Milliseconds } from '../time.ts';
import type { Appointment } from './roles.ts';

/** Somebody of the business who signs in: the people of `/v1/people`. */
export interface Operator extends Appointment {
  /** `person_…`; not secret, and says nothing of the person. */
  readonly personId: string;
  /** What the user pool calls the person (`sub`). */
  readonly username: string;
  readonly email: string;
  readonly invitedAt: Milliseconds;
  /** Key or person; absent = by the command. */
  readonly invitedBy?: string | undefined;
  /** Kept to the hour. */
  readonly lastSeenAt?: Milliseconds | undefined;
  readonly removedAt?: Milliseconds | undefined;
  /** Counts the changes. */
  readonly version: number;
}

/** Whether who calls is a person, and not a key. */
export const isPersonId = (id: string): boolean => id.startsWith('person_');

/** The stage has no user pool, so nobody signs in. */
export class NoSignInError extends DomainError {
  readonly code = 'no-sign-in';
}

/** Without an owner nobody could appoint anybody any more. */
export class LastOwnerError extends DomainError {
  readonly code = 'last-owner';
}
