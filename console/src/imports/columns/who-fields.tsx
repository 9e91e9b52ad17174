import { useMemo } from 'preact/hooks';
import { type FormState, SelectField } from '../../kit/form.tsx';
import { TickField } from '../../kit/tick.tsx';
import { useCountryName } from '../../settings/country-rules.tsx';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { type Cell, cellsOf } from '../file/cells.ts';
import { isSpoilt } from '../file/columns.ts';
import type { Table } from '../file/read-file.ts';
import { importsWords } from '../words/imports-words.ts';
import { ColumnField } from './column-field.tsx';
import { at, columnAt } from './mapping.ts';
import { useCountries } from './use-countries.ts';

/** The first number that a spreadsheet spoilt. */
export const spoiltIn = (table: Table, column: string): Cell | undefined =>
  cellsOf(table, column).find(({ cell }) => isSpoilt(cell));

const hasNoCode = ({ cell }: Cell): boolean => !/^\(?\s*(\+|00|tel:)/.test(cell);

/** Whom each row is about: a number, with the country of those that name none, or WhatsApp's own id. */
export function WhoFields({ form, table }: { readonly form: FormState; readonly table: Table }) {
  const t = useWords(importsWords);
  const { number } = useSpeech();
  const countries = useCountries();
  const nameOf = useCountryName();
  const column = form.values[columnAt('phone')] ?? '';
  const cells = useMemo(() => cellsOf(table, column), [table, column]);
  const spoilt = spoiltIn(table, column);
  const lacksCode = cells.some(hasNoCode);
  const isDigits = form.values[at.numbers] === 'yes';
  return (
    <section class="panel" aria-label={t.who}>
      <h2>{t.who}</h2>
      <ColumnField form={form} pointer={columnAt('phone')} label={t.phone} table={table} />
      {spoilt !== undefined && (
        <p class="note bad">{fill(t.spoilt, { cell: `⁨${spoilt.cell}⁩`, line: number(spoilt.line) })}</p>
      )}
      {lacksCode && spoilt === undefined && (
        <>
          {cells.filter(hasNoCode).every(({ cell }) => /^\d{10,15}$/.test(cell)) && (
            <TickField form={form} pointer={at.numbers} label={t.digits} hint={t.digitsHint} />
          )}
          {!isDigits && (
            <SelectField
              form={form}
              pointer={at.country}
              label={t.country}
              hint={t.countryHint}
              choices={[['', t.noCountry], ...countries.map((code) => [code, nameOf(code)] as const)]}
            />
          )}
        </>
      )}
      <ColumnField form={form} pointer={columnAt('bsuid')} label={t.bsuid} table={table} optional />
    </section>
  );
}
