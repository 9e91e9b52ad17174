import { type AudienceRow, audienceColumns } from './audience-row.ts';

/**
 * What spreadsheets take for the start of a formula (OWASP "CSV Injection"): at the start of a cell, also after blanks, quotes and
 * control characters, which some of them skip, and in full width, which some of them fold.
 *
 * A cell starts after every character that any spreadsheet may be told to split at: Excel splits at a semicolon wherever the decimal
 * sign is a comma, and then a quote inside a line is a letter like any other, so that quotes protect nothing. After a quote at the very
 * start of a value no cell starts: it is written as a quote, and read as one.
 */
const formulaStart =
  /(^|[,;|:^\t\r\n])((?:(?![\t\r\n])[\s\p{Cc}\p{Cf}]|(?<!^)")*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;
/** Control characters at the start are a trigger by themselves. */
const controlStart = /^[\t\r\n\0]/;
/**
 * What neither is the case of: letters, digits, `_`, `.`, `-` and single colons, beginning with none of the last two and with a letter or
 * a digit behind each colon. Most cells are, times and ids among them, and are as they are at a glance.
 */
const plain = /^\w(?:[\w.-]|:(?=\w))*$/;

/**
 * One cell: neutralised by an apostrophe wherever a spreadsheet would calculate it, then quoted as RFC 4180 asks, and also where another
 * separator than the comma is in it.
 */
export function csvCell(value: string): string {
  if (plain.test(value)) return value;
  const safe = value.replaceAll(formulaStart, "$1'$2").replace(controlStart, "'$&");
  return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The first line of the CSV file. */
export const csvHeader = `${audienceColumns.join(',')}\r\n`;

/** One person as a line, with its end (CRLF, RFC 4180). */
export function csvLine(row: AudienceRow): string {
  let line = '';
  for (const column of audienceColumns) {
    const value = row[column];
    line += value === undefined ? ',' : `,${csvCell(value)}`;
  }
  return `${line.slice(1)}\r\n`;
}
