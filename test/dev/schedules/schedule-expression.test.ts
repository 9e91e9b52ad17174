import { describe, expect, it } from 'vitest';
import { parseScheduleExpression } from '../../../dev/schedules/schedule-expression.ts';

const ms = (time: string): number => Date.parse(time);
const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().replace('.000Z', 'Z');

/** The next `count` occurrences after a time. */
function occurrences(expression: string, timeZone: string, after: string, count: number): (string | undefined)[] {
  const parsed = parseScheduleExpression(expression, timeZone);
  const found: (string | undefined)[] = [];
  let at: number | undefined = ms(after);
  while (found.length < count && at !== undefined) {
    at = parsed.next(at, ms(after));
    found.push(iso(at));
  }
  return found;
}

describe('cron', () => {
  it.each([
    [
      'every night',
      'cron(0 2 * * ? *)',
      'UTC',
      '2026-01-01T02:00:00Z',
      ['2026-01-02T02:00:00Z', '2026-01-03T02:00:00Z'],
    ],
    ['just before it is due', 'cron(0 2 * * ? *)', 'UTC', '2026-01-01T01:59:59Z', ['2026-01-01T02:00:00Z']],
    ['in a time zone', 'cron(30 9 * * ? *)', 'America/Mexico_City', '2026-01-01T00:00:00Z', ['2026-01-01T15:30:00Z']],
    [
      'every quarter of an hour',
      'cron(0/15 8-9 ? * MON-FRI *)',
      'UTC',
      '2026-01-02T09:30:00Z',
      ['2026-01-02T09:45:00Z', '2026-01-05T08:00:00Z'],
    ],
    [
      'lists and names',
      'cron(0 0 1 JAN,JUL ? *)',
      'UTC',
      '2026-01-01T00:00:00Z',
      ['2026-07-01T00:00:00Z', '2027-01-01T00:00:00Z'],
    ],
    ['Sunday is 1', 'cron(0 0 ? * 1 *)', 'UTC', '2026-01-01T00:00:00Z', ['2026-01-04T00:00:00Z']],
    [
      'the last day of the month',
      'cron(0 0 L * ? *)',
      'UTC',
      '2026-01-31T00:00:00Z',
      ['2026-02-28T00:00:00Z', '2026-03-31T00:00:00Z'],
    ],
    [
      'the last Friday',
      'cron(0 0 ? * 6L *)',
      'UTC',
      '2026-01-01T00:00:00Z',
      ['2026-01-30T00:00:00Z', '2026-02-27T00:00:00Z'],
    ],
    ['the second Tuesday', 'cron(0 0 ? * TUE#2 *)', 'UTC', '2026-01-01T00:00:00Z', ['2026-01-13T00:00:00Z']],
    [
      'the weekday nearest the 1st, a Sunday',
      'cron(0 0 1W * ? *)',
      'UTC',
      '2026-02-01T00:00:00Z',
      ['2026-02-02T00:00:00Z'],
    ],
    [
      'the weekday nearest the 31st, a Saturday',
      'cron(0 0 LW * ? *)',
      'UTC',
      '2026-01-02T00:00:00Z',
      ['2026-01-30T00:00:00Z'],
    ],
    ['a leap day', 'cron(0 0 29 2 ? *)', 'UTC', '2026-01-01T00:00:00Z', ['2028-02-29T00:00:00Z']],
    ['a year that is over', 'cron(0 0 1 1 ? 2025)', 'UTC', '2026-01-01T00:00:00Z', [undefined]],
  ])('%s', (_name, expression, timeZone, after, expected) => {
    expect(occurrences(expression, timeZone, after, expected.length)).toEqual(expected);
  });

  it('is skipped on the night when its hour does not exist', () => {
    // Madrid goes from 02:00 to 03:00 on 29 March 2026.
    expect(occurrences('cron(30 2 * * ? *)', 'Europe/Madrid', '2026-03-28T12:00:00Z', 1)).toEqual([
      '2026-03-30T00:30:00Z',
    ]);
  });

  it('runs once on the night when its hour comes twice', () => {
    // Madrid goes from 03:00 back to 02:00 on 25 October 2026.
    expect(occurrences('cron(30 2 * * ? *)', 'Europe/Madrid', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00Z',
      '2026-10-26T01:30:00Z',
    ]);
  });
});

describe('rate', () => {
  it('is due at once, then every so often', () => {
    const { next } = parseScheduleExpression('rate(12 hours)', 'UTC');
    const start = ms('2026-01-01T00:10:00Z');
    expect(iso(next(start - 1, start))).toBe('2026-01-01T00:10:00Z');
    expect(iso(next(start, start))).toBe('2026-01-01T12:10:00Z');
    expect(iso(next(start + 40 * 3_600_000, start))).toBe('2026-01-03T00:10:00Z');
  });
  it('counts a day as 24 hours when the clocks change', () => {
    const start = ms('2026-03-28T01:30:00Z');
    expect(iso(parseScheduleExpression('rate(1 day)', 'Europe/Madrid').next(start, start))).toBe(
      '2026-03-29T01:30:00Z',
    );
  });
});

describe('at', () => {
  it('is due once, by the clock of its time zone', () => {
    expect(occurrences('at(2026-07-01T10:00:00)', 'Europe/Madrid', '2026-01-01T00:00:00Z', 2)).toEqual([
      '2026-07-01T08:00:00Z',
      undefined,
    ]);
  });
});

describe('what is no schedule', () => {
  it.each([
    'daily',
    'rate(0 hours)',
    'rate(1 week)',
    'cron(0 2 * * *)',
    'cron(0 2 * * * *)',
    'cron(0 2 ? * ? *)',
    'cron(60 2 * * ? *)',
    'cron(0 2 * FOO ? *)',
    'cron(0/0 2 * * ? *)',
    'at(2026-07-01)',
  ])('%s', (expression) => {
    expect(() => parseScheduleExpression(expression, 'UTC').next(0, 0)).toThrow(RangeError);
  });
  it('a time zone that does not exist', () => {
    expect(() => parseScheduleExpression('rate(1 day)', 'Mars/Base')).toThrow(RangeError);
  });
});
