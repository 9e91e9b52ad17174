import { allMarketing, everything, type Mark, type Registers, registersAt } from '../consent/registers.ts';
import { standing } from '../consent/standing.ts';
import type { Source, StatementRef } from '../consent/statement.ts';
import type { Suppression, SuppressionReason } from '../consent/suppression.ts';
import { isLifted } from '../consent/unclear-stop.ts';
import { countriesOf } from '../countries/countries-of.ts';
import { holdsIdentifier, isPlatformStopped, type PlatformStop, type Subject } from '../identity/subject.ts';
import type { Milliseconds } from '../time.ts';
import { type Seconds, toSeconds } from '../time.ts';
import type { EligibilityFacts } from './decision.ts';

/**
 * What an export knows of one person for one purpose. The row exists exactly while the purpose is granted, no counting no names it or
 * says "all", and no suppression of everything holds (semantics 8): neither the clock nor settings decide that. Expiry, category and
 * the four brakes on marketing are decided by `eligibility()` on the row.
 */
export interface EligibleRow {
  readonly subjectId: string;
  readonly userId: string;
  readonly phone?: string;
  readonly bsuid?: string;
  readonly grant: {
    readonly at: Seconds;
    /** Since when its validity counts, if START gave it back. */
    readonly from?: Seconds;
    readonly level: 2 | 3;
    readonly ref: StatementRef;
    readonly source: Source;
    readonly notice?: string;
  };
  readonly platformStoppedAt?: Milliseconds;
  readonly ambiguousStopSince?: Milliseconds;
  /** The business suppressed marketing. */
  readonly suppressedSince?: Milliseconds;
  /** A stop of marketing overrules the grant, where the purpose is marketing. */
  readonly marketingStoppedAt?: Milliseconds;
  /** Since when validity counts where the purpose is marketing, if a stop of marketing makes it another time. */
  readonly marketingFrom?: Seconds;
}

/** The row of a person for a purpose, or undefined while it must not exist: also for somebody unsettled, and who cannot be reached. */
export function eligibleRowOf(subject: Subject | undefined, purposeId: string): EligibleRow | undefined {
  if (subject === undefined || subject.unsettled === true || !holdsIdentifier(subject)) return undefined;
  if (purposeId === everything || purposeId === allMarketing) return undefined;
  const found = standing(subject.registers, purposeId, false);
  if (found.stands !== 'granted' || subject.suppressions.some((each) => each.scope === 'all')) return undefined;
  const inMarketing = standing(subject.registers, purposeId, true);
  const brakes = subject.suppressions.filter(
    (each) => each.scope === 'marketing' && !isLifted(each, subject.registers, purposeId),
  );
  const ambiguous = brakes.find(({ reason }) => reason === 'ambiguous-stop');
  const suppressed = brakes.find(({ reason }) => reason !== 'ambiguous-stop');
  const { at, ref, source, notice } = found.by;
  const isInMarketing = inMarketing.stands === 'granted';
  return {
    subjectId: subject.subjectId,
    userId: subject.userId,
    phone: subject.phone,
    bsuid: subject.bsuid,
    grant: {
      at,
      from: found.from === at ? undefined : found.from,
      ref,
      source,
      level: registersAt(subject.registers, purposeId).G2 === found.by ? 2 : 3,
      notice,
    },
    platformStoppedAt: isPlatformStopped(subject.platformStop) ? subject.platformStop.stoppedAt : undefined,
    ambiguousStopSince: ambiguous?.since,
    suppressedSince: suppressed?.since,
    marketingStoppedAt: isInMarketing ? undefined : latestMarketingStop(subject.registers) * 1000,
    marketingFrom: isInMarketing && inMarketing.from !== found.from ? inMarketing.from : undefined,
  };
}

function latestMarketingStop(registers: Registers): Seconds {
  const { R1, R2, R3 } = registersAt(registers, allMarketing);
  return Math.max(0, ...[R1, R2, R3].map((no) => no?.at ?? 0));
}

/** The facts of `eligibility()` as the row holds them. */
export function factsOfRow(row: EligibleRow, purposeId: string): EligibilityFacts {
  const { grant, marketingStoppedAt, marketingFrom } = row;
  const { level, from, ...said } = grant;
  const platformStop: PlatformStop = row.platformStoppedAt === undefined ? {} : { stoppedAt: row.platformStoppedAt };
  const suppressions = [
    ...brakeOfRow('administrative', row.suppressedSince, grant.ref),
    ...brakeOfRow('ambiguous-stop', row.ambiguousStopSince, grant.ref),
  ];
  const onlyBsuid = row.phone === undefined ? row.bsuid : undefined;
  const facts = { suppressions, platformStop, window: {}, onlyBsuid, countries: countriesOf(row) };
  if (marketingStoppedAt === undefined && marketingFrom === undefined && from === undefined) {
    return { ...facts, registers: { [purposeId]: { [level === 3 ? 'G3' : 'G2']: said } } };
  }
  // As START keeps it: the one form of a grant that may differ where the purpose is marketing.
  const ifMarketing = marketingStoppedAt === undefined ? (marketingFrom ?? from ?? said.at) : null;
  const given: Mark = { ...said, restores: { at: from ?? said.at, ifMarketing } };
  const stop = { at: toSeconds(marketingStoppedAt ?? 0), ref: grant.ref, source: grant.source };
  return {
    ...facts,
    registers: {
      [purposeId]: { S: given },
      ...(marketingStoppedAt !== undefined && { [allMarketing]: { R3: stop } }),
    },
  };
}

function brakeOfRow(reason: SuppressionReason, since: Milliseconds | undefined, ref: StatementRef): Suppression[] {
  return since === undefined ? [] : [{ reason, scope: 'marketing', since, ref }];
}
