import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { encodings } from './file/encoding.ts';
import { type ChosenFile, namesTwice, tableOf, withSheet } from './file/read-file.ts';
import { delimiters } from './file/rows.ts';
import { PreviewTable } from './preview-table.tsx';
import { importsWords } from './words/imports-words.ts';

const rowsShown = 5;

interface FilePreviewProps {
  readonly of: ChosenFile;
  readonly onChange: (file: ChosenFile) => void;
}

/** How the file is read, which can be changed, and its first rows as they are then. */
export function FilePreview({ of: file, onChange }: FilePreviewProps) {
  const t = useWords(importsWords);
  const { list } = useSpeech();
  const table = useMemo(() => tableOf(file), [file]);
  const { sheets, sheet, delimiter, encoding } = file;
  const twice = namesTwice(table);
  return (
    <section class="panel">
      <h2>{t.firstRows}</h2>
      <p class="hint">{sheets === undefined ? t.guessed : t.fromSheet}</p>
      <div class="import-read-as">
        {sheets !== undefined && sheets.length > 1 && (
          <Choice label={t.sheet} value={String(sheet)} onChange={(value) => onChange(withSheet(file, Number(value)))}>
            {sheets.map(({ name }, n) => (
              <option key={n} value={n}>
                {name}
              </option>
            ))}
          </Choice>
        )}
        {sheets === undefined && (
          <>
            <Choice
              label={t.delimiter}
              value={delimiter}
              onChange={(value) => onChange({ ...file, delimiter: value as typeof delimiter })}
            >
              {delimiters.map((each) => (
                <option key={each} value={each}>
                  {t.delimiters[each]}
                </option>
              ))}
            </Choice>
            <Choice
              label={t.encoding}
              value={encoding}
              onChange={(value) => onChange({ ...file, encoding: value as typeof encoding })}
            >
              {encodings.map((each) => (
                <option key={each} value={each}>
                  {t.encodings[each]}
                </option>
              ))}
            </Choice>
          </>
        )}
      </div>
      {twice.length > 0 && <p class="note bad">{fill(t.sameNames, { names: list(twice.map((name) => `⁨${name}⁩`)) })}</p>}
      <PreviewTable label={t.firstRows} header={table.header} rows={table.rows.slice(0, rowsShown)} />
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly children: ComponentChildren;
}

const Choice = ({ label, value, onChange, children }: ChoiceProps) => (
  <label>
    <span>{label}</span>
    <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
      {children}
    </select>
  </label>
);
