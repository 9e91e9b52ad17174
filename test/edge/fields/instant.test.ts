import { describe, expect, it } from 'vitest';
import { formatInstant, instant } from '../../../lambdas/edge/fields/instant.ts';

describe('instant', () => {
  it.each([
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20t10:00:00z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00:00-06:00', '2026-11-20T16:00:00.000Z'],
    ['2026-11-20T10:00:00+05:30', '2026-11-20T04:30:00.000Z'],
    ['2026-11-20T10:00:00.123456789Z', '2026-11-20T10:00:00.123Z'],
    ['2028-02-29T00:00:00-00:00', '2028-02-29T00:00:00.000Z'],
    ['2000-01-01T00:00:00Z', '2000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['9999-12-31T23:59:59.999999999Z', '9999-12-31T23:59:59.999Z'],
    ['9999-12-31T23:59:59+23:59', '9999-12-31T00:00:59.000Z'],
  ])('reads %s', (text, utc) => expect(formatInstant(instant.parse(text))).toBe(utc));

  it.each([
    ['2026-11-20T10:00:00', 'no-offset'],
    ['2026-11-20T10:00:00.5', 'no-offset'],
    ['2026-11-20', 'not-a-time'],
    ['2026-11-20 10:00:00Z', 'not-a-time'],
    ['2026-11-20T10:00Z', 'not-a-time'],
    ['2026-11-20T10:00:00+0600', 'not-a-time'],
    ['2026-11-20T10:00:00+06', 'not-a-time'],
    ['2026-11-20T10:00:00 06:00', 'not-a-time'],
    ['2026-11-20T10:00:00+24:00', 'not-a-time'],
    ['2026-11-20T10:00:60Z', 'not-a-time'],
    ['2026-11-20T10:60:00Z', 'not-a-time'],
    ['2026-11-20T24:00:00Z', 'not-a-time'],
    ['2026-13-20T10:00:00Z', 'not-a-time'],
    ['2026-00-20T10:00:00Z', 'not-a-time'],
    ['2026-11-00T10:00:00Z', 'not-a-time'],
    ['2026-11-31T10:00:00Z', 'not-a-time'],
    ['2027-02-29T10:00:00Z', 'not-a-time'],
    ['1732100000', 'not-a-time'],
    ['+002026-11-20T10:00:00Z', 'not-a-time'],
    ['yesterday', 'not-a-time'],
    ['', 'not-a-time'],
    ['1970-01-01T00:00:00Z', 'implausible-time'],
    ['0000-01-01T00:00:00Z', 'implausible-time'],
    ['0000-01-01T00:00:00+23:59', 'implausible-time'],
    ['2000-01-01T00:00:00+00:01', 'implausible-time'],
    ['9999-12-31T23:59:59-00:01', 'implausible-time'],
    ['9999-12-31T23:59:59-23:59', 'implausible-time'],
  ])('refuses %s as %s', (text, code) => {
    const { error } = instant.safeParse(text);
    expect(error?.issues).toMatchObject([{ params: { code } }]);
  });
});
