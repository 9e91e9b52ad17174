import { describe, expect, test } from 'vitest';
import { dayOf } from '../../lambdas/domain/day.ts';

describe('the calendar day of a moment', () => {
  test.each([
    ['UTC', '2026-11-26T23:59:59.999Z', '2026-11-26'],
    ['UTC', '2026-11-27T00:00:00.000Z', '2026-11-27'],
    ['Asia/Kolkata', '2026-11-26T18:29:59.999Z', '2026-11-26'],
    ['Asia/Kolkata', '2026-11-26T18:30:00.000Z', '2026-11-27'],
    ['Asia/Kathmandu', '2026-11-26T18:14:59.999Z', '2026-11-26'],
    ['Asia/Kathmandu', '2026-11-26T18:15:00.000Z', '2026-11-27'],
    ['America/New_York', '2026-11-26T04:59:59.999Z', '2026-11-25'],
    ['America/New_York', '2026-11-26T05:00:00.000Z', '2026-11-26'],
    // In the same minute in two time zones: neither answers for the other.
    ['Pacific/Auckland', '2026-11-26T11:00:00.000Z', '2026-11-27'],
    ['America/New_York', '2026-11-26T11:00:00.000Z', '2026-11-26'],
    ['Pacific/Auckland', '2026-11-26T11:00:30.000Z', '2026-11-27'],
    ['Pacific/Auckland', '2026-11-26T10:59:59.999Z', '2026-11-26'],
  ])('in %s, %s is in %s', (timeZone, at, day) => {
    expect(dayOf(timeZone, Date.parse(at))).toBe(day);
  });

  test('of many minutes in any order is each its own', () => {
    const minutes = Array.from(
      { length: 2500 },
      (_, index) => Date.UTC(2026, 10, 26) + ((index * 977) % 2500) * 60_000,
    );
    for (const at of [...minutes, ...minutes]) {
      // India's clock is five hours and a half ahead.
      const expected = new Date(at + 5.5 * 3_600_000).toISOString().slice(0, 10);
      expect(dayOf('Asia/Kolkata', at)).toBe(expected);
    }
  });

  test('in UTC is what the calendars say of its other name', () => {
    for (const at of [Date.UTC(1972, 11, 31), Date.UTC(1973, 0), Date.UTC(9999, 11, 31), Date.UTC(10_000, 0), 1e14]) {
      for (const moment of [at - 1, at, at + 43_200_000]) expect(dayOf('UTC', moment)).toBe(dayOf('Etc/UTC', moment));
    }
  });

  test('a day began within a minute where a time zone was seconds from a whole one: Liberia, until 1972', () => {
    const midnight = Date.UTC(1970, 5, 1, 0, 44, 30);
    expect(dayOf('Africa/Monrovia', midnight - 1000)).toBe('1970-05-31');
    expect(dayOf('Africa/Monrovia', midnight)).toBe('1970-06-01');
  });
});
