import { createReadStream, readFileSync } from 'node:fs';
import { csvTables } from '../../lambdas/adapters/csv/read-table.ts';
import { dateFormats } from '../../lambdas/domain/import/date-format.ts';
import { delimiters, encodings } from '../../lambdas/domain/import/mapping.ts';
import type { Table } from '../../lambdas/use-cases/imports/ports.ts';
import { unknownName } from '../nearest.ts';
import { readArguments } from '../read-arguments.ts';
import { UsageError } from '../usage-error.ts';
import { phoneCodes, readGupshup } from './gupshup.ts';
import { type Said, type Written, writeImports } from './import-files.ts';
import { channels, readKlaviyo } from './klaviyo.ts';
import { readSpreadsheet, type SpreadsheetColumns } from './spreadsheet.ts';
import type { MovedFile } from './told.ts';
import { readTwilio, readTwilioTable } from './twilio.ts';

const systems = ['gupshup', 'twilio', 'klaviyo', 'spreadsheet'] as const;
/** So many rows that were left out are shown; all of them are in a file. */
const mostShown = 20;

const text = { type: 'string' } as const;
const flags = {
  'phone-code': text,
  channel: text,
  'sms-names-whatsapp': { type: 'boolean', default: false },
  phone: text,
  status: text,
  yes: text,
  no: text,
  all: text,
  date: text,
  'date-format': text,
  'time-zone': text,
  document: text,
  country: text,
  digits: { type: 'boolean', default: false },
  delimiter: text,
  encoding: text,
  purpose: { type: 'string', multiple: true },
  notice: text,
  'document-ref': text,
  'noes-only': { type: 'boolean', default: false },
  noes: text,
  undated: text,
  out: text,
} as const;
type Flags = ReturnType<typeof readFlags>['values'];
const readFlags = (args: readonly string[]) => readArguments(args, flags, true);

/** Makes files of an import of what another system knows. Answers the exit code. Throws UsageError. */
export async function moveCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = readFlags(args);
  const [system, file, more] = positionals;
  if (system === undefined) throw new UsageError(`Say from where: ${systems.join(', ')}.`);
  const from = oneOf(systems, system, 'system');
  if (file === undefined) throw new UsageError('Name the file.');
  if (more !== undefined) throw new UsageError(`One file at a time; there is also "${more}".`);
  const said = saidBeside(values);
  const out = values.out ?? 'moved';
  const written = await writeImports(await read(from, file, values), said, out);
  report(written, out);
  return written.leftOut.length === 0 ? 0 : 1;
}

async function read(from: (typeof systems)[number], file: string, values: Flags): Promise<MovedFile> {
  const named = values['sms-names-whatsapp'];
  switch (from) {
    case 'gupshup': {
      const phoneCode = values['phone-code'];
      if (phoneCode === undefined) throw new UsageError('Say whether phoneCode is whole or national: --phone-code.');
      return readGupshup(readFileSync(file, 'utf8'), oneOf(phoneCodes, phoneCode, 'form of phoneCode'));
    }
    case 'twilio':
      return /\.csv$/i.test(file)
        ? readTwilioTable(await openTable(file, values), named)
        : readTwilio(readFileSync(file, 'utf8'), named);
    case 'klaviyo':
      if (/\.csv$/i.test(file)) {
        throw new UsageError(
          'The columns of a CSV export of Klaviyo are those that you chose: move it as a spreadsheet and name them.',
        );
      }
      return readKlaviyo(readFileSync(file, 'utf8'), oneOf(channels, values.channel ?? 'whatsapp', 'channel'), named);
    case 'spreadsheet':
      return readSpreadsheet(await openTable(file, values), {
        ...columnsOf(values),
        dateFormat: dateFormatOf(values['date-format']),
        timeZone: values['time-zone'],
        country: values.country?.toUpperCase(),
        numbers: values.digits ? 'digits' : undefined,
      });
  }
}

/** A table in the encoding that was named, or that fits all of it: it is read through before anything is written. */
async function openTable(file: string, { delimiter, encoding }: Flags): Promise<Table> {
  const named = encoding === undefined ? undefined : oneOf(encodings, encoding, 'encoding');
  const as = (how: typeof named) =>
    csvTables.read(() => createReadStream(file), {
      delimiter: delimiter === undefined ? undefined : oneOf(delimiters, delimiter, 'delimiter'),
      encoding: how,
    });
  try {
    for await (const _row of (await as(named)).rows);
    return await as(named);
  } catch (error) {
    if (!csvTables.isAnotherEncoding(error)) throw error;
    return as('windows-1252');
  }
}

function columnsOf({ phone, status, yes, no, all, date, document, 'date-format': format }: Flags): SpreadsheetColumns {
  if (phone === undefined) throw new UsageError('Name the column of the numbers: --phone.');
  if ((date === undefined) !== (format === undefined)) throw new UsageError('--date and --date-format go together.');
  const columns = { phone, date, document };
  if (status === undefined) {
    if (all !== 'yes' && all !== 'no')
      throw new UsageError('Name the column of the status, or what all said: --all yes or --all no.');
    return { ...columns, said: all };
  }
  if (all !== undefined) throw new UsageError('Either --status or --all.');
  const [yeses, noes] = [wordsOf(yes), wordsOf(no)];
  const both = [...yeses].find((word) => noes.has(word));
  if (both !== undefined) throw new UsageError(`"${both}" cannot be both a yes and a no.`);
  if (yeses.size + noes.size === 0)
    throw new UsageError('Say which words of the status are a yes and which a no: --yes, --no.');
  return { ...columns, said: { column: status, yes: yeses, no: noes } };
}

const wordsOf = (list: string | undefined): ReadonlySet<string> =>
  new Set((list ?? '').split(',').flatMap((word) => (word.trim() === '' ? [] : [word.trim().toLowerCase()])));

/** What only the operator knows. A yes needs a purpose, and evidence that can be shown; no other system has the first. */
function saidBeside({ purpose = [], notice, noes = 'all', undated, ...values }: Flags): Said {
  const noesOnly = values['noes-only'];
  const documentRef = values['document-ref'];
  if (!noesOnly && purpose.length === 0)
    throw new UsageError('Say what the yeses were for (--purpose), or --noes-only.');
  if (!noesOnly && notice === undefined && documentRef === undefined) {
    throw new UsageError(
      'A yes needs evidence that you can show: --notice ID@VERSION for the notice behind it, or --document-ref for where it lies; or --noes-only.',
    );
  }
  const [, noticeId, version] = /^(.+)@([1-9]\d*)$/.exec(notice ?? '') ?? [];
  if (notice !== undefined && noticeId === undefined)
    throw new UsageError('--notice takes a notice and its version, e.g. spring@2.');
  if (undated !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(undated)) {
    throw new UsageError(`--undated takes a time with its offset, e.g. 2025-03-01T00:00:00Z, not "${undated}".`);
  }
  return {
    purposes: purpose,
    noes: oneOf(['all', 'marketing'] as const, noes, 'kind of noes'),
    notice: noticeId === undefined ? undefined : { noticeId, noticeVersion: Number(version) },
    documentRef,
    undated,
    noesOnly,
  };
}

function report({ yeses, noes, leftOut }: Written, out: string): void {
  if (yeses > 0) console.log(`${yeses} yeses    ${out}/yeses.csv, read by ${out}/yeses.json`);
  if (noes > 0) console.log(`${noes} noes    ${out}/noes.csv, read by ${out}/noes.json`);
  if (yeses + noes === 0) console.log('Nothing could be moved.');
  if (leftOut.length === 0) return;
  console.log(`${leftOut.length} left out    ${out}/left-out.csv`);
  for (const { place, reason } of leftOut.slice(0, mostShown)) console.log(`  ${place}  ${reason}`);
  if (leftOut.length > mostShown) console.log(`  … and ${leftOut.length - mostShown} more`);
}

function oneOf<T extends string>(known: readonly T[], given: string, what: string): T {
  const found = known.find((each) => each === given);
  if (found === undefined) throw new UsageError(unknownName(what, given, known));
  return found;
}

const dateFormatOf = (given: string | undefined) =>
  given === undefined ? undefined : oneOf(dateFormats, given, 'date format');
