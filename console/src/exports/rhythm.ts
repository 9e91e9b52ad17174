import type { Speech } from '../words/speech.ts';
import { fill, type Words } from '../words/words.ts';
import type { en } from './words/en.ts';

/** How often, as people say it. `once` and `rate` are read, not offered. */
export type Rhythm = 'daily' | 'weekly' | 'monthly' | 'own';

/** Days of the week as the Scheduler counts them: 1 = Sunday. */
export const weekdays = [2, 3, 4, 5, 6, 7, 1] as const;

/** 1 November 2026 was a Sunday. */
export const weekdayName = (language: string, day: number): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 10, day)));

/**
 * An expression of the Scheduler.
 *
 * @param time as a field for times has it: 02:30
 * @param day of the week (1 = Sunday) or of the month, or `L` for its last
 */
export function expressionOf(rhythm: Exclude<Rhythm, 'own'>, time: string, day: string): string {
  const [hour, minute] = time.split(':').map(Number);
  if (hour === undefined || minute === undefined || Number.isNaN(hour + minute)) return '';
  if (rhythm === 'daily') return `cron(${minute} ${hour} * * ? *)`;
  return rhythm === 'weekly' ? `cron(${minute} ${hour} ? * ${day} *)` : `cron(${minute} ${hour} ${day} * ? *)`;
}

const names = 'SUN MON TUE WED THU FRI SAT'.split(' ');

/** An expression in words; undefined when it is of a kind that we have none for. */
export function inWords(expression: string, t: Words<typeof en>, { language, many }: Speech): string | undefined {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) return many(t.every[rate[2] as 'minute' | 'hour' | 'day'], Number(rate[1]));
  const once = /^at\((\S+)T(\d\d:\d\d)/.exec(expression);
  if (once !== null) {
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
    return fill(t.once, { date: date.format(new Date(`${once[1]}T00:00:00Z`)), time: once[2] ?? '' });
  }
  const cron = /^cron\((\d+) (\d+) (\S+) \* (\S+) \*\)$/.exec(expression);
  if (cron === null) return undefined;
  const [, minute = '', hour = '', date = '', weekday = ''] = cron;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (date === '*' && weekday === '?') return fill(t.daily, { time });
  if (date === '?' && weekday === '*') return fill(t.daily, { time });
  if (date === 'L') return fill(t.monthlyLast, { time });
  if (/^\d+$/.test(date)) return fill(t.monthly, { date, time });
  const days = weekday.split(',').map((each) => names.indexOf(each.toUpperCase()) + 1 || Number(each));
  if (date !== '?' || days.some((each) => !(each >= 1 && each <= 7))) return undefined;
  const list = new Intl.ListFormat(language).format(days.map((each) => weekdayName(language, each)));
  return fill(t.weekly, { day: list, time });
}
