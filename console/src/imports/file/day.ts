import { atClock } from '../../words/wall-clock.ts';

/**
 * One date for a whole file as a time, RFC 3339: of yeses the beginning of that day, of noes its end, or now where that is sooner. So a no
 * of the same day stands over a yes.
 */
export function momentOf(day: string, isNo: boolean, timeZone: string, now: number): string {
  const start = atClock(day, '00:00', timeZone);
  const at = isNo ? Math.min(now, atClock(nextDay(day), '00:00', timeZone) - 1_000) : start;
  return new Date(Math.max(at, start)).toISOString();
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
