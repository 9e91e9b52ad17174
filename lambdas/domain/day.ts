import type { Milliseconds } from './time.ts';

/** A calendar day, `2026-11-26`. Days in this form sort as they follow one another. */
export type Day = string;

const milliseconds = 24 * 60 * 60 * 1000;

/** Making one of these takes longer than all else that an act decides; there are as many as apps have time zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The minutes that each time zone was asked about, and their days: rows of a file are of a few, in any order. */
const known = new Map<string, Map<number, Day>>();
/** A file of times has as many as it likes: then they are forgotten, all at once. */
const mostMinutes = 1000;
const minuteLasts: Milliseconds = 60_000;
/** Since then every time zone is a number of whole minutes from UTC (Liberia was the last), so no day begins within a minute. */
const wholeMinutesSince = Date.UTC(1973, 0);

/** From then on years have five digits. */
const longYearsSince = Date.UTC(10_000, 0);

/** The calendar day of a moment in a time zone. @param timeZone IANA */
export function dayOf(timeZone: string, at: Milliseconds): Day {
  if (at < wholeMinutesSince) return dayBy(timeZone, at);
  // Needs no calendars of Node's, which take 20 ms to load.
  if (timeZone === 'UTC' && at < longYearsSince) return new Date(at).toISOString().slice(0, 10);
  const minute = Math.floor(at / minuteLasts);
  const days = known.get(timeZone) ?? new Map<number, Day>();
  const found = days.get(minute);
  if (found !== undefined) return found;
  const day = dayBy(timeZone, at);
  if (days.size === mostMinutes) days.clear();
  known.set(timeZone, days.set(minute, day));
  return day;
}

function dayBy(timeZone: string, at: Milliseconds): Day {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA-u-ca-gregory-nu-latn', { timeZone, ...parts });
  formats.set(timeZone, format);
  const {
    year = '',
    month = '',
    day = '',
  } = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${year.padStart(4, '0')}-${month}-${day}`;
}

const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** The day so many days later, or earlier when it is less than nothing. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * milliseconds).toISOString().slice(0, 10);
}

/** Every day from one to another, both among them; none when the second is before the first. */
export function daysBetween(from: Day, to: Day): Day[] {
  const count = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / milliseconds + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index));
}
