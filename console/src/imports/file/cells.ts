import type { Table } from './read-file.ts';

/** A cell that has something in it. */
export interface Cell {
  readonly line: number;
  readonly cell: string;
}

/** What stands in a column, as far as the file was looked at. */
export function cellsOf({ header, rows }: Table, column: string): readonly Cell[] {
  const place = header.indexOf(column);
  if (place < 0) return [];
  return rows.flatMap(({ line, cells }) => {
    const cell = cells[place]?.trim() ?? '';
    return cell === '' ? [] : [{ line, cell }];
  });
}
