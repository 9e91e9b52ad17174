import { atClock } from '../../words/wall-clock.ts';
import type { ImportKind } from '../kinds.ts';

/**
 * One date for a whole file as a time, RFC 3339: of yeses the beginning of that day, of noes its end, or now where that is sooner. So a no
 * of the same day stands over a yes.
 */
export function momentOf(day: string, isNo: boolean, timeZone: string, now: number): string {
  const start = atClock(day, '00:00', timeZone);
  const at = isNo ? Math.min(now, atClock(nextDay(day), '00:00', timeZone) - 1_000) : start;
  return new Date(Math.max(at, start)).toISOString();
}

/** Whether the rows of a file say no. That a suppression ends is none: it ends as early as it may have. */
export const saysNo = (kind: ImportKind, isLift: boolean): boolean =>
  kind === 'opt-outs' || (kind === 'suppressions' && !isLift);

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
