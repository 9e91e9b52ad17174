import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { Loaded } from '../kit/loaded.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { type Counts, useCounts } from './counts.ts';
import { GainsChart } from './gains-chart.tsx';
import { overviewWords } from './words/overview-words.ts';

/** A day with what was counted on it. */
export interface Gain {
  /** 2026-11-26 */
  readonly day: string;
  readonly optIns: number;
  readonly optOuts: number;
}

const sum = (gains: readonly Gain[], name: 'optIns' | 'optOuts'): number =>
  gains.reduce((total, each) => total + each[name], 0);

/** What was won and lost in thirty days: a sentence, the figures, then the bars; and where people come in. */
export function Gains() {
  const t = useWords(overviewWords);
  const app = useApp();
  const [chosen, setChosen] = useState(app.purposes[0]?.purposeId ?? '');
  const counts = useCounts(app.appId);
  return (
    <section class="panel gains">
      {app.purposes.length > 1 && (
        <label class="gains-purpose">
          <span class="small">{t.purpose}</span>
          <select value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
            {app.purposes.map(({ purposeId, name }) => (
              <option key={purposeId} value={purposeId}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Loaded of={counts} lines={6}>
        {(data) => <Told of={data} purposeId={chosen} />}
      </Loaded>
    </section>
  );
}

function Told({ of: { days, topPoints }, purposeId }: { readonly of: Counts; readonly purposeId: string }) {
  const t = useWords(overviewWords);
  const app = useApp();
  const { many, number } = useSpeech();
  const name = app.purposes.find((each) => each.purposeId === purposeId)?.name ?? purposeId;
  const gains: Gain[] = days.map(({ day, purposes }) => {
    const { optIns = 0, optOuts = 0 } = purposes.find((each) => each.purposeId === purposeId) ?? {};
    return { day, optIns, optOuts };
  });
  const [week, before] = [gains.slice(-7), gains.slice(-14, -7)];
  const [now, then] = [sum(week, 'optIns'), sum(before, 'optIns')];
  const compared = now === then ? t.asMany : many(now > then ? t.more : t.fewer, Math.abs(now - then));
  const sentence = `${many(t.week, now, { purpose: `⁨${name}⁩` })}${compared}`;
  const figures = [
    [t.optIns, sum(gains, 'optIns')],
    [t.optOuts, sum(gains, 'optOuts')],
  ] as const;
  return (
    <>
      <h2 class="figure">{sentence}</h2>
      <dl class="tiles">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{number(value)}</dd>
          </div>
        ))}
      </dl>
      <GainsChart of={gains} says={sentence} />
      <p class="small">{t.noExpiry}</p>
      {topPoints.length > 0 && <TopPoints of={topPoints.slice(0, 5)} />}
    </>
  );
}

function TopPoints({ of: points }: { readonly of: Counts['topPoints'] }) {
  const t = useWords(overviewWords);
  const { number, percent } = useSpeech();
  return (
    <>
      <h3>{t.topPoints}</h3>
      <dl class="figures">
        {points.map(({ pointId, name, shown, confirmed }) => (
          <div key={pointId}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              {number(confirmed)}
              {shown > 0 && (
                <span class="small"> · {fill(t.ofShown, { share: percent(Math.min(1, confirmed / shown)) })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
