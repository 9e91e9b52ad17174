import { useWords } from '../words/use-words.ts';
import { kitWords } from './words/kit-words.ts';

export interface Bar {
  /** On hover, and in the table. */
  readonly label: string;
  readonly value: number;
  /** The value in words. */
  readonly text: string;
}

export interface BarsProps {
  /** The sentence that the bars show; it stands above them already. */
  readonly says: string;
  /** What is counted, for the table. */
  readonly unit: string;
  readonly bars: readonly Bar[];
}

/** Bars beside each other, the same in a table. */
export function Bars({ says, unit, bars }: BarsProps) {
  const t = useWords(kitWords);
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <div class="chart">
      <div class="chart-bars" role="img" aria-label={says}>
        {bars.map(({ label, value, text }) => (
          <span key={label} title={`${label}: ${text}`}>
            <span class={value === 0 ? 'none' : ''} style={{ blockSize: `${(value / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <p class="chart-ends small" aria-hidden="true">
        <span>{bars[0]?.label}</span>
        <span>{bars.at(-1)?.label}</span>
      </p>
      <details>
        <summary>{t.asTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col">{unit}</th>
            </tr>
          </thead>
          <tbody>
            {bars
              .filter(({ value }) => value > 0)
              .map(({ label, text }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{text}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
