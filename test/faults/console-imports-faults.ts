import type { PlantedFault } from './planted-fault.ts';

const dates = 'console/src/imports/file/dates.ts';
const day = 'console/src/imports/file/day.ts';
const rows = 'console/src/imports/file/rows.ts';
const columns = 'console/src/imports/file/columns.ts';
const files = ['test/console/imports'];

/** What the console does with a file before it is sent. */
export const consoleImportsFaults: readonly PlantedFault[] = [
  {
    name: 'the 31st of February is a day of March in the console',
    file: dates,
    find: 'at.getUTCMonth() !== Number(m) - 1 || at.getUTCDate() !== Number(d)',
    replace: 'false',
    tests: files,
  },
  {
    name: 'only one of several formats that fit is told',
    file: dates,
    find: 'formats: readBy.filter(({ read }) => read === most).map(({ format }) => format),',
    replace: 'formats: readBy.filter(({ read }) => read === most).map(({ format }) => format).slice(0, 1),',
    tests: files,
  },
  {
    name: 'a no of one date for the file counts from the beginning of that day',
    file: day,
    find: 'isNo ?',
    replace: 'false ?',
    tests: files,
  },
  {
    name: 'a number that a spreadsheet spoilt is taken for one',
    file: columns,
    find: '/^\\s*\\d([.,]\\d+)?E\\+?\\d+\\s*$/i',
    replace: '/^\\d$/',
    tests: files,
  },
  {
    name: 'the last row of what was looked at is shown, though it may be cut',
    file: rows,
    find: 'if (isWhole && rows.length < most) endRow();',
    replace: 'if (rows.length < most) endRow();',
    tests: files,
  },
  {
    name: 'midnight in a column of times is written as a day, which no format reads with the others',
    file: 'console/src/imports/file/sheet.ts',
    find: 'textOf(cell, timed.has(place))',
    replace: 'textOf(cell, cell instanceof Date && !isMidnight(cell))',
    tests: files,
  },
  {
    name: 'the console may not send files to the bucket',
    file: 'lambdas/edge/console/console-routes.ts',
    find: '[signInUrl, uploadUrl].flatMap',
    replace: '[signInUrl].flatMap',
    tests: ['test/handlers/console.test'],
  },
];
