import { describe, expect, test } from 'vitest';
import { guessColumns, isSpoilt, plain } from '../../../console/src/imports/file/columns.ts';
import { decoded, guessEncoding } from '../../../console/src/imports/file/encoding.ts';
import { csvOf, guessDelimiter, rowsOf } from '../../../console/src/imports/file/rows.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, isBig = false, mark = true): Uint8Array =>
  Uint8Array.from(
    [...(mark ? [0xfeff] : []), ...Array.from(text, (letter) => letter.charCodeAt(0))].flatMap((code) =>
      isBig ? [code >> 8, code & 255] : [code & 255, code >> 8],
    ),
  );
const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('the encoding of a file', () => {
  test.each([
    ['plain letters', bytes('Phone,Date\n'), 'utf-8', 'Phone,Date\n'],
    ['accents', bytes('Teléfono;Fecha\n'), 'utf-8', 'Teléfono;Fecha\n'],
    ['a mark, which is no letter', bytes('\uFEFFTeléfono'), 'utf-8', 'Teléfono'],
    ['a letter that is cut at the end', bytes('Teléfono é').subarray(0, 11), 'utf-8', 'Teléfono '],
    ['an older Windows', latin('Teléfono;Año'), 'windows-1252', 'Teléfono;Año'],
    ['a spreadsheet’s “Unicode text”', utf16('Teléfono\tFecha'), 'utf-16', 'Teléfono\tFecha'],
    ['the other order of bytes', utf16('Phone\tDate', true), 'utf-16', 'Phone\tDate'],
    ['no mark', utf16('Phone\tDate', false, false), 'utf-16', 'Phone\tDate'],
    ['nothing', bytes(''), 'utf-8', ''],
  ] as const)('with %s is seen', (_, head, encoding, text) => {
    expect([guessEncoding(head), decoded(head, guessEncoding(head))]).toEqual([encoding, text]);
  });
});

describe('what stands between cells', () => {
  test.each([
    ['Phone,Date', ','],
    ['Phone;Date;"Name, first"', ';'],
    ['Phone\tDate', 'tab'],
    ['Phone|Date', '|'],
    ['"a;b;c;d",Date,Name', ','],
    ['Phone', ','],
    ['', ','],
  ] as const)('of %j is %j', (line, delimiter) => {
    expect(guessDelimiter(`${line}\nrow;row;row;row;row`)).toBe(delimiter);
  });
});

describe('the rows of a file', () => {
  const cellsOf = (text: string, isWhole = true) =>
    rowsOf(text, ',', isWhole).map(({ line, cells }) => [line, ...cells]);
  test('have the line on which they end, also where one has line ends in it', () => {
    expect(cellsOf('Phone,Note\r\n+521,"two\nlines, ""quoted"""\n\n+522,\n')).toEqual([
      [1, 'Phone', 'Note'],
      [3, '+521', 'two\nlines, "quoted"'],
      [5, '+522', ''],
    ]);
  });
  test('end with the file, and are not shown when they may be cut', () => {
    expect(cellsOf('a,b\nc,d')).toEqual([
      [1, 'a', 'b'],
      [2, 'c', 'd'],
    ]);
    expect(cellsOf('a,b\nc,d', false)).toEqual([[1, 'a', 'b']]);
  });
  test('are as many as are wanted', () => {
    expect(rowsOf('a\nb\nc\nd\n', ',', true, 2)).toHaveLength(2);
  });
  test('of an old Mac end where it ends them', () => {
    expect(cellsOf('a\rb\rc')).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
  });
  test('are read as they are written', () => {
    const rows = [
      ['Phone', 'Note'],
      ['+521', 'a "b", c\nd'],
    ];
    expect(rowsOf(csvOf(rows), ',', true).map(({ cells }) => cells)).toEqual(rows);
  });
});

describe('columns', () => {
  test.each([
    [['Phone Number', 'Opt-In Date', 'Name'], { phone: 'Phone Number', date: 'Opt-In Date' }],
    [['Teléfono', 'Fecha de alta', 'Acepta'], { phone: 'Teléfono', date: 'Fecha de alta', status: 'Acepta' }],
    [['Handynummer', 'Datum', 'Zweck'], { phone: 'Handynummer', date: 'Datum', purposes: 'Zweck' }],
    [['رقم الجوال', 'التاريخ'], { phone: 'رقم الجوال', date: 'التاريخ' }],
    [['मोबाइल नंबर', 'तारीख'], { phone: 'मोबाइल नंबर', date: 'तारीख' }],
    [['createdAt', 'msisdn', 'opted_in'], { phone: 'msisdn', date: 'createdAt', status: 'opted_in' }],
    [['Order number', 'WhatsApp'], { phone: 'WhatsApp' }],
    [['a', 'b'], {}],
  ])('named %j are %j', (header, columns) => expect(guessColumns(header)).toEqual(columns));

  test('are compared without accents, signs and case', () => {
    expect(['Opt-In_Date', 'TELÉFONO', 'createdAt', '  Año  '].map(plain)).toEqual([
      'opt in date',
      'telefono',
      'created at',
      'ano',
    ]);
  });

  test('of numbers that a spreadsheet spoilt are seen', () => {
    expect(['5.21551E+12', '5,21551E+12', '5E+12', ' 5.2e12 '].map(isSpoilt)).toEqual([true, true, true, true]);
    expect(['+5215512345678', '55 1234 5678', 'E+12', '', 'MX.5E12'].map(isSpoilt)).toEqual(Array(5).fill(false));
  });
});
