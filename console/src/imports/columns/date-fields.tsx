import { useMemo } from 'preact/hooks';
import { RadiosField } from '../../kit/choice-fields.tsx';
import { type FormState, SelectField, TextField } from '../../kit/form.tsx';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { type Cell, cellsOf } from '../file/cells.ts';
import { type DateFormat, dateFormats, dateIn, formatsThatFit } from '../file/dates.ts';
import type { Table } from '../file/read-file.ts';
import { importsWords } from '../words/imports-words.ts';
import { ColumnField } from './column-field.tsx';
import { at, columnAt, formatOf } from './mapping.ts';

/** So many dates are tried by every format; so many are shown. */
const tried = 400;
const shown = 3;

interface DateFieldsProps {
  readonly form: FormState;
  readonly table: Table;
  /** Columns of a spreadsheet that hold dates and nothing else. */
  readonly dateColumns: readonly string[];
}

/** When each row was said: its column, and how its dates are written, which a person says; or one date for the whole file. */
export function DateFields({ form, table, dateColumns }: DateFieldsProps) {
  const t = useWords(importsWords);
  const column = form.values[columnAt('date')] ?? '';
  const choose: typeof form.set = (pointer, value) => {
    // Another column is written in another way, until somebody says how.
    form.set(at.format, dateColumns.includes(value) ? sheetFormat(cellsOf(table, value)) : '');
    form.set(pointer, value);
  };
  return (
    <section class="panel" aria-label={t.when}>
      <div>
        <h2>{t.when}</h2>
        <p class="hint">{t.whenRule}</p>
      </div>
      <ColumnField form={{ ...form, set: choose }} pointer={columnAt('date')} label={t.date} table={table} optional />
      {column !== '' && (
        <FormatFields form={form} cells={cellsOf(table, column)} isOfSheet={dateColumns.includes(column)} />
      )}
      <TextField
        form={form}
        pointer={at.date}
        label={t.oneDate}
        hint={t.oneDateHint}
        type="date"
        dir="ltr"
        optional={column !== ''}
      />
    </section>
  );
}

/** How a spreadsheet’s dates were written when it was turned into a table. */
export const sheetFormat = (cells: readonly Cell[]): DateFormat =>
  cells.some(({ cell }) => cell.includes(':')) ? 'YYYY-MM-DD HH:mm:ss' : 'YYYY-MM-DD';

interface FormatFieldsProps {
  readonly form: FormState;
  readonly cells: readonly Cell[];
  readonly isOfSheet: boolean;
}

function FormatFields({ form, cells, isOfSheet }: FormatFieldsProps) {
  const t = useWords(importsWords);
  const { number, place } = useSpeech();
  const said = useSaid();
  const { formats, unread } = useMemo(() => formatsThatFit(cells.slice(0, tried).map(({ cell }) => cell)), [cells]);
  const nameOf = (format: DateFormat): string => {
    const moments: { readonly [name: string]: string } = t.moments;
    return moments[format] ?? format;
  };
  if (isOfSheet) return <p class="note">{t.datesOfSheet}</p>;
  const examples = cells.slice(0, shown);
  const reading = (format: DateFormat): string =>
    examples
      .map(({ cell }) => {
        const date = dateIn(cell, format);
        const values = { cell: `⁨${cell}⁩`, date: date === undefined ? '' : said(date) };
        return fill(date === undefined ? t.unread : t.reads, values);
      })
      .join(' · ');
  const chosen = formatOf(form.values) as DateFormat | undefined;
  const odd =
    formats[0] === undefined ? cells[0] : cells.find(({ cell }) => dateIn(cell, formats[0] ?? 'iso') === undefined);
  return (
    <>
      {formats.length > 1 && <p class="note">{fill(t.ambiguous, { n: number(formats.length) })}</p>}
      {unread > 0 && odd !== undefined && (
        <p class="note">{fill(t.noFormat, { cell: `⁨${odd.cell}⁩`, line: number(odd.line) })}</p>
      )}
      <RadiosField
        form={form}
        pointer={at.format}
        label={t.format}
        hint={t.formatHint}
        choices={[
          ...formats.map((format) => [format, reading(format), nameOf(format)] as const),
          ['other', t.anotherFormat] as const,
        ]}
      />
      {form.values[at.format] === 'other' && (
        <>
          <SelectField
            form={form}
            pointer={at.otherFormat}
            label={t.anotherFormat}
            choices={[['', t.notChosen], ...dateFormats.map((format) => [format, nameOf(format)] as const)]}
          />
          {chosen !== undefined && <p class="small">{reading(chosen)}</p>}
        </>
      )}
      {chosen !== undefined && chosen !== 'iso' && !chosen.startsWith('unix') && (
        <p class="small">{fill(t.zone, { place })}</p>
      )}
    </>
  );
}

/** How people say a date: `4 March 2026`, with its time where it has one. */
function useSaid(): (date: NonNullable<ReturnType<typeof dateIn>>) => string {
  const { language, timeZone } = useSpeech();
  const locale = language === 'ar' || language === 'hi' ? `${language}-u-nu-latn` : language;
  return ({ at: when, hasTime, isMoment }) =>
    new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      ...(hasTime && { timeStyle: 'short' }),
      timeZone: isMoment ? timeZone : 'UTC',
    }).format(when);
}
