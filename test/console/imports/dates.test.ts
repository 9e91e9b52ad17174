import { describe, expect, test } from 'vitest';
import { dateFormats, dateIn, formatsThatFit } from '../../../console/src/imports/file/dates.ts';
import { momentOf } from '../../../console/src/imports/file/day.ts';
import { dateFormats as known } from '../../../lambdas/domain/import/date-format.ts';

test('every format that the API knows is offered, and no other', () => {
  expect([...dateFormats].sort()).toEqual([...known].sort());
});

describe('a date', () => {
  test.each([
    ['2026-03-04', 'YYYY-MM-DD', '2026-03-04T00:00:00.000Z'],
    ['4/3/2026', 'DD/MM/YYYY', '2026-03-04T00:00:00.000Z'],
    ['4/3/2026', 'MM/DD/YYYY', '2026-04-03T00:00:00.000Z'],
    ['04.03.2026 14:05', 'DD.MM.YYYY HH:mm', '2026-03-04T14:05:00.000Z'],
    ['2026-03-04T14:05:06', 'YYYY-MM-DD HH:mm:ss', '2026-03-04T14:05:06.000Z'],
    ['3/4/2026 12:30 AM', 'MM/DD/YYYY hh:mm A', '2026-03-04T00:30:00.000Z'],
    ['3/4/2026 1:30pm', 'MM/DD/YYYY hh:mm A', '2026-03-04T13:30:00.000Z'],
    ['2026-03-04T14:05:06+01:00', 'iso', '2026-03-04T13:05:06.000Z'],
    ['1772633106', 'unix-s', '2026-03-04T14:05:06.000Z'],
    ['1772633106000', 'unix-ms', '2026-03-04T14:05:06.000Z'],
    ['46085', 'excel-serial', '2026-03-04T00:00:00.000Z'],
    ['46085,5', 'excel-serial', '2026-03-04T12:00:00.000Z'],
  ] as const)('%j is by %s %s', (cell, format, iso) => {
    expect(dateIn(cell, format)?.at.toISOString()).toBe(iso);
  });

  test.each([
    ['31/02/2026', 'DD/MM/YYYY'],
    ['13/13/2026', 'MM/DD/YYYY'],
    ['04/03/26', 'DD/MM/YYYY'],
    ['2026-03-04', 'iso'],
    ['04.03.2026', 'DD.MM.YYYY HH:mm'],
    ['04.03.2026 24:00', 'DD.MM.YYYY HH:mm'],
    ['3/4/2026 13:30 PM', 'MM/DD/YYYY hh:mm A'],
    ['yesterday', 'YYYY-MM-DD'],
  ] as const)('%j is none by %s', (cell, format) => expect(dateIn(cell, format)).toBeUndefined());
});

describe('formats that fit', () => {
  const both = ['DD/MM/YYYY', 'MM/DD/YYYY'];
  test.each([
    ['several where days and months cannot be told apart', ['03/04/2026', '', '11/12/2026'], both, 0],
    ['one where a day is no month', ['03/04/2026', '31/12/2026'], ['DD/MM/YYYY'], 0],
    ['those of most cells, where one is none', ['03/04/2026', 'n/a', '31/12/2026'], ['DD/MM/YYYY'], 1],
    ['none where a column has something else', ['Ana', '2026-04-03', 'Ben'], [], 3],
    ['none where it is empty', ['', ' '], [], 0],
  ] as const)('are %s', (_, cells, formats, unread) => expect(formatsThatFit(cells)).toEqual({ formats, unread }));
});

describe('one date for a whole file', () => {
  const now = Date.parse('2026-11-27T12:00:00Z');
  test.each([
    ['2026-03-04', false, 'America/Mexico_City', '2026-03-04T06:00:00.000Z'],
    ['2026-03-04', true, 'America/Mexico_City', '2026-03-05T05:59:59.000Z'],
    ['2026-03-29', false, 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', true, 'Europe/Berlin', '2026-03-29T21:59:59.000Z'],
    ['2026-11-27', true, 'UTC', '2026-11-27T12:00:00.000Z'],
    ['2026-11-27', false, 'UTC', '2026-11-27T00:00:00.000Z'],
  ] as const)('%s of noes: %s, in %s, is %s', (day, isNo, zone, at) => expect(momentOf(day, isNo, zone, now)).toBe(at));
});
