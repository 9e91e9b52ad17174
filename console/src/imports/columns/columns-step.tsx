import { useEffect, useMemo } from 'preact/hooks';
import { useLocation } from 'wouter';
import { useApp } from '../../app-context.ts';
import { Form, type Values } from '../../kit/form.tsx';
import { foundHere } from '../../kit/kept-form.ts';
import { useWords } from '../../words/use-words.ts';
import { type Draft, draftOf, useStep } from '../draft.ts';
import { cellsOf } from '../file/cells.ts';
import { type ChosenFile, type Table, tableOf } from '../file/read-file.ts';
import { type ImportKind, isKind } from '../kinds.ts';
import { pathOf, StepPage } from '../step-page.tsx';
import { importsWords } from '../words/imports-words.ts';
import { ColumnField } from './column-field.tsx';
import { DateFields, sheetFormat } from './date-fields.tsx';
import { at, columnAt, columnsOf, formatOf, meaningAt } from './mapping.ts';
import { StatusFields, wordsIn } from './status-fields.tsx';
import { spoiltIn, WhoFields } from './who-fields.tsx';

/** What a step after the file needs; without it, back to where it is chosen. */
export function useFileOf(appId: string): { readonly file: ChosenFile; readonly kind: ImportKind } | undefined {
  const [, go] = useLocation();
  const { file, values }: Draft = draftOf(appId);
  const kind = values[at.kind];
  const lacks = file === undefined || !isKind(kind);
  useEffect(() => {
    if (lacks) go(pathOf(isKind(kind) ? 'file' : 'kind'), { replace: true });
  }, [lacks]);
  return lacks ? undefined : { file, kind };
}

/** Which column is what. */
export function ColumnsStep() {
  const { appId } = useApp();
  const given = useFileOf(appId);
  return given === undefined ? null : <Columns {...given} />;
}

function Columns({ file, kind }: { readonly file: ChosenFile; readonly kind: ImportKind }) {
  const t = useWords(importsWords);
  const { appId, locale } = useApp();
  const [, go] = useLocation();
  const table = useMemo(() => tableOf(file), [file]);
  const dateColumns = (file.sheets?.[file.sheet]?.dates ?? []).map((n) => table.header[n] ?? '');
  const form = useStep(
    appId,
    async (values) => {
      const faults = faultsIn(values, table, kind);
      if (faults.length > 0) throw foundHere(faults);
    },
    () => go(pathOf('about')),
  );
  useEffect(() => {
    const date = form.values[columnAt('date')] ?? '';
    if (dateColumns.includes(date)) form.set(at.format, sheetFormat(cellsOf(table, date)));
    if (form.values[at.country] === undefined) form.set(at.country, new Intl.Locale(locale).region ?? '');
  }, []);
  const more = columnsOf(kind);
  const isUsed = more.some((each) => (form.values[columnAt(each)] ?? '') !== '');
  return (
    <StepPage step="columns" title={t.columnsTitle} lead={draftOf(appId).isRemembered ? t.remembered : undefined}>
      <div class="import-columns">
        <Form form={form} act={t.next}>
          <WhoFields form={form} table={table} />
          <DateFields form={form} table={table} dateColumns={dateColumns} />
          <details class="panel import-more" open={isUsed}>
            <summary>{t.more}</summary>
            <p class="hint">{t.moreHint}</p>
            <div class="import-more-fields">
              {more.map((each) => (
                <div key={each} class="stack">
                  <ColumnField form={form} pointer={columnAt(each)} label={t.more_[each]} table={table} optional />
                  {each === 'status' && <StatusFields form={form} table={table} />}
                </div>
              ))}
            </div>
          </details>
        </Form>
      </div>
    </StepPage>
  );
}

/** What is seen before anything is sent. */
function faultsIn(values: Values, table: Table, kind: ImportKind) {
  const has = (pointer: string): boolean => (values[pointer] ?? '') !== '';
  const [phone, date] = [values[columnAt('phone')] ?? '', values[columnAt('date')] ?? ''];
  const status = kind === 'opt-ins' ? (values[columnAt('status')] ?? '') : '';
  const found: (readonly [string, string, boolean])[] = [
    [columnAt('phone'), 'no-one', phone === '' && !has(columnAt('bsuid'))],
    [columnAt('phone'), 'spoilt', spoiltIn(table, phone) !== undefined],
    [columnAt('date'), 'no-date', date === '' && !has(at.date)],
    [at.format, 'no-format', date !== '' && formatOf(values) === undefined && values[at.format] !== 'other'],
    [at.otherFormat, 'no-format', date !== '' && formatOf(values) === undefined && values[at.format] === 'other'],
    [at.date, 'in-the-future', Date.parse(`${values[at.date] ?? ''}T00:00:00Z`) > Date.now() + 14 * 3_600_000],
    [
      columnAt('status'),
      'no-status',
      status !== '' && !wordsIn(table, status).some((word) => values[meaningAt(word)] === 'yes'),
    ],
  ];
  return found.flatMap(([pointer, code, isSo]) => (isSo ? [{ pointer, code }] : []));
}
