import { type AudienceRow, audienceColumns } from './audience-row.ts';

/**
 * What spreadsheets take for the start of a formula (OWASP "CSV Injection"), also after blanks and control characters, which
 * some of them skip, and in full width, which some of them fold.
 */
const formulaStart = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** Blanks and control characters at the start are a trigger by themselves. */
const controlStart = /^[\t\r\n\0]/;

/** One cell: neutralised by a leading apostrophe where a spreadsheet would calculate it, then quoted as RFC 4180 asks. */
export function csvCell(value: string): string {
  const safe = formulaStart.test(value) || controlStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The first line of the CSV file. */
export const csvHeader = `${audienceColumns.join(',')}\r\n`;

/** One person as a line, with its end (CRLF, RFC 4180). */
export function csvLine(row: AudienceRow): string {
  return `${audienceColumns.map((column) => csvCell(row[column] ?? '')).join(',')}\r\n`;
}
