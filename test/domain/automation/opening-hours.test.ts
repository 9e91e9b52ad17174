import { describe, expect, test } from 'vitest';
import type { OpeningHours } from '../../../lambdas/domain/app/automated-replies.ts';
import {
  isOpenAt,
  opensAgain,
  spokenOpening,
  wasOpenBetween,
} from '../../../lambdas/domain/automation/opening-hours.ts';

const week: readonly OpeningHours[] = [
  { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', to: '18:00' },
];
const mexico = 'America/Mexico_City';
const berlin = 'Europe/Berlin';
const utc = (text: string) => Date.parse(`${text}Z`);

describe('opening hours', () => {
  test('are those of the clock on the wall in the zone of the app', () => {
    // Thursday 26 November 2026; Mexico is six hours behind.
    expect(isOpenAt(week, mexico, utc('2026-11-26T14:59:59'))).toBe(false);
    expect(isOpenAt(week, mexico, utc('2026-11-26T15:00:00'))).toBe(true);
    expect(isOpenAt(week, mexico, utc('2026-11-26T23:59:59'))).toBe(true);
    expect(isOpenAt(week, mexico, utc('2026-11-27T00:00:00'))).toBe(false);
    expect(isOpenAt(week, mexico, utc('2026-11-28T16:00:00'))).toBe(false);
  });

  test('stand on the wall also when clocks are changed', () => {
    // Berlin changes to winter time on Sunday 25 October 2026: 09:00 is 07:00Z before and 08:00Z after.
    expect(isOpenAt(week, berlin, utc('2026-10-23T07:00:00'))).toBe(true);
    expect(isOpenAt(week, berlin, utc('2026-10-26T07:30:00'))).toBe(false);
    expect(isOpenAt(week, berlin, utc('2026-10-26T08:00:00'))).toBe(true);
    // And to summer time on Sunday 29 March 2026.
    expect(isOpenAt(week, berlin, utc('2026-03-27T08:00:00'))).toBe(true);
    expect(isOpenAt(week, berlin, utc('2026-03-30T07:00:00'))).toBe(true);
    expect(isOpenAt(week, berlin, utc('2026-03-30T06:59:59'))).toBe(false);
  });

  test('that end after midnight are those of the day on which they begin', () => {
    const bar: readonly OpeningHours[] = [{ days: ['friday'], from: '20:00', to: '02:00' }];
    expect(isOpenAt(bar, 'UTC', utc('2026-11-28T01:59:59'))).toBe(true);
    expect(isOpenAt(bar, 'UTC', utc('2026-11-28T02:00:00'))).toBe(false);
    expect(isOpenAt(bar, 'UTC', utc('2026-11-27T01:00:00'))).toBe(false);
  });

  test('a whole day is 00:00 to 24:00', () => {
    const always: readonly OpeningHours[] = [{ days: ['thursday'], from: '00:00', to: '24:00' }];
    expect(isOpenAt(always, 'UTC', utc('2026-11-26T00:00:00'))).toBe(true);
    expect(isOpenAt(always, 'UTC', utc('2026-11-26T23:59:59'))).toBe(true);
    expect(isOpenAt(always, 'UTC', utc('2026-11-27T00:00:00'))).toBe(false);
  });

  test('tell whether somebody was there between two messages', () => {
    expect(wasOpenBetween(week, 'UTC', utc('2026-11-27T19:00:00'), utc('2026-11-29T19:00:00'))).toBe(false);
    expect(wasOpenBetween(week, 'UTC', utc('2026-11-27T17:59:00'), utc('2026-11-29T19:00:00'))).toBe(true);
    expect(wasOpenBetween(week, 'UTC', utc('2026-11-27T19:00:00'), utc('2026-11-30T09:00:01'))).toBe(true);
    expect(wasOpenBetween(week, 'UTC', 0, utc('2026-11-29T19:00:00'))).toBe(true);
  });

  test('say when they begin again, as people read it', () => {
    const opens = opensAgain(week, mexico, utc('2026-11-28T16:00:00'));
    expect(opens).toBe(utc('2026-11-30T09:00:00'));
    expect(spokenOpening(opens ?? 0, 'en')).toMatch(/^Monday.* 9:00\sAM$/);
    expect(spokenOpening(opens ?? 0, 'es')).toMatch(/^lunes.* 9:00$/);
    expect(opensAgain([], mexico, 0)).toBeUndefined();
  });
});
