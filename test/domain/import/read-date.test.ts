import { describe, expect, test } from 'vitest';
import type { dateFormats } from '../../../lambdas/domain/import/date-format.ts';
import { dateReader } from '../../../lambdas/domain/import/read-date.ts';

const read = (format: (typeof dateFormats)[number], text: string, timeZone = 'UTC') => {
  const found = dateReader(format, timeZone)(text);
  return typeof found === 'string' ? found : [found.from, found.to].map((each) => new Date(each).toISOString());
};

describe('dates of a column', () => {
  test('are what the format says, and a day is all of it', () => {
    expect(read('DD/MM/YYYY', '03/04/2026')).toEqual(['2026-04-03T00:00:00.000Z', '2026-04-03T23:59:59.000Z']);
    expect(read('MM/DD/YYYY', '03/04/2026')).toEqual(['2026-03-04T00:00:00.000Z', '2026-03-04T23:59:59.000Z']);
    expect(read('DD.MM.YYYY', '3.4.2026')).toEqual(['2026-04-03T00:00:00.000Z', '2026-04-03T23:59:59.000Z']);
    expect(read('YYYYMMDD', '20260403')).toEqual(['2026-04-03T00:00:00.000Z', '2026-04-03T23:59:59.000Z']);
    expect(read('YYYY-MM-DD HH:mm', '2026-04-03 17:05')).toEqual([
      '2026-04-03T17:05:00.000Z',
      '2026-04-03T17:05:59.000Z',
    ]);
    expect(read('MM/DD/YYYY hh:mm A', '04/03/2026 12:05 am')).toEqual([
      '2026-04-03T00:05:00.000Z',
      '2026-04-03T00:05:59.000Z',
    ]);
  });

  test('in another format, or of no calendar, are a fault and never guessed', () => {
    for (const [format, text] of [
      ['DD/MM/YYYY', '04/13/2026'],
      ['MM/DD/YYYY', '13/04/2026'],
      ['DD.MM.YYYY', '30.02.2026'],
      ['DD.MM.YYYY', '2026-04-03'],
      ['DD.MM.YYYY', '03.04.26'],
      ['YYYY-MM-DD HH:mm', '2026-04-03 24:00'],
      ['iso', '2026-04-03T25:00:00Z'],
      ['unix-s', '2026-04-03'],
      ['excel-serial', '2026-04-03'],
      ['YYYY-MM-DD', '45000'],
    ] as const) {
      expect(read(format, text), `${format} ${text}`).toBe('bad-date');
    }
    expect(read('YYYY-MM-DD', '1970-01-01')).toBe('implausible-time');
    expect(read('unix-s', '0')).toBe('implausible-time');
  });

  test('are of the clock on the wall, also in the night of a change', () => {
    expect(read('YYYY-MM-DD', '2026-10-01', 'America/Mexico_City')).toEqual([
      '2026-10-01T06:00:00.000Z',
      '2026-10-02T05:59:59.000Z',
    ]);
    expect(read('YYYY-MM-DD HH:mm:ss', '2026-03-29 02:30:00', 'Europe/Berlin')).toEqual([
      '2026-03-29T01:00:00.000Z',
      '2026-03-29T01:00:00.000Z',
    ]);
    // The hour that comes twice: a yes may have been said the first time, a no the second.
    expect(read('YYYY-MM-DD HH:mm:ss', '2026-10-25 02:30:00', 'Europe/Berlin')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
    expect(read('YYYY-MM-DD HH:mm', '2026-10-25 02:59', 'Europe/Berlin')).toEqual([
      '2026-10-25T00:59:00.000Z',
      '2026-10-25T01:59:59.000Z',
    ]);
    // Clocks that are put back at midnight: the day ends when midnight comes for good.
    expect(read('YYYY-MM-DD', '2017-11-04', 'America/Havana')).toEqual([
      '2017-11-04T04:00:00.000Z',
      '2017-11-05T03:59:59.000Z',
    ]);
    expect(read('YYYY-MM-DD', '2018-02-17', 'America/Sao_Paulo')).toEqual([
      '2018-02-17T02:00:00.000Z',
      '2018-02-18T02:59:59.000Z',
    ]);
    expect(read('iso', '2026-10-01T10:00:00-06:00', 'Europe/Berlin')).toEqual([
      '2026-10-01T16:00:00.000Z',
      '2026-10-01T16:00:00.000Z',
    ]);
    expect(read('iso', '2026-10-01T10:00:00', 'Europe/Berlin')).toEqual([
      '2026-10-01T08:00:00.000Z',
      '2026-10-01T08:00:00.000Z',
    ]);
  });

  test('of spreadsheets and of machines', () => {
    expect(read('excel-serial', '46296')).toEqual(['2026-10-01T00:00:00.000Z', '2026-10-01T23:59:59.000Z']);
    expect(read('excel-serial', '46296.5')).toEqual(['2026-10-01T12:00:00.000Z', '2026-10-01T12:00:00.000Z']);
    expect(read('unix-s', '1790812800')).toEqual(['2026-10-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z']);
    expect(read('unix-ms', '1790812800000')).toEqual(['2026-10-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z']);
  });
});
