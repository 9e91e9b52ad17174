import { useSpeech, useWords } from '../words/use-words.ts';
import type { Row } from './file/rows.ts';
import { importsWords } from './words/imports-words.ts';

interface PreviewTableProps {
  readonly label: string;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

/** Rows of a file as they are read, each with its line. */
export function PreviewTable({ label, header, rows }: PreviewTableProps) {
  const t = useWords(importsWords);
  const { number } = useSpeech();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its box is scrolled by keyboard
    <section class="wide-table import-preview" tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.line}</th>
            {header.map((name, n) => (
              <th scope="col" key={n} dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells }) => (
            <tr key={line}>
              <th scope="row">{number(line)}</th>
              {cells.map((cell, n) => (
                <td key={n}>
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
