/** What stands between two cells, as the API names it. */
export type Delimiter = ',' | ';' | 'tab' | '|';

export const delimiters: readonly Delimiter[] = [',', ';', 'tab', '|'];

const signOf = (delimiter: Delimiter): string => (delimiter === 'tab' ? '\t' : delimiter);

/** A row of a table, with the line of the file on which it ends: what the report of a trial names it by. */
export interface Row {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a table as RFC 4180 writes it: cells in quotes may hold delimiters, quotes (twice) and line ends. Lines without anything are
 * no rows.
 *
 * @param isWhole false: the text is the beginning of a file, and its last row may be cut, so it is left out
 */
export function rowsOf(text: string, delimiter: Delimiter, isWhole: boolean, most = Number.POSITIVE_INFINITY): Row[] {
  const sign = signOf(delimiter);
  const rows: Row[] = [];
  let [cells, cell, line]: [string[], string, number] = [[], '', 1];
  let [isQuoted, at] = [false, 0];
  const endRow = () => {
    if (cells.length > 0 || cell !== '') rows.push({ line, cells: [...cells, cell] });
    [cells, cell] = [[], ''];
  };
  for (; at < text.length && rows.length < most; at += 1) {
    const letter = text[at] ?? '';
    if (isQuoted) {
      if (letter === '\n') line += 1;
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') [cell, at] = [`${cell}"`, at + 1];
      else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === sign) [cells, cell] = [[...cells, cell], ''];
    else if (letter === '\n' || (letter === '\r' && text[at + 1] !== '\n')) {
      endRow();
      line += 1;
    } else if (letter !== '\r') cell += letter;
  }
  if (isWhole && rows.length < most) endRow();
  return rows;
}

/** What seems to stand between cells: what the first line has most of outside of quotes. A comma where it has none of them. */
export function guessDelimiter(text: string): Delimiter {
  const [first = ''] = text.replace(/"(?:[^"]|"")*"/g, '').split(/\r?\n|\r/, 1);
  const count = (delimiter: Delimiter): number => first.split(signOf(delimiter)).length;
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Rows as a file with commas (RFC 4180). */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
