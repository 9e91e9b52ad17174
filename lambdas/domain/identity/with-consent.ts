import type { FoldedConsent } from '../consent/folded-consent.ts';
import { withUnclearStop } from '../consent/unclear-stop.ts';
import type { Subject } from './subject.ts';

/** The subject with what all statements come to. What the fold does not keep any more is gone, and brakes follow. */
export function withConsent(subject: Subject, folded: FoldedConsent): Subject {
  const { latestStart: _start, stopRun: _run, former: _former, annulled: _annulled, ...others } = subject;
  const { registers, latestStart, stopRun, annulled } = folded;
  return withUnclearStop({
    ...others,
    registers,
    ...(latestStart !== undefined && { latestStart }),
    ...(stopRun !== undefined && { stopRun }),
    ...(annulled !== undefined && { annulled }),
  });
}
