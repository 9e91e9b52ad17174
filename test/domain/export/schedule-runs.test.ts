import { describe, expect, test } from 'vitest';
import { scheduleExpressionFault } from '../../../lambdas/domain/export/schedule-expression.ts';
import { nextRuns, runsAfter } from '../../../lambdas/domain/export/schedule-runs.ts';
import { wallClock } from '../../../lambdas/domain/wall-clock.ts';

/** Saturday. */
const now = Date.UTC(2026, 10, 21, 10, 0, 0);
const madrid = 'Europe/Madrid';

const never: readonly [why: string, expression: string, timeZone?: string][] = [
  ['its time has passed', 'at(2020-01-01T00:00:00)'],
  ['its time is now', 'at(2026-11-21T10:00:00)'],
  ['its time has passed there', 'at(2026-11-21T18:59:59)', 'Asia/Tokyo'],
  ['clocks skip it', 'at(2027-03-28T02:30:00)', madrid],
  ['clocks skip it every year', 'cron(30 2 ? 3 1L *)', madrid],
  ['clocks skip it in that year', 'cron(30 2 28 3 ? 2027)', madrid],
  ['clocks skip midnight', 'at(2026-09-06T00:30:00)', 'America/Santiago'],
  ['31 February', 'cron(0 2 31 2 ? *)'],
  ['30 February', 'cron(0 0 30 2 ? *)'],
  ['30 and 31 February', 'cron(0 0 30-31 FEB ? *)'],
  ['the weekday nearest to 31 February', 'cron(0 0 31W 2 ? *)'],
  ['the 31st of months of 30 days', 'cron(0 2 31 4,6,9,11 ? *)'],
  ['the 31st, every second month from February', 'cron(0 2 31 2,4,6 ? 2027/2)'],
  ['29 February of a year that has none', 'cron(0 2 29 2 ? 2027)'],
  ['29 February of 2100', 'cron(0 2 29 2 ? 2100)'],
  ['29 February of odd years', 'cron(0 2 29 2 ? 2027/2)'],
  ['its year has gone by', 'cron(0 2 * * ? 2025)'],
  ['its years have gone by', 'cron(0 2 * * ? 1970-2025)'],
  ['its months of this year have gone by', 'cron(0 2 * 1-10 ? 2026)'],
  ['its time of today has passed', 'cron(0 10 21 11 ? 2026)'],
  ['its times of today have passed', 'cron(0/5 0-9 21 11 ? 2026)'],
  ['its time of today has passed there', 'cron(0 18 21 11 ? 2026)', 'Asia/Tokyo'],
  ['a fifth Monday of a February of four weeks', 'cron(0 0 ? 2 2#5 2027)'],
  ['the last Friday of this year has passed', 'cron(0 0 ? 10 6L 2026)'],
];
const still: readonly [when: string, expression: string, timeZone?: string][] = [
  ['every night', 'cron(0 2 * * ? *)'],
  ['in a second', 'at(2026-11-21T10:00:01)'],
  ['later today, there', 'at(2026-11-21T10:30:00)', madrid.replace('Madrid', 'London')],
  ['later today, to the west', 'at(2026-11-21T04:01:00)', 'America/Mexico_City'],
  ['the hour that comes twice', 'at(2027-10-31T02:30:00)', madrid],
  ['at the same hour in the other zone', 'cron(30 2 ? 3 1L *)', 'UTC'],
  ['on the last Sunday of March, in an hour that is there', 'cron(30 3 ? 3 1L *)', madrid],
  ['in some minutes of hours that are there', 'cron(30 2,4 ? 3 1L *)', madrid],
  ['29 February', 'cron(0 2 29 2 ? *)'],
  ['29 February of 2096', 'cron(0 2 29 2 ? 2096)'],
  ['the 31st, wherever there is one', 'cron(0 2 31 * ? *)'],
  ['30 or 31, in February or March', 'cron(0 2 30,31 2,3 ? *)'],
  ['the last day of February', 'cron(0 2 L 2 ? *)'],
  ['the last weekday of February', 'cron(0 2 LW 2 ? *)'],
  ['a fifth Monday of February', 'cron(0 0 ? 2 2#5 *)'],
  ['the last minute of the last year', 'cron(59 23 31 12 ? 2199)'],
  ['the rest of this year', 'cron(0 2 * * ? 2026)'],
  ['in a minute', 'cron(1 10 21 11 ? 2026)'],
  ['a year from now', 'cron(0 2 1 1 ? 2020-2027)'],
  ['a rate', 'rate(3650 days)'],
];

describe('a schedule never runs when', () => {
  test.each(never)('%s: %s %s', (_why, expression, timeZone = 'UTC') => {
    expect(scheduleExpressionFault(expression)).toBeUndefined();
    expect(runsAfter(expression, timeZone, now)).toBe(false);
  });
});

describe('a schedule still runs', () => {
  test.each(still)('%s: %s %s', (_when, expression, timeZone = 'UTC') => {
    expect(scheduleExpressionFault(expression)).toBeUndefined();
    expect(runsAfter(expression, timeZone, now)).toBe(true);
  });
});

test('a wall clock shows an hour twice when clocks are put back, and the first time counts', () => {
  const clock = wallClock(madrid);
  const wall = Date.UTC(2026, 9, 25, 2, 30);
  const first = Date.UTC(2026, 9, 25, 0, 30);
  expect([clock.at(first), clock.at(first + 3_600_000)]).toEqual([wall, wall]);
  expect(clock.firstShows(wall)).toBe(first);
});

describe('the next runs', () => {
  const next = (expression: string, timeZone = 'UTC', from = now, most = 3) =>
    nextRuns(expression, timeZone, from, most).map((at) => new Date(at).toISOString());

  test('of every night are read in its time zone', () => {
    expect(next('cron(0 2 * * ? *)', 'America/Mexico_City')).toEqual([
      '2026-11-22T08:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
      '2026-11-24T08:00:00.000Z',
    ]);
  });
  test('of a night on which clocks skip the hour leave it out', () => {
    expect(next('cron(30 2 * * ? *)', madrid, Date.UTC(2027, 2, 27, 12), 2)).toEqual([
      '2027-03-29T00:30:00.000Z',
      '2027-03-30T00:30:00.000Z',
    ]);
  });
  test('of an hour that comes twice are its first times', () => {
    expect(next('cron(30 2 * * ? *)', madrid, Date.UTC(2026, 9, 25, 0, 45), 1)).toEqual(['2026-10-26T01:30:00.000Z']);
  });
  test('are none of a rate, and fewer when it ends', () => {
    expect(next('rate(1 hour)')).toEqual([]);
    expect(next('at(2027-01-01T00:00:00)')).toEqual(['2027-01-01T00:00:00.000Z']);
    expect(next('cron(0 2 * * ? 2025)')).toEqual([]);
  });
});
