import { decoded, type Encoding, guessEncoding } from './encoding.ts';
import { csvOf, type Delimiter, guessDelimiter, type Row, rowsOf } from './rows.ts';
import type { Sheet } from './sheet.ts';

/** The most that the API takes, in bytes; the most rows of a spreadsheet, which is turned into a table here, and of a table. */
export const mostBytes = 250_000_000;
export const mostRowsOfSheet = 100_000;
export const mostRows = 2_000_000;

/** So much of a table is looked at before it is sent. */
const headBytes = 256 * 1024;

export type FileFault =
  | 'empty'
  | 'no-rows'
  | 'no-table'
  | 'no-spreadsheet'
  | 'locked'
  | 'too-large'
  | 'too-many-rows'
  | 'unreadable';

/** Why a file cannot be used. */
export class UnusableFile extends Error {
  readonly why: FileFault;

  constructor(why: FileFault) {
    super(why);
    this.why = why;
  }
}

/** A file that somebody chose, as it would be sent. */
export interface ChosenFile {
  readonly name: string;
  /** A table, also where a spreadsheet was chosen. */
  readonly content: Blob;
  readonly head: Uint8Array;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** Of a spreadsheet: its tables, and which of them it is. */
  readonly sheets?: readonly Sheet[];
  readonly sheet: number;
}

/** The beginning of a table: what its columns are called, and rows below. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

/**
 * Looks at a file before it is sent. A spreadsheet is read whole, by code that is loaded for it; of a table the beginning.
 *
 * @throws UnusableFile
 */
export async function readFile(file: File): Promise<ChosenFile> {
  if (file.size === 0) throw new UnusableFile('empty');
  if (file.size > mostBytes) throw new UnusableFile('too-large');
  const head = await bytesOf(file.slice(0, headBytes));
  if (isZip(head) || isOldOffice(head)) return readSheets(file);
  const encoding = guessEncoding(head);
  const text = decoded(head, encoding);
  if (isNoText(text)) throw new UnusableFile('no-table');
  const chosen: ChosenFile = {
    name: file.name,
    content: file,
    head,
    encoding,
    delimiter: guessDelimiter(text),
    sheet: 0,
  };
  return checked(chosen);
}

/** The table that another sheet of the spreadsheet is. */
export function withSheet(file: ChosenFile, sheet: number): ChosenFile {
  const { rows = [] } = file.sheets?.[sheet] ?? {};
  const csv = new TextEncoder().encode(csvOf(rows));
  return {
    ...file,
    sheet,
    content: new Blob([csv], { type: 'text/csv' }),
    head: csv.subarray(0, headBytes),
    encoding: 'utf-8',
    delimiter: ',',
  };
}

export function tableOf({ content, head, encoding, delimiter }: ChosenFile): Table {
  const [first, ...rows] = rowsOf(decoded(head, encoding), delimiter, content.size <= head.length);
  return { header: (first?.cells ?? []).map((name) => name.trim()), rows };
}

/** Names that stand twice in the first row. */
export const namesTwice = ({ header }: Table): readonly string[] => [
  ...new Set(header.filter((name, place) => name !== '' && header.indexOf(name) !== place)),
];

async function readSheets(file: File): Promise<ChosenFile> {
  const { sheetsOf, UnreadableSheet } = await import('./sheet.ts');
  const bytes = await bytesOf(file);
  const all = await sheetsOf(bytes).catch((error: unknown) => {
    throw new UnusableFile(error instanceof UnreadableSheet ? error.why : 'no-spreadsheet');
  });
  const sheets = all.filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')));
  if (sheets.length === 0) throw new UnusableFile('empty');
  if (sheets.some(({ rows }) => rows.length > mostRowsOfSheet + 1)) throw new UnusableFile('too-many-rows');
  const empty: ChosenFile = {
    name: file.name,
    content: file,
    head: bytes,
    encoding: 'utf-8',
    delimiter: ',',
    sheets,
    sheet: 0,
  };
  return checked(withSheet(empty, 0));
}

function checked(file: ChosenFile): ChosenFile {
  const { header, rows } = tableOf(file);
  if (header.every((name) => name === '')) throw new UnusableFile('empty');
  // A first row that is longer than what was looked at is no row of a table of people.
  if (rows.length === 0) throw new UnusableFile(file.content.size > file.head.length ? 'no-table' : 'no-rows');
  return file;
}

async function bytesOf(part: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch {
    throw new UnusableFile('unreadable');
  }
}

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b;
const isOldOffice = (head: Uint8Array): boolean => head[0] === 0xd0 && head[1] === 0xcf;

/** Pictures, PDF and programs have signs that no table has. */
function isNoText(text: string): boolean {
  if (text.startsWith('%PDF')) return true;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 4_096));
}
