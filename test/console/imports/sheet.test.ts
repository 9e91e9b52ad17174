import { describe, expect, test } from 'vitest';
import { sheetsOf, UnreadableSheet } from '../../../console/src/imports/file/sheet.ts';
import { xlsxOf } from '../../support/files/xlsx.ts';

const header = ['Phone', 'Date', 'Name'];
const why = async (bytes: Uint8Array): Promise<string> =>
  sheetsOf(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof UnreadableSheet ? error.why : String(error)),
  );

describe('a spreadsheet', () => {
  test('is read with dates as dates and numbers whole', async () => {
    const file = xlsxOf({
      Clientes: [
        header,
        [5_215_512_345_678, new Date('2026-03-04T00:00:00Z'), 'Ana <3 & "Luna"'],
        ['+52 55 1234 5679', new Date('2026-12-24T14:05:00Z'), null],
      ],
    });
    expect(await sheetsOf(file)).toEqual([
      {
        name: 'Clientes',
        dates: [1],
        rows: [
          header,
          // At midnight, in a column of times: written as the others are, or no format would read both.
          ['5215512345678', '2026-03-04 00:00:00', 'Ana <3 & "Luna"'],
          ['+52 55 1234 5679', '2026-12-24 14:05:00', ''],
        ],
      },
    ]);
  });

  test('has days without a time where no cell of the column has one', async () => {
    const days = ['2026-03-04', '2026-12-24'];
    const file = xlsxOf({ One: [header, ...days.map((day, n) => [`${n}`, new Date(`${day}T00:00:00Z`), null])] });
    const [sheet] = await sheetsOf(file);
    expect(sheet?.rows.slice(1).map(([, date]) => date)).toEqual(days);
  });

  test('says every table that it has, and that a column with a word in it is none of dates', async () => {
    const file = xlsxOf({ One: [header, ['1', 'soon', 'a']], Two: [['Phone'], ['2']] });
    expect((await sheetsOf(file)).map(({ name, dates }) => [name, dates])).toEqual([
      ['One', []],
      ['Two', []],
    ]);
  });

  test('that is none is said to be none', async () => {
    expect(await why(new TextEncoder().encode('Phone;Date'))).toBe('no-spreadsheet');
    expect(await why(new Uint8Array())).toBe('no-spreadsheet');
    const cut = xlsxOf({ Sheet1: [header] });
    expect(await why(cut.slice(0, cut.length - 30))).toBe('no-spreadsheet');
  });

  test('with a password is said to have one', async () => {
    expect(await why(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toBe('locked');
  });
});
