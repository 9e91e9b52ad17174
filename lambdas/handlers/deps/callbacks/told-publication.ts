import { metrics } from '../../../contract/metrics.ts';
import { countMetric, timeMetric } from '../../../edge/runtime/count-metric.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import type { Publication } from '../../../use-cases/events/publish-events.ts';

/** Says what became of events, by numbers and names of errors. */
export function toldPublication(
  { publishedAfter, refused, unread, superseded, errors }: Publication,
  at: number,
): void {
  timeMetric(metrics.publishedAfter, publishedAfter, at);
  if (refused.length > 0) countMetric(metrics.eventRefused, refused.length, at);
  if (unread.length > 0) countMetric(metrics.entryUnread, unread.length, at);
  if (superseded.length > 0) countMetric(metrics.eventSuperseded, superseded.length, at);
  for (const { type } of superseded) logger.warn('event superseded by a later no', { code: type });
  for (const error of refused) logger.failure('event refused by the bus', error);
  for (const error of unread) logger.failure('event not read', error);
  for (const error of new Set(errors)) logger.failure('event not published', error);
}
