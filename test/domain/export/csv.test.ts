import { describe, expect, test } from 'vitest';
import { type AudienceRow, audienceColumns } from '../../../lambdas/domain/export/audience-row.ts';
import { csvCell, csvHeader, csvLine } from '../../../lambdas/domain/export/csv.ts';

/** RFC 4180 as a spreadsheet reads it, independent of how we write it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i];
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === ',' || (character === '\r' && text[i + 1] === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\r') {
        rows.push([]);
        i += 1;
      }
    } else cell += character;
  }
  return rows.slice(0, -1);
}

/** What spreadsheets may be told to split at. */
const separators = [',', ';', '\t', '|', ':', '^'];
/** The start of a formula, as generously as the most generous of them. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** Reads as somebody to whom a quote is a letter. */
const readAsLetters = (text: string, separator: string): string[] =>
  text.split(/\r\n|\r|\n/).flatMap((line) => line.split(separator));

/** Reads as Excel does: a quote at the start of a cell holds it together, anywhere else it is a letter. */
function readAtStart(text: string, separator: string): string[] {
  return readQuoted(text, separator, (cell) => cell === '');
}

/** Reads as somebody to whom every quote begins or ends a stretch that holds together. */
function readAnywhere(text: string, separator: string): string[] {
  return readQuoted(text, separator, () => true);
}

function readQuoted(text: string, separator: string, opens: (cell: string) => boolean): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i] ?? '';
    if (quoted && character === '"' && text[i + 1] === '"') {
      cell += '"';
      i += 1;
    } else if (character === '"' && (quoted || opens(cell))) quoted = !quoted;
    else if (!quoted && (character === separator || /[\r\n]/.test(character))) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

/** Performance.md 6.3: `= + - @ TAB CR LF NUL`, quotes, separators, DDE. */
const hostile = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example","x")',
  '=WEBSERVICE("http://evil.example")',
  '=IMPORTXML("http://evil.example","//a")',
  '=DDE("cmd";"/C calc";"x")',
  "=2+5+cmd|'/C calc'!A0",
  '="a"',
  '=A1',
  '=',
  '+1',
  '+525512345678',
  "+cmd|'/C calc'!A0",
  '+',
  '-1',
  '-2+3',
  "-cmd|'/C calc'!A0",
  '-',
  '--',
  '@SUM(1+1)',
  '@',
  '@cmd',
  '\t=1+1',
  '\t',
  '\tx',
  '\r=1+1',
  '\r',
  '\rx',
  '\n=1+1',
  '\n',
  '\nx',
  '\r\n=1+1',
  '\0=1+1',
  '\0',
  '\0x',
  ' =1+1',
  '  +1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '\u200e@x',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  ' ＝1',
  '"=1+1',
  '=1,2',
  '=1"2',
  '=1\r\n2',
  '+1,"2"',
  '-1;2',
  '@a\nb',
  '=\t',
  '=\0',
  '\u000b=1',
  '\u000c=1',
  '\u2028=1',
  '=1+1"',
  '\t\t@x',
  '+\t',
  '\u2003-1',
];
const harmless = [
  '525512345678',
  'MX.13491208655302741918',
  'offers',
  '2026-11-21T02:00:00.000Z',
  'a=b',
  'a+b',
  'a-b',
  'a@b',
  '',
  'Ñandú 🦤',
  "it's",
  '"quoted"',
  'a,b',
  'a\r\nb',
  ';',
];

describe('cells of the CSV', () => {
  test(`${hostile.length} cells that a spreadsheet would calculate are text, and nothing of them is lost`, () => {
    expect(hostile.length).toBeGreaterThanOrEqual(60);
    for (const value of hostile) {
      const [[read = ''] = []] = readCsv(`${csvCell(value)}\r\n`);
      // A cell that starts with a quote is text already; every other one must start with the apostrophe.
      expect(read.startsWith(value.startsWith('"') ? '"' : "'"), JSON.stringify(value)).toBe(true);
      expect(read.replaceAll("'", ''), JSON.stringify(value)).toBe(value.replaceAll("'", ''));
    }
  });

  test('no reader sees a formula, whatever separates its cells and whatever a quote is to it', () => {
    const inside = separators.flatMap((separator) =>
      [...hostile, '"=1', '""=1', ' "=1', `=1${separator}=1`].map((value) => `x${separator}${value}`),
    );
    let cells = 0;
    for (const value of [...hostile, ...inside]) {
      const line = `${['usr_1', value, '525512345678', value].map(csvCell).join(',')}\r\n`;
      for (const separator of separators) {
        for (const read of [readAsLetters, readAtStart, readAnywhere]) {
          for (const cell of read(csvHeader + line, separator)) {
            cells += 1;
            expect(cell, `${JSON.stringify(value)} split at ${JSON.stringify(separator)}`).not.toMatch(formula);
          }
        }
      }
    }
    expect(cells).toBeGreaterThan(10_000);
  });

  test('the readers of this test would see one', () => {
    const seen = (text: string) =>
      [readAsLetters, readAtStart, readAnywhere].map((read) => read(text, ';').some((cell) => formula.test(cell)));
    expect(seen('a,x;=1+1,b')).toEqual([true, true, true]);
    // A quote in the middle of a line protects from nobody but those who heed it there.
    expect(seen('a,"x;=1+1",b')).toEqual([true, true, false]);
  });

  test('other cells are read back as they were', () => {
    for (const value of harmless) expect(readCsv(`${csvCell(value)}\r\n`)).toEqual([[value]]);
  });

  test('a line has a cell for every column, in the order of the header, and CRLF', () => {
    const row: AudienceRow = {
      userId: 'usr_1',
      phone: '525512345678',
      purpose: 'offers',
      optedInAt: '2026-10-01T00:00:00.000Z',
      source: 'paper',
      noticeId: '=spring, "new"',
      noticeVersion: '3',
      statementId: 'stm_u.1',
    };
    const [header = [], line = []] = readCsv(csvHeader + csvLine(row));
    expect(header).toEqual([...audienceColumns]);
    expect(Object.fromEntries(header.map((name, index) => [name, line[index]]))).toEqual({
      userId: 'usr_1',
      phone: '525512345678',
      bsuid: '',
      purpose: 'offers',
      optedInAt: '2026-10-01T00:00:00.000Z',
      source: 'paper',
      noticeId: '\'=spring, "new"',
      noticeVersion: '3',
      expiresAt: '',
      windowOpenUntil: '',
      statementId: 'stm_u.1',
    });
    expect(csvLine(row).endsWith('\r\n')).toBe(true);
  });
});

test('what is left as it is at a glance is what the rules leave as it is, of every text of up to four of these', () => {
  const start = /(^|[,;|:^\t\r\n])((?:(?![\t\r\n])[\s\p{Cc}\p{Cf}]|(?<!^)")*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;
  const byRules = (value: string): string => {
    const safe = value.replaceAll(start, "$1'$2").replace(/^[\t\r\n\0]/, "'$&");
    return /[",;|\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  let texts = [''];
  for (let length = 0; length <= 4; length += 1) {
    expect(texts.filter((text) => csvCell(text) !== byRules(text))).toEqual([]);
    texts = texts.flatMap((text) => [...'aZ0_.-:=@,;"^ \t\n\u200b＝'].map((letter) => text + letter));
  }
});
