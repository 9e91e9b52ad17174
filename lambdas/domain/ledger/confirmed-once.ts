import { type App, marketingOf } from '../app/app.ts';
import { isGranted, purposesIn, standingMarketingStop, standingStop } from '../consent/standing.ts';
import type { PurposeScope } from '../consent/statement.ts';
import type { Subject } from '../identity/subject.ts';
import type { ReplyKind } from './reply-kind.ts';

/**
 * The reply that an act asks for. A run of stops is confirmed once (47 CFR 64.1200(a)(12)), and so is a stop of marketing: whoever says
 * it again while it stands was told already, and whoever stopped everything is not told what goes on. A no to named purposes is confirmed
 * where it ends one that was opted in.
 *
 * @param said what the act is about; @param before without the act; @param after with it
 */
export function confirmedOnce(
  reply: ReplyKind | undefined,
  said: PurposeScope,
  app: Pick<App, 'purposes'>,
  before: Subject,
  after: Subject,
): ReplyKind | undefined {
  const inMarketing = marketingOf(app);
  const stopped = standingStop(before.registers, inMarketing) !== undefined;
  switch (reply) {
    case 'stop-confirmed':
      return stopped && !isNewRun(before, after) ? undefined : reply;
    case 'marketing-stop-confirmed':
      return stopped || standingMarketingStop(before.registers, inMarketing) !== undefined ? undefined : reply;
    case 'switch-off-confirmed':
      return purposesIn(said, before.registers, inMarketing).some(
        (purpose) =>
          isGranted(before.registers, purpose, inMarketing(purpose)) &&
          !isGranted(after.registers, purpose, inMarketing(purpose)),
      )
        ? reply
        : undefined;
    default:
      return reply;
  }
}

function isNewRun({ stopRun: before }: Subject, { stopRun: after }: Subject): boolean {
  return typeof before === 'object' && typeof after === 'object' && after.first > before.last;
}
