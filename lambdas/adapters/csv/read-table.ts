import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { FileRefusedError } from '../../domain/import/file-refused-error.ts';
import type { Delimiter } from '../../domain/import/mapping.ts';
import type { Table, TableReader } from '../../use-cases/imports/ports.ts';
import { decodeFile, NotUtf8Error } from './decode-file.ts';
import { characterOf, findDelimiter, firstLine } from './find-delimiter.ts';

/** Characters of one row: more is a quote that nobody closed. */
const longestRow = 256 * 1024;
/** Columns of a header. */
const mostColumns = 1000;

/** Tables as text: comma, semicolon, tab or bar between cells, quotes as in RFC 4180, in UTF-8, UTF-16 or Windows-1252. */
export const csvTables: TableReader = {
  async read(open, { encoding, delimiter }) {
    try {
      return await begin(open(), encoding, delimiter);
    } catch (error) {
      if (error instanceof NotUtf8Error) return begin(open(), 'windows-1252', delimiter);
      throw error;
    }
  },
  isAnotherEncoding: (error) => error instanceof NotUtf8Error,
};

async function begin(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Parameters<typeof decodeFile>[1],
  named: Delimiter | undefined,
): Promise<Table> {
  const text = decodeFile(bytes, encoding);
  let head = '';
  let isWhole = false;
  while (firstLine(head) === undefined && head.length <= longestRow) {
    const next = await text.next();
    if (next.done) {
      isWhole = true;
      break;
    }
    head += next.value;
  }
  if (head.trim() === '') throw new FileRefusedError('empty', 'There is nothing in the file.');
  const line = firstLine(head) ?? (isWhole ? head : undefined);
  if (line === undefined) throw new FileRefusedError('not-a-table', 'The first line does not end.', 1);
  const delimiter = named ?? findDelimiter(line);

  async function* all(): AsyncGenerator<string, void> {
    yield head;
    head = '';
    if (!isWhole) yield* text;
  }
  const rows = rowsOf(all(), characterOf[delimiter]);
  const first = await rows.next();
  const header = first.done ? [] : first.value.cells.map((name) => name.trim());
  if (header.length > mostColumns) throw new FileRefusedError('not-a-table', 'The first line is no header.', 1);
  return { header, rows, encoding: encoding ?? 'utf-8', delimiter };
}

/**
 * Rows with the line in which each ends. Empty lines are left out and counted. Lines end in any of the three ways, also within one file:
 * tables are put together from others. (csv-parse alone holds to the first way that it sees, and counts the other signs as lines.)
 */
async function* rowsOf(text: AsyncIterable<string>, delimiter: string): Table['rows'] {
  // The line in which the last row ends that was parsed, and the last that was given on.
  let [parsed, row] = [0, 0];
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRow,
    on_record: (cells: string[]) => {
      if (cells.some(isBroken)) {
        const detail = 'A quote is opened at the beginning of a cell, and closed in the middle of another row.';
        throw new FileRefusedError('not-a-table', detail, parsed + 1);
      }
      parsed += linesOf(cells);
      return cells;
    },
  });
  const source = Readable.from(text);
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += linesOf(cells);
      if (cells.length > 1 || cells[0]?.trim() !== '') yield { cells, row };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // It is noticed at the end of the file: it was opened in the row behind the last whole one.
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
    const detail = isOpen ? 'A quote is opened and never closed.' : 'From here on this is no table.';
    throw new FileRefusedError('not-a-table', detail, parsed + 1);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** How many lines of the file a row is: one, and those that end within its cells. */
const linesOf = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (/[\r\n]/.test(cell) ? sum + cell.split(/\r\n|\n|\r/).length - 1 : sum), 1);

/**
 * A quote that nobody closed swallows rows until the next quote, which stands in the middle of a cell: the parser then gives the first
 * one back as a letter. Rows that nobody sees may be noes, so the file is refused.
 */
const isBroken = (cell: string): boolean => cell.startsWith('"') && /[\r\n]/.test(cell);
