import type { StatementRef } from '../consent/statement.ts';
import type { Braked } from '../consent/unclear-stop.ts';
import type { Milliseconds } from '../time.ts';
import type { WindowTimes } from '../window/customer-service-window.ts';

/** WhatsApp's own stop of marketing messages (`user_preferences`, error 131050). Equal seconds: stopped. */
export interface PlatformStop {
  readonly stoppedAt?: Milliseconds;
  readonly resumedAt?: Milliseconds;
  readonly ref?: StatementRef;
}

/** One person as one app knows them. */
export interface Subject extends Braked {
  readonly subjectId: string;
  /** `usr_…`; resolves for ever. */
  readonly userId: string;
  /** Canonical digits. */
  readonly phone?: string;
  readonly bsuid?: string;
  readonly parentBsuid?: string;
  readonly platformStop: PlatformStop;
  /** First message or call of the person, by its own time. */
  readonly firstContactAt?: Milliseconds;
  /** The question of a first contact waits for the next message or call (`decide-first-contact.ts`). */
  readonly questionDue?: true | undefined;
  /** The earliest act by which the person became known, by its own time. */
  readonly firstKnownAt: Milliseconds;
  /** Two subjects are being made one, or rows are being rewritten: meanwhile the answer is no. */
  readonly unsettled?: boolean;
}

/** A subject with its windows, as a decision needs it. */
export interface KnownPerson {
  readonly subject: Subject;
  readonly window: WindowTimes;
  /** The ids of subjects that turned out to be this one. */
  readonly absorbed?: readonly string[] | undefined;
  /**
   * The subject of the BSUID that was named beside the number, where nothing proves that they are one person: the answer is the
   * number's, and no where a no stands here.
   */
  readonly beside?: Subject;
  /** The BSUID by which they were found, where nothing else named them and the app has been in several portfolios. */
  readonly namedBy?: string | undefined;
}

/** Whether a person can be reached at all: an earlier holder of a number may hold no identifier now. */
export function holdsIdentifier(subject: Pick<Subject, 'phone' | 'bsuid'>): boolean {
  return subject.phone !== undefined || subject.bsuid !== undefined;
}

/** Whether nothing names a person any more: they held a number that has been somebody else's since. */
export function isEarlierHolder(subject: Pick<Subject, 'phone' | 'bsuid' | 'parentBsuid'>): boolean {
  return !holdsIdentifier(subject) && subject.parentBsuid === undefined;
}

/** Whether WhatsApp's own stop is in force. */
export function isPlatformStopped(stop: PlatformStop): boolean {
  return (
    stop.stoppedAt !== undefined &&
    (stop.resumedAt === undefined || Math.floor(stop.stoppedAt / 1000) >= Math.floor(stop.resumedAt / 1000))
  );
}

/** The later stop and the later resume of each. */
export function joinPlatformStops(a: PlatformStop, b: PlatformStop): PlatformStop {
  const stopped = (b.stoppedAt ?? -1) > (a.stoppedAt ?? -1) ? b : a;
  const resumedAt = Math.max(a.resumedAt ?? -1, b.resumedAt ?? -1);
  return {
    ...(stopped.stoppedAt !== undefined && {
      stoppedAt: stopped.stoppedAt,
      ...(stopped.ref !== undefined && { ref: stopped.ref }),
    }),
    ...(resumedAt >= 0 && { resumedAt }),
  };
}
