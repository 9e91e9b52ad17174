import { metrics } from '../../../contract/metrics.ts';
import type { InboundItem } from '../../../domain/inbound/inbound-act.ts';
import { countMetric, timeMetric } from '../../../edge/runtime/count-metric.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import { hearInbound } from '../../../use-cases/inbound/hear-inbound.ts';
import type { InboundDeps } from '../../../use-cases/inbound/inbound-deps.ts';

/** Hears what a provider brought, counts and logs what came of it. False = not all of it was stored. */
export async function heardItems(
  { now, ...deps }: InboundDeps & { readonly now: () => number },
  items: readonly InboundItem[],
): Promise<boolean> {
  const { counts, failures, heardAfter } = await hearInbound(deps, items);
  for (const [name, count] of counts) countMetric(metrics[name], count, now());
  timeMetric(metrics.heardAfter, heardAfter, now());
  for (const failure of failures) logger.failure('webhook item not stored', failure);
  return failures.length === 0;
}
