import { joinAdministrative, withAdministrative } from '../consent/administrative.ts';
import { annulSame, joinAnnulled } from '../consent/annulment.ts';
import { type FoldedConsent, type FoldedStatement, foldConsent } from '../consent/fold.ts';
import { joinRegisters } from '../consent/registers.ts';
import type { InMarketing } from '../consent/standing.ts';
import { laterUnclearStop } from '../consent/unclear-stop.ts';
import { joinHandovers } from '../window/handover.ts';
import { joinPlatformStops, type Subject } from './subject.ts';
import { withConsent } from './with-consent.ts';

/**
 * Whether two subjects can be joined only with both their histories: what a START gave back is no join of two states, and one may hold a
 * grant of an import that only the other knows to be annulled.
 */
export function joinNeedsHistory(a: Subject, b: Subject): boolean {
  return !annulSame(a, b) || [a, b].some(({ latestStart, former }) => latestStart !== undefined || former === true);
}

/**
 * What is known of a person of whom two subjects were kept: consent, brakes and WhatsApp's own stop of both. Joins by time, so neither
 * the order nor the number of merges matters. Everything else is that of `a`.
 *
 * @param history the statements of both; needed where `joinNeedsHistory` says so
 */
export function joinSubjects(
  a: Subject,
  b: Subject,
  history: readonly FoldedStatement[] | undefined,
  inMarketing: InMarketing,
): Subject {
  const { unclearStop: _unclear, keptAt: _kept, administrative: _administrative, ...own } = a;
  const unclearStop = laterUnclearStop(a.unclearStop, b.unclearStop);
  const keptAt = Math.max(a.keptAt ?? -1, b.keptAt ?? -1);
  const administrative = joinAdministrative(a.administrative, b.administrative);
  const joined: Subject = withAdministrative({
    ...own,
    ...(unclearStop !== undefined && { unclearStop }),
    ...(keptAt >= 0 && { keptAt }),
    ...(administrative !== undefined && { administrative }),
    suppressions: [
      ...a.suppressions,
      ...b.suppressions.filter((each) => !a.suppressions.some((held) => held.reason === each.reason)),
    ],
    platformStop: joinPlatformStops(a.platformStop, b.platformStop),
    ...joinedHandover(a, b),
  });
  return withConsent(joined, history === undefined ? joinConsent(a, b) : foldConsent(history, inMarketing));
}

/** Whoever is with a human stays there, whichever of the two was handed over. */
export function joinedHandover(a: Subject, b: Subject): Pick<Subject, 'handover'> {
  if (a.handover === undefined && b.handover === undefined) return {};
  return { handover: joinHandovers(a.handover ?? {}, b.handover ?? {}) };
}

/** Two states without a START as one. Acts of one may lie in a run of stops of the other: the next START reads the history. */
function joinConsent(a: FoldedConsent, b: FoldedConsent): FoldedConsent {
  const hasStop = a.stopRun !== undefined || b.stopRun !== undefined;
  return {
    registers: joinRegisters(a.registers, b.registers),
    ...joinAnnulled(a, b),
    ...(hasStop && { stopRun: 'unknown' }),
  };
}
