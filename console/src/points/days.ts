/** The calendar day of a time in a time zone: `2026-11-26`. */
export const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/**
 * The last second of a calendar day in a time zone, in UTC.
 *
 * @returns the text itself when it is no day: the API says what is wrong with it
 */
export function endOfDay(timeZone: string, day: string): string {
  const utc = Date.parse(`${day}T23:59:59Z`);
  if (Number.isNaN(utc)) return day;
  // The distance changes with the time itself, around the change of a clock: asked twice it is right.
  const first = utc - distance(timeZone, utc);
  return new Date(utc - distance(timeZone, first)).toISOString();
}

/** How far the clocks of a time zone are before UTC, in milliseconds. */
function distance(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const [year = 0, month = 1, day, hour, minute, second] = (
    ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  ).map((type) => Number(parts.find((part) => part.type === type)?.value));
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}
