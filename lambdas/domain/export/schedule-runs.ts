import type { Milliseconds } from '../time.ts';
import { wallClock } from '../wall-clock.ts';
import { cronFields, cronNumbers, readCron } from './schedule-expression.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * Whether a schedule still runs at some time after `now`. One that never does is a mistake that nobody would notice: its time or its
 * years have passed, its day does not exist, or clocks skip its hour.
 *
 * @param expression one that `scheduleExpressionFault` finds nothing wrong with
 */
export function runsAfter(expression: string, timeZone: string, now: Milliseconds): boolean {
  return expression.startsWith('rate(') || nextRuns(expression, timeZone, now, 1).length > 0;
}

/**
 * When a schedule runs next, at most `most` times, the earliest first. None of a rate: it counts from a moment that the Scheduler keeps
 * to itself.
 *
 * @param expression one that `scheduleExpressionFault` finds nothing wrong with
 */
export function nextRuns(expression: string, timeZone: string, now: Milliseconds, most: number): Milliseconds[] {
  const [, kind, inside = ''] = /^(cron|rate|at)\((.*)\)$/.exec(expression) ?? [];
  if (kind === 'rate') return [];
  const clock = wallClock(timeZone);
  const walls = kind === 'at' ? [Date.parse(`${inside}Z`)] : cronWalls(inside, clock.at(now));
  const runs: Milliseconds[] = [];
  for (const wall of walls) {
    const instant = clock.firstShows(wall);
    if (instant !== undefined && instant > now) runs.push(instant);
    if (runs.length === most) break;
  }
  return runs.sort((a, b) => a - b);
}

/** Clocks are never put back further than this. */
const furthestBack = 3 * hour;

/** What the clock shows when a cron expression runs, in order: from some hours before `shown` on, whose time may come once more. */
function* cronWalls(inside: string, shown: Milliseconds): Generator<Milliseconds> {
  const { minutes, hours, months, years, ...days } = readCron(inside);
  const isDay = days.dayOfMonth === '?' ? weekdayRule(days.dayOfWeek) : dateRule(days.dayOfMonth);
  const from = shown - furthestBack;
  for (const year of years) {
    if (Date.UTC(year + 1, 0, 1) < from) continue;
    for (const month of months) {
      for (let midnight = Date.UTC(year, month - 1, 1); monthOf(midnight) === month; midnight += day) {
        if (midnight + day < from || !isDay(midnight)) continue;
        for (const h of hours) {
          for (const m of minutes) {
            const wall = midnight + h * hour + m * minute;
            if (wall >= from) yield wall;
          }
        }
      }
    }
  }
}

const monthOf = (midnight: Milliseconds): number => new Date(midnight).getUTCMonth() + 1;
const dateOf = (midnight: Milliseconds): number => new Date(midnight).getUTCDate();
/** 1 = Sunday. */
const weekdayOf = (midnight: Milliseconds): number => new Date(midnight).getUTCDay() + 1;
function lastDateOf(midnight: Milliseconds): number {
  const date = new Date(midnight);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

type DayRule = (midnight: Milliseconds) => boolean;

/** Day of month: numbers, `L` (the last), `15W` (the weekday nearest to it within the month), `LW`. */
function dateRule(field: string): DayRule {
  return anyOf(field, (part) => {
    if (part === 'L') return (midnight) => dateOf(midnight) === lastDateOf(midnight);
    const wanted = /^(\d+|L)W$/.exec(part)?.[1];
    if (wanted !== undefined) {
      return (midnight) => {
        const last = lastDateOf(midnight);
        const date = wanted === 'L' ? last : Number(wanted);
        return date <= last && dateOf(midnight) === nearestWeekday(midnight, date, last);
      };
    }
    const dates = cronNumbers(cronFields.dayOfMonth, part);
    return (midnight) => dates.includes(dateOf(midnight));
  });
}

/** The Monday to Friday nearest to a date of the month of `midnight`, without leaving the month. */
function nearestWeekday(midnight: Milliseconds, date: number, last: number): number {
  const weekday = weekdayOf(midnight + (date - dateOf(midnight)) * day);
  if (weekday === 7) return date === 1 ? 3 : date - 1;
  if (weekday === 1) return date === last ? date - 2 : date + 1;
  return date;
}

/** Day of week: numbers and names, `L` (Saturday), `6L` (the last Friday), `3#2` (the second Tuesday). */
function weekdayRule(field: string): DayRule {
  return anyOf(field, (part) => {
    const [, name = '', mark, count] = /^([1-7])(?:(L)|#([1-5]))$/.exec(part) ?? [];
    if (mark === undefined && count === undefined) {
      const weekdays = part === 'L' ? [7] : cronNumbers(cronFields.dayOfWeek, part);
      return (midnight) => weekdays.includes(weekdayOf(midnight));
    }
    return (midnight) =>
      weekdayOf(midnight) === Number(name) &&
      (count === undefined
        ? dateOf(midnight) + 7 > lastDateOf(midnight)
        : Math.ceil(dateOf(midnight) / 7) === Number(count));
  });
}

function anyOf(field: string, ruleOf: (part: string) => DayRule): DayRule {
  const rules = field.split(',').map(ruleOf);
  return (midnight) => rules.some((rule) => rule(midnight));
}
