import { type FieldProps, SelectField } from '../../kit/form.tsx';
import { useWords } from '../../words/use-words.ts';
import { cellsOf } from '../file/cells.ts';
import type { Table } from '../file/read-file.ts';
import { importsWords } from '../words/imports-words.ts';

const examples = 3;

interface ColumnFieldProps extends Omit<FieldProps, 'hint'> {
  readonly table: Table;
}

/** A column of the file, with what is in its first rows. */
export function ColumnField({ table, ...field }: ColumnFieldProps) {
  const t = useWords(importsWords);
  const chosen = field.form.values[field.pointer] ?? '';
  const cells = [...new Set(cellsOf(table, chosen).map(({ cell }) => cell))].slice(0, examples);
  const names = [...new Set(table.header.filter((name) => name !== ''))];
  return (
    <div class="import-column">
      <SelectField
        {...field}
        choices={[
          ['', field.optional === true ? t.noColumn : t.notChosen],
          ...names.map((name) => [name, name] as const),
        ]}
      />
      {cells.length > 0 && (
        <p class="small import-examples">
          {cells.map((cell) => (
            <bdi key={cell}>{cell}</bdi>
          ))}
        </p>
      )}
    </div>
  );
}
