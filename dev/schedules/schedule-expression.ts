/**
 * When an EventBridge Scheduler expression is due: `rate(…)`, `cron(…)`, `at(…)`
 * (Scheduler user guide, "Schedule types in EventBridge Scheduler"). All instants are epoch milliseconds.
 */
export interface ScheduleExpression {
  /** The first occurrence after `after`, or `undefined` when there is none. `startsAt`: when the schedule was made or its StartDate. */
  next(after: number, startsAt: number): number | undefined;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A leap day can be eight years away (1896 to 1904, 2096 to 2104). */
const searchedDays = 8 * 366;

/** Reads an expression in a time zone. Errors: RangeError with a sentence for a person. */
export function parseScheduleExpression(expression: string, timeZone: string): ScheduleExpression {
  const [, kind, argument = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression.trim()) ?? [];
  const zone = wallClock(timeZone);
  if (kind === 'rate') return rate(argument);
  if (kind === 'cron') return cron(argument, zone);
  if (kind === 'at') return at(argument, zone);
  throw new RangeError(`Invalid Schedule Expression ${expression}.`);
}

/** A rate without a start date is due at once, then every so often; a day is 24 hours whatever the clocks do. */
function rate(argument: string): ScheduleExpression {
  const [, value = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(argument) ?? [];
  const every = Number(value) * ({ minute, hour, day }[unit] ?? 0);
  if (every <= 0) throw new RangeError(`Invalid Schedule Expression rate(${argument}).`);
  return {
    next: (after, startsAt) =>
      after < startsAt ? startsAt : startsAt + (Math.floor((after - startsAt) / every) + 1) * every,
  };
}

function at(argument: string, zone: WallClock): ScheduleExpression {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)$/.exec(argument)?.slice(1).map(Number);
  if (parts === undefined) throw new RangeError(`Invalid Schedule Expression at(${argument}).`);
  const [year = 0, month = 0, date = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const due = zone.instantOf(Date.UTC(year, month - 1, date, hours, minutes, seconds));
  return { next: (after) => (due !== undefined && due > after ? due : undefined) };
}

const monthNames = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** Six fields: minutes, hours, day of month, month, day of week (1 = Sunday), year. */
function cron(argument: string, zone: WallClock): ScheduleExpression {
  const fields = argument.trim().toUpperCase().split(/\s+/);
  const [minuteField = '', hourField = '', dateField = '', monthField = '', weekdayField = '', yearField = ''] = fields;
  if (fields.length !== 6 || (dateField === '?') === (weekdayField === '?')) {
    throw new RangeError(
      `Invalid Schedule Expression cron(${argument}): six fields, and "?" in one of day-of-month and day-of-week.`,
    );
  }
  const minutes = numbers(minuteField, 0, 59);
  const hours = numbers(hourField, 0, 23);
  const months = new Set(numbers(monthField, 1, 12, monthNames));
  const years = new Set(numbers(yearField, 1970, 2199));
  const fitsDate = dateField === '?' ? weekdayRule(weekdayField) : dateRule(dateField);
  return {
    next(after) {
      const wall = zone.wallOf(after);
      const firstDay = Math.floor(wall / day) * day;
      for (let midnight = firstDay; midnight < firstDay + searchedDays * day; midnight += day) {
        const date = new Date(midnight);
        if (!years.has(date.getUTCFullYear()) || !months.has(date.getUTCMonth() + 1) || !fitsDate(date)) continue;
        for (const h of hours) {
          for (const m of minutes) {
            const wanted = midnight + h * hour + m * minute;
            // Clocks are set back by hours at most: what lies further behind cannot be due again.
            if (wanted < wall - 3 * hour) continue;
            const instant = zone.instantOf(wanted);
            if (instant !== undefined && instant > after) return instant;
          }
        }
      }
      return undefined;
    },
  };
}

const daysInMonth = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** Day of month: numbers, `L` (last), `15W` (the weekday nearest to it within the month), `LW`. */
function dateRule(field: string): (date: Date) => boolean {
  const weekday = /^(\d+|L)W$/.exec(field)?.[1];
  if (weekday !== undefined) {
    return (date) => {
      const last = daysInMonth(date);
      const wanted = weekday === 'L' ? last : Math.min(Number(weekday), last);
      const dayOfWeek = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), wanted)).getUTCDay();
      const moved =
        dayOfWeek === 6
          ? wanted === 1
            ? 3
            : wanted - 1
          : dayOfWeek === 0
            ? wanted === last
              ? wanted - 2
              : wanted + 1
            : wanted;
      return date.getUTCDate() === moved;
    };
  }
  if (field === 'L') return (date) => date.getUTCDate() === daysInMonth(date);
  const dates = new Set(numbers(field, 1, 31));
  return (date) => dates.has(date.getUTCDate());
}

/** Day of week: numbers and names, `6L` (the last Friday), `3#2` (the second Tuesday). */
function weekdayRule(field: string): (date: Date) => boolean {
  const [, name = '', mark, count] = /^(\w+?)(?:(L)|#(\d))$/.exec(field) ?? [];
  if (mark !== undefined || count !== undefined) {
    const [wanted] = numbers(name, 1, 7, dayNames);
    return (date) => {
      const fits = date.getUTCDay() + 1 === wanted;
      return (
        fits &&
        (count === undefined
          ? date.getUTCDate() + 7 > daysInMonth(date)
          : Math.ceil(date.getUTCDate() / 7) === Number(count))
      );
    };
  }
  const weekdays = new Set(numbers(field === 'L' ? '7' : field, 1, 7, dayNames));
  return (date) => weekdays.has(date.getUTCDay() + 1);
}

/** The numbers that a field of lists, ranges, steps and names stands for, ascending. */
function numbers(field: string, min: number, max: number, names: readonly string[] = []): number[] {
  const found = new Set<number>();
  const read = (text: string): number => {
    const value = names.includes(text) ? names.indexOf(text) + min : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (Number.isNaN(value) || value < min || value > max)
      throw new RangeError(`Invalid Schedule Expression: "${text}" is not a number from ${min} to ${max}.`);
    return value;
  };
  for (const part of field.split(',')) {
    const [range = '', stepText] = part.split('/');
    const [from = '', to] = range === '*' ? [String(min), String(max)] : range.split('-');
    const first = read(from);
    const last = to === undefined ? (stepText === undefined ? first : max) : read(to);
    const step = stepText === undefined ? 1 : Number(stepText);
    if (!(step > 0)) throw new RangeError(`Invalid Schedule Expression: step "${stepText}".`);
    for (let value = first; value <= last; value += step) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

/** Wall clock readings are written as the epoch milliseconds that they would be in UTC. */
interface WallClock {
  wallOf(instant: number): number;
  /** The first instant at which the wall clock shows this; `undefined` in the hour that is skipped in spring. */
  instantOf(wall: number): number | undefined;
}

function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const wallOf = (instant: number): number => {
    const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    const { year = 0, month = 1, day: date = 1, hour: hours = 0, minute: minutes = 0, second: seconds = 0 } = parts;
    return Date.UTC(year, month - 1, date, hours, minutes, seconds);
  };
  return {
    wallOf,
    instantOf(wall) {
      const candidates = [wall - day, wall + day].map((near) => wall - (wallOf(near) - near));
      const valid = candidates.filter((instant) => wallOf(instant) === wall);
      return valid.length === 0 ? undefined : Math.min(...valid);
    },
  };
}
