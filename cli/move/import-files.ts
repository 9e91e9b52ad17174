import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { dateReader } from '../../lambdas/domain/import/read-date.ts';
import { isLeftOut, type LeftOut, type MovedFile, type Told } from './told.ts';

/** What the operator says beside the file, because the other system does not know it. */
export interface Said {
  /** Of yeses. */
  readonly purposes: readonly string[];
  readonly noes: 'all' | 'marketing';
  readonly notice?: { readonly noticeId: string; readonly noticeVersion: number } | undefined;
  /** Where the evidence of the whole file lies. */
  readonly documentRef?: string | undefined;
  /** RFC 3339: the time of every yes that has none. */
  readonly undated?: string | undefined;
  /** Yeses are not looked for. */
  readonly noesOnly: boolean;
}

export interface Written {
  readonly yeses: number;
  readonly noes: number;
  readonly leftOut: readonly LeftOut[];
}

const header = ['phone', 'date', 'documentRef', 'place'] as const;
/** Evidence has so many characters at most. */
const longestReference = 200;
/** Characters that are written together. */
const chunk = 64 * 1024;

/**
 * Writes what a file says as files of an import with their mappings: `yeses.csv`, `noes.csv`, and `left-out.csv` with the place and the
 * reason of each row that says nothing. They are for nobody else to read, and none is written over.
 *
 * @throws what the file system throws (`EEXIST`), UsageError of the reader
 */
export async function writeImports(moved: MovedFile, said: Said, folder: string): Promise<Written> {
  mkdirSync(folder, { recursive: true });
  const files = { yes: csvFile(folder, 'yeses.csv'), no: csvFile(folder, 'noes.csv') };
  const readDate = dateReader(moved.date.format, moved.date.timeZone ?? 'UTC');
  const leftOut: LeftOut[] = [];
  const counts = { yes: 0, no: 0 };
  try {
    for await (const row of moved.rows) {
      if (isLeftOut(row)) {
        leftOut.push(row);
        continue;
      }
      if (row.said === 'yes' && said.noesOnly) continue;
      const reason = row.said === 'yes' ? lacking(row, said, readDate) : undefined;
      if (reason !== undefined) {
        leftOut.push({ place: row.place, reason });
        continue;
      }
      counts[row.said] += 1;
      files[row.said].add([row.phone, row.date, reference(row, said), row.place]);
    }
  } finally {
    for (const file of Object.values(files)) file.end();
  }
  if (counts.yes > 0) writeMapping(folder, 'yeses.json', mappingOf(moved, said, said.purposes));
  if (counts.no > 0) writeMapping(folder, 'noes.json', mappingOf(moved, said, said.noes));
  if (leftOut.length > 0) {
    const file = csvFile(folder, 'left-out.csv', ['place', 'reason']);
    for (const { place, reason } of leftOut) file.add([place, reason]);
    file.end();
  }
  return { yeses: counts.yes, noes: counts.no, leftOut };
}

/** Why a yes cannot be used. A no always can: without a time that can be read it is of the day when the file comes. */
function lacking({ date }: Told, { undated }: Said, readDate: (text: string) => object | string): string | undefined {
  if (date === '') return undated === undefined ? 'Nobody says when this yes was said.' : undefined;
  return typeof readDate(date) === 'string' ? 'Its date is none, or is written otherwise than was named.' : undefined;
}

const reference = ({ documentRef }: Told, said: Said): string =>
  [said.documentRef, documentRef]
    .filter((part) => part)
    .join('; ')
    .slice(0, longestReference);

/** The body of `POST …/imports/{importId}/dry-run`. */
function mappingOf(
  { date, country, numbers }: MovedFile,
  { notice, undated }: Said,
  purposes: readonly string[] | string,
) {
  const isYes = typeof purposes !== 'string';
  return {
    delimiter: ',',
    encoding: 'utf-8',
    header: true,
    columns: { phone: 'phone', date: { column: 'date', ...date }, documentRef: 'documentRef' },
    ...(country !== undefined && { country }),
    ...(numbers !== undefined && { numbers }),
    // A no is never dated back: without a time of its own it is of when the file comes.
    ...(isYes && undated !== undefined && { date: undated }),
    purposes,
    ...(isYes && notice !== undefined && { notice }),
    source: 'import',
  };
}

function writeMapping(folder: string, name: string, mapping: object): void {
  const file = openSync(join(folder, name), 'wx', 0o600);
  writeSync(file, `${JSON.stringify(mapping, undefined, 2)}\n`);
  closeSync(file);
}

/** A table that comes into being with its first row. */
function csvFile(folder: string, name: string, columns: readonly string[] = header) {
  let file: number | undefined;
  let waiting = '';
  const flush = () => {
    if (waiting === '') return;
    file ??= openSync(join(folder, name), 'wx', 0o600);
    writeSync(file, waiting);
    waiting = '';
  };
  const line = (cells: readonly string[]) => `${cells.map(cellOf).join(',')}\r\n`;
  let isNew = true;
  return {
    add(cells: readonly string[]): void {
      if (isNew) waiting += line(columns);
      isNew = false;
      waiting += line(cells);
      if (waiting.length > chunk) flush();
    },
    end(): void {
      flush();
      if (file !== undefined) closeSync(file);
    },
  };
}

const cellOf = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
