import { directionOf } from '../words/language.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import type { Gain } from './gains.tsx';
import { overviewWords } from './words/overview-words.ts';

/** Of one day, in units of the drawing; a gap of three between two days. */
const [step, bar, height] = [10, 7, 100];

/**
 * Opt-ins upwards and opt-outs downwards, by day; the same in a table for who does not see it.
 *
 * @param says the sentence that it shows
 */
export function GainsChart({ of: gains, says }: { readonly of: readonly Gain[]; readonly says: string }) {
  const t = useWords(overviewWords);
  const { language, number } = useSpeech();
  const locale = language === 'ar' || language === 'hi' ? `${language}-u-nu-latn` : language;
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayName = (day: string) => format.format(new Date(`${day}T00:00:00Z`));
  const up = Math.max(0, ...gains.map(({ optIns }) => optIns));
  const down = Math.max(0, ...gains.map(({ optOuts }) => optOuts));
  if (up + down === 0) return <p class="small">{t.nothingYet}</p>;
  const unit = height / (up + down);
  const zero = up * unit;
  const place = (index: number) => (directionOf(language) === 'rtl' ? gains.length - 1 - index : index) * step;
  return (
    <div class="gains-chart">
      <svg viewBox={`0 0 ${gains.length * step} ${height}`} preserveAspectRatio="none" role="img" aria-label={says}>
        {gains.map(({ day, optIns, optOuts }, index) => (
          <g key={day}>
            <title>{`${dayName(day)}: ${t.chartIn} ${number(optIns)}, ${t.chartOut} ${number(optOuts)}`}</title>
            <rect x={place(index)} y="0" width={step} height={height} class="touch" />
            <rect x={place(index) + 1.5} y={zero - optIns * unit} width={bar} height={optIns * unit} class="in" />
            <rect x={place(index) + 1.5} y={zero} width={bar} height={optOuts * unit} class="out" />
          </g>
        ))}
        <line x1="0" x2={gains.length * step} y1={zero} y2={zero} />
      </svg>
      <p class="gains-ends small" aria-hidden="true">
        <span>{dayName(gains[0]?.day ?? '')}</span>
        <span class="gains-legend">
          <span class="in">{t.chartIn}</span> <span class="out">{t.chartOut}</span>
        </span>
        <span>{dayName(gains.at(-1)?.day ?? '')}</span>
      </p>
      <details>
        <summary>{t.asTable}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.chartIn}</th>
              <th scope="col">{t.chartOut}</th>
            </tr>
          </thead>
          <tbody>
            {gains.toReversed().map(({ day, optIns, optOuts }) => (
              <tr key={day}>
                <th scope="row">{dayName(day)}</th>
                <td>{number(optIns)}</td>
                <td>{number(optOuts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}
