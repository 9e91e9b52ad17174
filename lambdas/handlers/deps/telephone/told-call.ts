import { metrics } from '../../../contract/metrics.ts';
import { countMetric } from '../../../edge/runtime/count-metric.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import type { MenuAnswer } from '../../../use-cases/telephone/menu.ts';

/** What came of a call, or of a request that is none. */
export type ToldCall = MenuAnswer['outcome'] | 'other-method' | 'not-meant' | 'unreadable' | 'no-such-address';

/** Says what came of a call, so that what came to nothing can be counted. Never who called. */
export function toldCall(appId: string, outcome: ToldCall, at: number): void {
  logger.info('call heard', { appId, code: outcome });
  if (outcome === 'kept-aside') countMetric(metrics.unknownNumberKept, 1, at);
  else if (outcome === 'unreadable') countMetric(metrics.unreadableKept, 1, at);
  else if (!['called', 'requested', 'refused', 'speak'].includes(outcome)) countMetric(metrics.callIgnored, 1, at);
}
