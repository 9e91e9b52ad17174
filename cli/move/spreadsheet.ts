import type { DateFormat } from '../../lambdas/domain/import/date-format.ts';
import type { Table } from '../../lambdas/use-cases/imports/ports.ts';
import { UsageError } from '../usage-error.ts';
import type { LeftOut, MovedFile, Told } from './told.ts';

/** Which column says what, by the names of the header. */
export interface SpreadsheetColumns {
  readonly phone: string;
  /** What everybody in it said, or the column that says it and its words, in lower case. */
  readonly said:
    | 'yes'
    | 'no'
    | { readonly column: string; readonly yes: ReadonlySet<string>; readonly no: ReadonlySet<string> };
  readonly date?: string | undefined;
  /** Where the evidence of a row lies. */
  readonly document?: string | undefined;
}

export interface SpreadsheetOptions extends SpreadsheetColumns {
  readonly dateFormat?: DateFormat | undefined;
  readonly timeZone?: string | undefined;
  readonly country?: string | undefined;
  readonly numbers?: 'digits' | undefined;
}

/**
 * A table of one's own.
 *
 * @throws UsageError naming a column that the header lacks
 */
export function readSpreadsheet(table: Table, options: SpreadsheetOptions): MovedFile {
  const { phone, said, date, document, dateFormat = 'iso', timeZone, country, numbers } = options;
  const at = columnFinder(table.header);
  const [phoneAt, dateAt, documentAt] = [
    at(phone),
    date === undefined ? -1 : at(date),
    document === undefined ? -1 : at(document),
  ];
  const statusAt = typeof said === 'string' ? -1 : at(said.column);

  function rowOf(cells: readonly string[], row: number): Told | LeftOut {
    const place = `line ${row}`;
    if (cells.length !== table.header.length) {
      return { place, reason: `It has ${cells.length} cells, and the header ${table.header.length}.` };
    }
    const cell = (index: number) => (cells[index] ?? '').trim();
    const what = typeof said === 'string' ? said : meaning(cell(statusAt), said);
    if (what === undefined) return { place, reason: 'Its status is none of those that were named.' };
    if (cell(phoneAt) === '') return { place, reason: 'It has no number.' };
    return { place, phone: cell(phoneAt), said: what, date: cell(dateAt), documentRef: cell(documentAt) };
  }

  async function* rows() {
    for await (const { cells, row } of table.rows) yield rowOf(cells, row);
  }
  return { rows: rows(), date: { format: dateFormat, timeZone }, country, numbers };
}

/** Finds columns by the name in the header; throws UsageError with what there is. */
export function columnFinder(header: readonly string[]): (name: string) => number {
  return (name) => {
    const index = header.findIndex((each) => each.trim() === name.trim());
    if (index < 0) throw new UsageError(`The file has no column "${name}". There are: ${header.join(', ')}.`);
    return index;
  };
}

function meaning(
  written: string,
  { yes, no }: { readonly yes: ReadonlySet<string>; readonly no: ReadonlySet<string> },
): 'yes' | 'no' | undefined {
  const word = written.toLowerCase();
  if (no.has(word)) return 'no';
  return yes.has(word) ? 'yes' : undefined;
}
