import * as z from 'zod';

const rfc3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(Z|[+-](\d\d):(\d\d))?$/i;
const earliest = Date.UTC(2000, 0, 1);
/** The last moment that RFC 3339 can write in UTC; an offset may lead behind it. */
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** RFC 3339 with an offset, as epoch milliseconds. A time without an offset is never guessed. */
export const instant = z.string().transform((text, context) => {
  const found = rfc3339.exec(text);
  const refuse = (code: string, message: string) => {
    context.addIssue({ code: 'custom', message, params: { code } });
    return z.NEVER;
  };
  if (found === null) return refuse('not-a-time', 'This must be a time of RFC 3339, e.g. 2026-11-20T10:00:00-06:00.');
  const [, year, month, day, hour, minute, second, offset, offsetHour = '0', offsetMinute = '0'] = found;
  if (offset === undefined) return refuse('no-offset', 'This time needs an offset: Z or e.g. -06:00.');
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const exists =
    between(month, 1, 12) &&
    between(day, 1, daysInMonth) &&
    between(hour, 0, 23) &&
    between(minute, 0, 59) &&
    between(second, 0, 59) &&
    between(offsetHour, 0, 23) &&
    between(offsetMinute, 0, 59);
  if (!exists) return refuse('not-a-time', 'There is no such day or time.');
  const time = Date.parse(text.toUpperCase());
  if (time < earliest) return refuse('implausible-time', 'This is before the year 2000.');
  return time > latest ? refuse('implausible-time', 'This is after the year 9999.') : time;
});

/** A time as the API writes it: UTC with milliseconds. */
export function formatInstant(time: number): string {
  return new Date(time).toISOString();
}

/** The same for a time that may be unknown. */
export function formatInstantIfAny(time: number | undefined): string | undefined {
  return time === undefined ? undefined : formatInstant(time);
}

function between(digits: string | undefined, least: number, most: number): boolean {
  return Number(digits) >= least && Number(digits) <= most;
}
