import type { AppliedOutcome } from './import.ts';
import type { ClassifiedRow } from './row-class.ts';

/** The report holds no person: a line of the file is enough to find the row, and whoever has the report need not have the file. */
export const reportHeader = 'line,class,recorded,why\r\n';

export function reportLine({ row, class: rowClass, recorded, why = '' }: ClassifiedRow): string {
  return `${row},${rowClass},${recorded ? 'yes' : 'no'},${why}\r\n`;
}

/** The report of applying: every row that the dry run found worth recording. */
export const appliedHeader = 'line,outcome,why\r\n';

export function appliedLine({ row, came, why = '' }: AppliedOutcome): string {
  return `${row},${came},${why}\r\n`;
}
