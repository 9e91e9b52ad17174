import { type OpeningHours, weekdays } from '../app/automated-replies.ts';
import type { Milliseconds } from '../time.ts';
import { type WallClock, wallClock } from '../wall-clock.ts';

const minute = 60 * 1000;
const day = 24 * 60 * minute;

/** Making one takes long; there are as many as apps have time zones. */
const clocks = new Map<string, WallClock>();

function clockOf(timeZone: string): WallClock {
  const clock = clocks.get(timeZone) ?? wallClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

/** From when to when somebody is there, as the wall clock shows it; the end is outside. */
interface Stretch {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

/** Every stretch that begins on the days from one time of the wall clock to another, and on the day before. */
function stretches(hours: readonly OpeningHours[], from: Milliseconds, to: Milliseconds): Stretch[] {
  const found: Stretch[] = [];
  for (let midnight = startOfDay(from) - day; midnight <= to; midnight += day) {
    const weekday = weekdays[(new Date(midnight).getUTCDay() + 6) % 7];
    for (const each of hours) {
      if (weekday === undefined || !each.days.includes(weekday)) continue;
      const [begin, end] = [minutesOf(each.from), minutesOf(each.to)];
      const length = end > begin ? end - begin : end - begin + 24 * 60;
      found.push({ from: midnight + begin * minute, to: midnight + (begin + length) * minute });
    }
  }
  return found;
}

const startOfDay = (wall: Milliseconds): Milliseconds => Math.floor(wall / day) * day;

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Whether somebody is there. By the clock on the wall, so also on the days on which clocks are changed. */
export function isOpenAt(hours: readonly OpeningHours[], timeZone: string, at: Milliseconds): boolean {
  const wall = clockOf(timeZone).at(at);
  return stretches(hours, wall, wall).some(({ from, to }) => from <= wall && wall < to);
}

/** Whether somebody was there at any time between two moments. Looks back two weeks at most: every hour of a week is in one. */
export function wasOpenBetween(
  hours: readonly OpeningHours[],
  timeZone: string,
  since: Milliseconds,
  until: Milliseconds,
): boolean {
  const clock = clockOf(timeZone);
  const [from, to] = [clock.at(Math.max(since, until - 14 * day)), clock.at(until)];
  return stretches(hours, from, to).some((stretch) => stretch.from < to && stretch.to > from);
}

/**
 * When somebody is there again, as the wall clock will show it (written as the epoch milliseconds that it would be in UTC); undefined
 * where there are no hours.
 */
export function opensAgain(
  hours: readonly OpeningHours[],
  timeZone: string,
  at: Milliseconds,
): Milliseconds | undefined {
  const wall = clockOf(timeZone).at(at);
  const later = stretches(hours, wall, wall + 8 * day).filter(({ from }) => from > wall);
  return later.length === 0 ? undefined : Math.min(...later.map(({ from }) => from));
}

/** That as a person reads it: the day of the week and the time, in their language. */
export function spokenOpening(wall: Milliseconds, locale: string): string {
  const format = { weekday: 'long', hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat([locale, 'en'], format).format(wall);
}
