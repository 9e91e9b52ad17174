import { everything, type Registers } from '../consent/registers.ts';
import type { Milliseconds, Seconds, Source, StatementRef } from '../consent/statement.ts';
import type { PlatformStop, Suppression } from '../identity/subject.ts';
import type { EligibilityFacts } from './eligibility.ts';

/**
 * What an export knows of one person for one purpose. The row exists exactly while the purpose is granted, not revoked, and no
 * suppression of everything holds; expiry, platform stop, ambiguous stop and category are decided by `eligibility()` on the row.
 */
export interface EligibleRow {
  readonly subjectId: string;
  readonly userId: string;
  readonly phone?: string;
  readonly bsuid?: string;
  readonly grant: {
    readonly at: Seconds;
    readonly level: 2 | 3;
    readonly ref: StatementRef;
    readonly source: Source;
    readonly notice?: string;
  };
  readonly platformStoppedAt?: Milliseconds;
  readonly ambiguousStopSince?: Milliseconds;
}

/** The facts of `eligibility()` as the row holds them. */
export function factsOfRow(row: EligibleRow, purposeId: string): EligibilityFacts {
  const { level, ...mark } = row.grant;
  const registers: Registers = { [purposeId]: { [level === 3 ? 'G3' : 'G2']: mark }, [everything]: {} };
  const platformStop: PlatformStop = row.platformStoppedAt === undefined ? {} : { stoppedAt: row.platformStoppedAt };
  const suppressions: Suppression[] =
    row.ambiguousStopSince === undefined
      ? []
      : [{ reason: 'ambiguous-stop', scope: 'marketing', since: row.ambiguousStopSince, ref: row.grant.ref }];
  return { registers, suppressions, platformStop, window: {} };
}
