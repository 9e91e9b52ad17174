import { strFromU8, unzipSync, zipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';

/** A table of a spreadsheet, with every cell as text. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** Places of columns, from 0, in which every cell that has something has a date. */
  readonly dates: readonly number[];
}

/** Why a spreadsheet cannot be read. */
export class UnreadableSheet extends Error {
  readonly why: 'no-spreadsheet' | 'locked' | 'too-large';

  constructor(why: UnreadableSheet['why']) {
    super(why);
    this.why = why;
  }
}

/** Unpacked: a spreadsheet of 100,000 rows has some 30 MB. */
const mostUnpacked = 400_000_000;

/**
 * The tables of an XLSX file. Dates stay dates: `2026-11-26`, and `2026-11-26 14:05:00` in a column where a time belongs to one of them, so
 * that a whole column is written in one way. Numbers are written whole, as a phone number needs them.
 *
 * @throws UnreadableSheet
 */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  // Excel keeps what has a password in another kind of file.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new UnreadableSheet('locked');
  const file = unpacked(bytes);
  const sheets = await readXlsx(file).catch(() => {
    throw new UnreadableSheet('no-spreadsheet');
  });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: textsOf(data),
    dates: datesIn(data),
  }));
}

type Cells = readonly (readonly unknown[])[];

/** Larger parts of a file would be unpacked by workers made of text, which the console's policy forbids: they are unpacked here, and packed anew without compression. */
function unpacked(bytes: Uint8Array): ArrayBuffer {
  let size = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name)) return false;
        size += originalSize;
        if (size > mostUnpacked) throw new UnreadableSheet('too-large');
        return true;
      },
    });
    if (!strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array()).includes('spreadsheetml')) {
      throw new UnreadableSheet('no-spreadsheet');
    }
    return zipSync(parts, { level: 0 }).buffer as ArrayBuffer;
  } catch (error) {
    throw error instanceof UnreadableSheet ? error : new UnreadableSheet('no-spreadsheet');
  }
}

function textsOf(data: Cells): string[][] {
  const timed = new Set<number>();
  for (const row of data) {
    for (const [place, cell] of row.entries()) if (cell instanceof Date && !isMidnight(cell)) timed.add(place);
  }
  return data.map((row) => row.map((cell, place) => textOf(cell, timed.has(place))));
}

/** Fractions of days are not exact: 14:05 may come as 14:04:59.999. */
const writtenTime = (date: Date): string => new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();

const isMidnight = (date: Date): boolean => writtenTime(date).endsWith('T00:00:00.000Z');

/** @param isTimed a date is written with its time, also at midnight */
function textOf(cell: unknown, isTimed: boolean): string {
  if (cell instanceof Date) {
    const text = writtenTime(cell);
    return isTimed ? text.slice(0, 19).replace('T', ' ') : text.slice(0, 10);
  }
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  return cell === null || cell === undefined ? '' : String(cell);
}

/** Without the first row, which names the columns. */
function datesIn([, ...rows]: Cells): readonly number[] {
  const width = Math.max(0, ...rows.slice(0, 1_000).map(({ length }) => length));
  return Array.from({ length: width }, (_, place) => place).filter((place) => {
    const given = rows.map((row) => row[place]).filter((cell) => cell !== null && cell !== undefined && cell !== '');
    return given.length > 0 && given.every((cell) => cell instanceof Date);
  });
}
