import { describe, expect, test } from 'vitest';
import { dateFormats, dateIn, formatsThatFit } from '../../../console/src/imports/file/dates.ts';
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
  test('are several where days and months cannot be told apart', () => {
    expect(formatsThatFit(['03/04/2026', '', '11/12/2026'])).toEqual(['DD/MM/YYYY', 'MM/DD/YYYY']);
  });
  test('are one where a day is no month', () => {
    expect(formatsThatFit(['03/04/2026', '31/12/2026'])).toEqual(['DD/MM/YYYY']);
  });
  test('are none where a column mixes them, or is empty', () => {
    expect(formatsThatFit(['03/04/2026', '2026-04-03'])).toEqual([]);
    expect(formatsThatFit(['', ' '])).toEqual([]);
  });
});
