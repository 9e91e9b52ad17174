import { type App, findPurpose } from '../app/app.ts';
import { isReportedSource } from '../consent/reported-sources.ts';
import type { PurposeScope, Source } from '../consent/statement.ts';
import { parseBsuid } from '../identity/bsuid.ts';
import { type Milliseconds, toSeconds } from '../time.ts';
import { FileRefusedError } from './file-refused-error.ts';
import type { ImportKind } from './import.ts';
import type { ImportMapping, MappedColumns } from './mapping.ts';
import { dateReader, type ReadDate } from './read-date.ts';
import type { RowClass, RowFault } from './row-class.ts';
import { type Repeat, SeenLines, textKey } from './seen-lines.ts';

/** A row as it was understood. Kept in a part until the import is done with; the only place of the batch with people's numbers. */
export interface ReadRow {
  /** Line of the file in which it ends, counted from 1. */
  readonly row: number;
  /** Why it is not recorded, where reading alone tells. */
  readonly class?: RowClass;
  /** What is wrong with it; of a no that is recorded all the same, with one of two identifiers. */
  readonly why?: string;
  readonly phone?: string;
  readonly bsuid?: string;
  /** As they stand in the file. */
  readonly written?: { readonly phone?: string; readonly bsuid?: string };
  readonly isNo?: true;
  readonly purposes?: PurposeScope;
  readonly at?: Milliseconds;
  readonly documentRef?: string;
  readonly operator?: string;
  readonly source?: Source;
  readonly locale?: string;
  readonly reason?: string;
  /** How it repeats an earlier row. */
  readonly repeats?: Repeat;
  /** It repeats one, and is recorded all the same: a no, or said later. */
  readonly adds?: true;
}

/** Reads a number: canonical digits, or the code of what is wrong with it. */
export type NumberReader = (written: string) => { readonly digits: string } | { readonly fault: string };

export interface Reading {
  readonly kind: ImportKind;
  readonly mapping: ImportMapping;
  readonly app: Pick<App, 'purposes' | 'timeZone'>;
  readonly header: readonly string[];
  readonly readNumber: NumberReader;
  readonly now: Milliseconds;
  /** When the file came: noes without a time of their own are of then. */
  readonly cameAt: Milliseconds;
}

/** Longest texts of evidence, as by API. */
const longest = { documentRef: 200, operator: 200, locale: 35, reason: 500, bsuid: 160 } as const;

/**
 * Understands the rows of one file, in their order.
 *
 * @throws FileRefusedError where the file lacks a column that the mapping names
 */
export function rowReader(reading: Reading): (cells: readonly string[], row: number) => ReadRow {
  const { kind, mapping, app, header, now, cameAt } = reading;
  const column = columnsOf(header, mapping.columns);
  const { date, status } = mapping.columns;
  const readDate = date && dateReader(date.format, date.timeZone ?? app.timeZone);
  const purposesOf = purposeReader(app, mapping, kind);
  const optedIn = new Set(status?.optedIn.map(plain));
  const optedOut = new Set(status?.optedOut.map(plain));
  const repeats = repeatsIn();

  /** What was said: yes or no; undefined = nothing that the mapping names. */
  function isNoIn(cells: readonly string[]): boolean | undefined {
    if (kind === 'suppressions') return mapping.lift !== true;
    if (column.status === undefined) return kind === 'opt-outs';
    const said = plain(cells[column.status] ?? '');
    if (optedOut.has(said)) return true;
    return optedIn.has(said) ? false : undefined;
  }

  return (cells, row) => {
    const unusable = (why: RowFault): ReadRow => ({ row, class: 'unusable-row', why });
    if (cells.length !== header.length) return unusable('wrong-number-of-cells');
    const cell = (index: number | undefined) => (index === undefined ? '' : (cells[index] ?? '').trim());
    const isNo = isNoIn(cells);
    if (isNo === undefined) return unusable('unknown-status');
    // The noes of a column of status are for all that the file is about; a file of opt-outs says nothing of who opted in.
    if (kind === 'opt-outs' && !isNo) return { row, class: 'unusable-row', why: 'unknown-status' };

    const [phone, bsuid] = [cell(column.phone), cell(column.bsuid)];
    if (phone === '' && bsuid === '') return { row, class: 'unusable-number', why: 'nobody' };
    const whose = whoseIs(phone, bsuid, isNo);
    if (typeof whose === 'string') return { row, class: 'unusable-number', why: whose };

    const purposes = purposesOf(cell(column.purposes), isNo);
    if (purposes === undefined) return unusable('unknown-purpose');
    const when = whenSaid(cell(column.date));
    // A yes needs its own time, and so does the end of a suppression where the file tells times; the rest is of when the file came.
    if (typeof when === 'string' && !isNo && (kind !== 'suppressions' || readDate !== undefined)) return unusable(when);
    const texts = textsOf(cell, isNo);
    if (typeof texts === 'string') return unusable(texts);
    if (kind === 'suppressions' && texts.reason === undefined && mapping.reason === undefined) {
      return unusable('no-reason');
    }
    // However it is spelt: an app may ask people who came by a source to confirm. One that nobody knows costs no row: it came by an import.
    const source = plain(cell(column.source)).replace(/[\s_]+/g, '-');
    const known = isReportedSource(source) ? { source } : {};
    if (!isNo && kind === 'opt-ins' && lacksEvidence(texts)) return { row, class: 'no-evidence', why: 'no-evidence' };
    if (typeof when !== 'string' && when.from > now && !isNo) return { row, class: 'future-date', why: 'future-date' };

    // When in doubt the answer is no: a yes as early as it may have been, a no as late, and one without a time when the file came.
    const at = typeof when === 'string' ? cameAt : isNo ? Math.min(when.to, Math.max(now, when.from)) : when.from;
    const person = {
      ...whose,
      written: { ...(whose.phone !== undefined && { phone }), ...(whose.bsuid !== undefined && { bsuid }) },
    };
    const said = { isNo, purposes, at: toSeconds(Math.min(at, now)) };
    const { repeats: repeat, isLater } = repeats({ ...person, ...said }, phone);
    return {
      row,
      ...person,
      ...(isNo && { isNo: true as const }),
      purposes,
      at,
      ...texts,
      ...known,
      ...(repeat !== undefined && { repeats: repeat }),
      ...(repeat !== undefined && (isNo || isLater) && { adds: true as const }),
    };
  };

  /** Whom a row names, or why nobody. A no of somebody who is named twice stands under the one name that can be read. */
  function whoseIs(phone: string, bsuid: string, isNo: boolean): Pick<ReadRow, 'phone' | 'bsuid' | 'why'> | string {
    const number = phone === '' ? undefined : reading.readNumber(phone);
    const isBsuid = bsuid.length <= longest.bsuid && parseBsuid(bsuid) !== undefined;
    const faults = [
      ...(number !== undefined && 'fault' in number ? [number.fault] : []),
      ...(bsuid !== '' && !isBsuid ? ['not-a-bsuid'] : []),
    ];
    const named = {
      ...(number !== undefined && 'digits' in number && { phone: number.digits }),
      ...(isBsuid && { bsuid }),
    };
    const [why] = faults;
    if (why === undefined) return named;
    return isNo && Object.keys(named).length > 0 ? { ...named, why } : why;
  }

  function whenSaid(written: string): ReadDate | RowFault {
    if (written !== '' && readDate !== undefined) return readDate(written);
    return mapping.date === undefined ? 'no-date' : { from: mapping.date, to: mapping.date };
  }

  /** A text that is too long is no evidence of a yes; of a no it is left out, and the reason of a suppression cut. */
  function textsOf(cell: (index: number | undefined) => string, isNo: boolean) {
    const texts: { [Name in 'documentRef' | 'operator' | 'locale' | 'reason']?: string } = {};
    for (const name of ['documentRef', 'operator', 'locale', 'reason'] as const) {
      const text = cell(column[name]);
      if (text === '') continue;
      const isFit = text.length <= longest[name] && !/\p{Cc}/u.test(text) && text.isWellFormed();
      if (isFit) texts[name] = text;
      // People write reasons in lines: no suppression is lost to that.
      else if (isNo && name === 'reason') texts.reason = mended(text);
      else if (!isNo) return 'too-long' as const;
    }
    return texts;
  }

  /** A notice that everybody was shown is evidence, so is the attestation; a column of it holds some in every row. */
  function lacksEvidence({
    documentRef,
    operator,
  }: {
    readonly documentRef?: string;
    readonly operator?: string;
  }): boolean {
    const isNamed = column.documentRef !== undefined || column.operator !== undefined;
    return mapping.notice === undefined && isNamed && documentRef === undefined && operator === undefined;
  }
}

const mended = (text: string): string =>
  text
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, longest.reason)
    .toWellFormed();

const plain = (text: string): string => text.trim().toLowerCase();

type ColumnIndexes = { readonly [Name in keyof MappedColumns]?: number };

/** Where the columns of the mapping are. */
function columnsOf(header: readonly string[], columns: MappedColumns): ColumnIndexes {
  const lacking: string[] = [];
  const double: string[] = [];
  const names = header.map((each) => each.trim());
  const found = Object.entries(columns).flatMap(([name, of]) => {
    if (of === undefined) return [];
    const wanted = typeof of === 'string' ? of : of.column;
    const index = names.indexOf(wanted.trim());
    if (index < 0) lacking.push(wanted);
    if (names.includes(wanted.trim(), index + 1)) double.push(wanted);
    return [[name, index] as const];
  });
  if (lacking.length > 0) {
    const detail = `The header has no column ${lacking.map((name) => `“${name}”`).join(', ')}.`;
    throw new FileRefusedError('missing-column', detail, 1);
  }
  if (double.length > 0) {
    const detail = `The header has more than one column ${double.map((name) => `“${name}”`).join(', ')}: which is meant is not guessed.`;
    throw new FileRefusedError('missing-column', detail, 1);
  }
  return Object.fromEntries(found);
}

/** The purposes of a row: its own, or those of the mapping. A no to something that nobody knows is a no to what is known of it. */
function purposeReader(app: Pick<App, 'purposes'>, mapping: ImportMapping, kind: ImportKind) {
  const byText = new Map<string, readonly string[] | undefined>();
  const read = (text: string, isNo: boolean): readonly string[] | undefined => {
    const names = [
      ...new Set(
        text
          .split(/[;,|]/)
          .map((name) => name.trim())
          .filter((name) => name !== ''),
      ),
    ];
    const known = names.filter((name) => findPurpose(app, name) !== undefined);
    if (known.length === 0) return undefined;
    return known.length === names.length || isNo ? known.sort() : undefined;
  };
  return (text: string, isNo: boolean): PurposeScope | undefined => {
    if (text === '') return mapping.purposes ?? (kind === 'opt-ins' ? undefined : 'all');
    if (isNo && (text === 'all' || text === 'marketing') && findPurpose(app, text) === undefined) return text;
    const key = `${isNo}${text}`;
    // Memory holds no file of long cells.
    if (text.length <= 1000 && !byText.has(key) && byText.size < 10_000) byText.set(key, read(text, isNo));
    return byText.has(key) ? byText.get(key) : read(text, isNo);
  };
}

/** Which rows repeat others: the same person said the same before. */
function repeatsIn() {
  const lines = new SeenLines({ isExact: false });
  const names = new SeenLines({ isExact: true });
  const sayings = new Map<string, number>();
  return (
    row: Pick<ReadRow, 'phone' | 'bsuid' | 'purposes'> & { readonly isNo: boolean; readonly at: number },
    written: string,
  ) => {
    const key = `${row.isNo}${String(row.purposes)}`;
    const saying = sayings.get(key) ?? sayings.size;
    // So many different sayings are no list of anything; what repeats is then said again, which changes nothing.
    if (saying > 65_535) return { isLater: true };
    sayings.set(key, saying);
    if (row.phone === undefined) return names.see({ ...textKey(row.bsuid ?? ''), saying, at: row.at });
    const form = textKey(written.replace(/\D/g, '')).form;
    return lines.see({ key: Number(row.phone), form, saying, at: row.at });
  };
}
