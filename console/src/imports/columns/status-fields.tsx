import { type FormState, SelectField } from '../../kit/form.tsx';
import { useWords } from '../../words/use-words.ts';
import { cellsOf } from '../file/cells.ts';
import type { Table } from '../file/read-file.ts';
import { importsWords } from '../words/imports-words.ts';
import { columnAt, meaningAt } from './mapping.ts';

/** So many different words can mean yes or no; a column of more is no such column. */
const most = 12;

/** The words in a column of yeses and noes, as far as the file was looked at, without those that differ in case alone. */
export function wordsIn(table: Table, column: string): readonly string[] {
  const words = new Map(cellsOf(table, column).map(({ cell }) => [cell.toLowerCase(), cell]));
  return [...words.values()].slice(0, most);
}

/** What each word of the column means. Whoever imports says it: `0` may be anything. */
export function StatusFields({ form, table }: { readonly form: FormState; readonly table: Table }) {
  const t = useWords(importsWords);
  const words = wordsIn(table, form.values[columnAt('status')] ?? '');
  if (words.length === 0) return null;
  return (
    <fieldset class="row-set">
      <legend>{t.statusTitle}</legend>
      <p class="hint">{t.statusHint}</p>
      {words.map((word) => (
        <SelectField
          key={word}
          form={form}
          pointer={meaningAt(word)}
          label={word}
          choices={[
            ['', t.means.nothing],
            ['yes', t.means.yes],
            ['no', t.means.no],
          ]}
        />
      ))}
    </fieldset>
  );
}
