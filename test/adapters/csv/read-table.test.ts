import { describe, expect, test } from 'vitest';
import { csvTables } from '../../../lambdas/adapters/csv/read-table.ts';
import type { FileEncoding } from '../../../lambdas/domain/import/mapping.ts';

/** Reads bytes that come a few at a time. */
async function read(bytes: Uint8Array | string, encoding?: FileEncoding, at = 7) {
  const all = Buffer.from(bytes as string);
  async function* open() {
    for (let from = 0; from < all.length; from += at) yield all.subarray(from, from + at);
  }
  const again = async (named: FileEncoding | undefined) => {
    const table = await csvTables.read(open, { encoding: named });
    const rows: (readonly [number, ...string[]])[] = [];
    for await (const { cells, row } of table.rows) rows.push([row, ...cells]);
    return { header: table.header, rows, encoding: table.encoding, delimiter: table.delimiter };
  };
  try {
    return await again(encoding);
  } catch (error) {
    if (!csvTables.isAnotherEncoding(error)) throw error;
    return again('windows-1252');
  }
}

const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  return isBig ? bytes.swap16() : bytes;
};

describe('a table', () => {
  test('tells its delimiter by its header, also with one in quotes', async () => {
    expect((await read('a;"b;,c,,";d\n1;"2\n""x""";3\n\n4;5;6\n')).rows).toEqual([
      [3, '1', '2\n"x"', '3'],
      [5, '4', '5', '6'],
    ]);
    for (const [character, name] of [
      [',', ','],
      [';', ';'],
      ['\t', 'tab'],
      ['|', '|'],
    ] as const) {
      expect(await read(`a${character}b\r\n1${character}2`)).toMatchObject({
        header: ['a', 'b'],
        rows: [[2, '1', '2']],
        delimiter: name,
      });
    }
    expect(await read('Phone\n1\n')).toMatchObject({ header: ['Phone'], rows: [[2, '1']] });
  });

  test('ends its lines in any way, and names each row by the line in which it ends', async () => {
    for (const at of [1, 2, 3, 1000]) {
      const mixed = 'a,b\r\n1,2\n3,4\r\n5,"6\r\n7"\r8,9\n\n10,11';
      expect((await read(mixed, undefined, at)).rows, `${at} bytes`).toEqual([
        [2, '1', '2'],
        [3, '3', '4'],
        [5, '5', '6\r\n7'],
        [6, '8', '9'],
        [8, '10', '11'],
      ]);
      expect((await read('a\r\n1\n2\n', undefined, at)).rows).toEqual([
        [2, '1'],
        [3, '2'],
      ]);
    }
  });

  test('swallows no rows between two quotes that are nobody’s', async () => {
    const broken = { code: 'not-a-table', line: 3 };
    await expect(read('a,b,c\n1,2,3\n4,5,"6\n7,8,9\n10,11,"12\n')).rejects.toMatchObject(broken);
    await expect(read('a,b,c\n1,2,3\n"4,5,6\n"7",8,9\n')).rejects.toMatchObject(broken);
    expect((await read('a,b\n1,5" screen\n2,"""so"" he said"\n')).rows).toEqual([
      [2, '1', '5" screen'],
      [3, '2', '"so" he said'],
    ]);
  });

  test('in UTF-8, UTF-16 and Windows-1252, whatever the bytes come in', async () => {
    const text = 'Teléfono,Nombre\n1,José €\n';
    for (const at of [1, 2, 3, 1000]) {
      expect(await read(text, undefined, at)).toMatchObject({
        header: ['Teléfono', 'Nombre'],
        rows: [[2, '1', 'José €']],
      });
      expect(await read(`\ufeff${text}`, undefined, at)).toMatchObject({ header: ['Teléfono', 'Nombre'] });
      const windows = Buffer.from('Tel\xe9fono,Nombre\n1,Jos\xe9 \x80\n', 'latin1');
      expect(await read(windows, undefined, at)).toMatchObject({
        rows: [[2, '1', 'José €']],
        encoding: 'windows-1252',
      });
    }
    expect(await read(utf16(text))).toMatchObject({ rows: [[2, '1', 'José €']] });
    expect(await read(utf16(text, true))).toMatchObject({ rows: [[2, '1', 'José €']] });
    for (const at of [1, 3]) {
      expect(await read(utf16(text), undefined, at)).toMatchObject({ rows: [[2, '1', 'José €']] });
      // Without a mark, where the encoding is named.
      expect(await read(utf16(text).subarray(2), 'utf-16', at)).toMatchObject({ rows: [[2, '1', 'José €']] });
      expect(await read(utf16(text, true).subarray(2), 'utf-16', at)).toMatchObject({ rows: [[2, '1', 'José €']] });
      await expect(read('PK\u0003\u0004', undefined, at)).rejects.toMatchObject({ code: 'not-a-table' });
    }
    await expect(read(Buffer.from([0x61, 0x0a, 0xff]), 'utf-8')).rejects.toMatchObject({ code: 'wrong-encoding' });
  });

  test('that is none says so, with the line', async () => {
    await expect(read('')).rejects.toMatchObject({ code: 'empty' });
    await expect(read('a,b\n1,2\n"3,4\n5,6\n')).rejects.toMatchObject({ code: 'not-a-table' });
    await expect(read('PK\u0003\u0004')).rejects.toMatchObject({ code: 'not-a-table', line: 1 });
    await expect(read('%PDF-1.7')).rejects.toMatchObject({ code: 'not-a-table', line: 1 });
  });
});
