import type { App } from '../../../domain/app/app.ts';
import { type CollectionPoint, tokenOf, type VisitName } from '../../../domain/collection/collection-point.ts';
import { dayOf } from '../../../domain/day.ts';
import type { FormLimit } from '../../../use-cases/collection/form-ports.ts';
import type { PointStore } from '../../../use-cases/collection/ports.ts';
import type { Clock } from '../../../use-cases/ledger/ports.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { looksAhead } from '../../http/looks-ahead.ts';
import { logger } from '../../runtime/logger.ts';

export interface CountVisitDeps {
  readonly points: Pick<PointStore, 'countVisit'>;
  readonly formLimit: Pick<FormLimit, 'countsVisit'>;
  readonly now: Clock;
}

const aheadNames = { preview: 'previews', prefetch: 'prefetches' } as const;

/**
 * Counts a visit of a person, all that it counts by one write; what looks ahead is counted apart, once, whatever a person would have
 * counted. Never fails: a number in a table is not worth a visitor.
 */
export async function countVisit(
  deps: CountVisitDeps,
  { headers, sourceIp, isHead }: Pick<HttpRequest, 'headers' | 'sourceIp' | 'isHead'>,
  { app, point }: { readonly app: App; readonly point: CollectionPoint },
  counts: readonly VisitName[],
): Promise<void> {
  try {
    const ahead = looksAhead(headers, isHead);
    if (!(await deps.formLimit.countsVisit(sourceIp, ahead !== undefined))) return;
    const counted = ahead === undefined ? counts : [aheadNames[ahead]];
    await deps.points.countVisit(tokenOf(point.pointId), counted, dayOf(app.timeZone, deps.now()));
  } catch (error) {
    logger.failure('visit not counted', error, { pointId: point.pointId });
  }
}

/** The field of an address that says when a visit was counted on its way to the page, in seconds. */
const visitField = 'visit';

/** Seconds after which an address that was counted counts anew: it was passed on, kept or loaded again. */
export const sameVisit = 60;

/** What goes into the address of a page whose visit was counted already. */
export function countedVisit(now: number): { readonly [visitField]: string } {
  return { [visitField]: String(Math.floor(now / 1000)) };
}

/** Whether the visit that opens a page was counted on its way there. */
export function wasCounted({ rawQuery }: Pick<HttpRequest, 'rawQuery'>, now: number): boolean {
  const said = rawQuery[visitField] ?? '';
  const age = now / 1000 - Number(said);
  return /^\d{1,12}$/.test(said) && age >= -sameVisit && age < sameVisit;
}
