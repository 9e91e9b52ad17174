import { type CollectionPoint, tokenOf } from '../../../domain/collection/collection-point.ts';
import type { FormLimit } from '../../../use-cases/collection/form-ports.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { looksAhead } from '../../http/looks-ahead.ts';
import { logger } from '../../runtime/logger.ts';

export interface CountVisitDeps {
  readonly points: Pick<PointStore, 'countVisit'>;
  readonly formLimit: Pick<FormLimit, 'countsVisit'>;
}

/** Counts a visit of a person: crawlers open links, run scripts and press buttons. Never fails: a number in a table is not worth a visitor. */
export async function countVisit(
  deps: CountVisitDeps,
  { headers, sourceIp }: Pick<HttpRequest, 'headers' | 'sourceIp'>,
  point: CollectionPoint,
  count: 'scans' | 'clicks',
): Promise<void> {
  try {
    if (!looksAhead(headers) && (await deps.formLimit.countsVisit(sourceIp)))
      await deps.points.countVisit(tokenOf(point.pointId), count);
  } catch (error) {
    logger.failure('visit not counted', error, { pointId: point.pointId });
  }
}
