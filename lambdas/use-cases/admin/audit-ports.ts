import type { Milliseconds } from '../../domain/time.ts';

/** What somebody is about to do, or was given: ids only, nothing of people. */
export interface AuditNote {
  /** Key or person. */
  readonly by: string;
  readonly operation: string;
  readonly appId?: string | undefined;
  readonly target?: string | undefined;
  readonly requestId: string;
}

/** What came of it. */
export interface AuditOutcome {
  /** The HTTP status of the answer. */
  readonly status: number;
  /** What was made, and where, as far as the note could not know. */
  readonly appId?: string | undefined;
  readonly target?: string | undefined;
}

export interface AuditEntry extends AuditNote {
  readonly at: Milliseconds;
  /** Absent = the function ended before it could say: it may have been done or not. */
  readonly status?: number;
  /** Where it stands in the list. */
  readonly position: string;
}

/** Which entries are wanted, and may be seen. */
export interface AuditFilter {
  readonly by?: string | undefined;
  readonly appId?: string | undefined;
  /** From this time on. */
  readonly from?: Milliseconds | undefined;
  /** Up to this time, without it. */
  readonly to?: Milliseconds | undefined;
  readonly isVisible: (entry: Pick<AuditEntry, 'appId'>) => boolean;
}

/** Where the list goes on: the month, and behind which entry of it. */
export interface AuditPosition {
  readonly month: string;
  readonly before?: string | undefined;
}

/** The audit list. Nothing of it is ever changed or deleted. */
export interface AuditLog {
  /** Keeps a note, before the act or the answer. Gives what `close` needs. */
  open(note: AuditNote, outcome?: AuditOutcome): Promise<{ close(outcome: AuditOutcome): Promise<void> }>;
  /** Newest first; may find less than `limit` and yet go on. */
  list(
    filter: AuditFilter,
    limit: number,
    from?: AuditPosition,
  ): Promise<{ readonly data: readonly AuditEntry[]; readonly next?: AuditPosition }>;
}
