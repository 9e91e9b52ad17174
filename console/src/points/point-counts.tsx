import { useQuery } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Bars } from '../kit/bars.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { dayIn } from './days.ts';
import type { Point } from './points.ts';
import { pointsWords } from './words/points-words.ts';

const periods = [7, 30, 90, 365] as const;
type Period = (typeof periods)[number];

const day = 86_400_000;

/** What a point brought in a time: a sentence, its steps, its days. */
export function PointCounts({ point }: { readonly point: Point }) {
  const t = useWords(pointsWords);
  const { many } = useSpeech();
  const app = useApp();
  const [period, setPeriod] = useState<Period>(30);
  const counts = useQuery({
    queryKey: ['point-counts', app.appId, point.pointId, period],
    placeholderData: (before) => before,
    queryFn: () =>
      dataOf(
        api.GET('/v1/apps/{appId}/points/{pointId}/counts', {
          params: {
            path: { appId: app.appId, pointId: point.pointId },
            query: { from: dayIn(app.timeZone, new Date(Date.now() - (period - 1) * day)) },
          },
        }),
      ),
  });
  return (
    <section class="panel">
      <div class="panel-head">
        <h2>{t.counts}</h2>
        <label>
          <span class="visually-hidden">{t.period}</span>
          <select value={period} onChange={({ currentTarget: { value } }) => setPeriod(Number(value) as Period)}>
            {periods.map((each) => (
              <option key={each} value={each}>
                {many(t.lastDays, each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Loaded of={counts} lines={6}>
        {(data) => (
          <>
            <Summary totals={data.totals} />
            <Funnel
              steps={data.steps.filter(isStep)}
              totals={data.totals}
              lostAt={isStep(data.lostAt) ? data.lostAt : null}
            />
            <Days days={data.days} />
            {point.cap !== undefined && <Cap point={point} cap={point.cap} />}
          </>
        )}
      </Loaded>
    </section>
  );
}

type Totals = { readonly [count: string]: number };

/** How many said yes, and how many of this point's people said no since. */
function Summary({ totals }: { readonly totals: Totals }) {
  const t = useWords(pointsWords);
  const { many } = useSpeech();
  const { optIns = 0, optOuts = 0, stops = 0, platformStops = 0 } = totals;
  const left = optOuts + stops + platformStops;
  if (optIns + left === 0) return <p class="lead">{t.nothingYet}</p>;
  return (
    <div>
      <p class="figure">{many(t.optIns, optIns)}</p>
      <p class="small">{left === 0 ? t.nobodyLeft : many(t.left, left)}</p>
    </div>
  );
}

type Step = keyof (typeof pointsWords)['en']['steps'];

/** Steps have words; the API may know more of them than this version. */
const isStep = (name: string | null): name is Step => name !== null && name in pointsWords.en.steps;

interface FunnelProps {
  readonly steps: readonly Step[];
  readonly totals: Totals;
  readonly lostAt: Step | null;
}

/** Each step with how many took it, and how many that is of the first. */
function Funnel({ steps, totals, lostAt }: FunnelProps) {
  const t = useWords(pointsWords);
  const { number, percent } = useSpeech();
  const [first] = steps;
  const most = Math.max(1, ...steps.map((step) => totals[step] ?? 0));
  const began = first === undefined ? 0 : (totals[first] ?? 0);
  if (first === undefined || steps.every((step) => (totals[step] ?? 0) === 0)) return null;
  return (
    <div class="funnel">
      <h3>{t.funnel}</h3>
      {lostAt !== null && <p>{fill(t.lostAt, { step: t.steps[lostAt] })}</p>}
      <ol>
        {steps.map((step) => {
          const value = totals[step] ?? 0;
          return (
            <li key={step} class={step === lostAt ? 'lost' : ''}>
              <span class="funnel-words">
                <span>{t.steps[step]}</span>
                <span>
                  <strong>{number(value)}</strong>
                  {step !== first && began > 0 && <span class="small"> {percent(value / began)}</span>}
                </span>
              </span>
              <span class="funnel-bar">
                <span style={{ inlineSize: `${(value / most) * 100}%` }} />
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Opt-ins by day, after the sentence that names the best one. */
function Days({ days }: { readonly days: readonly { readonly day: string; readonly counts: Totals }[] }) {
  const t = useWords(pointsWords);
  const { number, language, many } = useSpeech();
  // A day is named as it is written, whatever the time zone of the business.
  const dates = new Intl.DateTimeFormat(language === 'ar' || language === 'hi' ? `${language}-u-nu-latn` : language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const bars = days.map(({ day: at, counts }) => ({
    label: dates.format(new Date(at)),
    value: counts.optIns ?? 0,
    text: number(counts.optIns ?? 0),
  }));
  const best = bars.reduce<(typeof bars)[number] | undefined>(
    (most, each) => (each.value > (most?.value ?? 0) ? each : most),
    undefined,
  );
  if (best === undefined) return null;
  const says = many(t.bestDay, best.value, { day: best.label });
  return (
    <div class="days">
      <h3>{t.byDay}</h3>
      <p>{says}</p>
      <Bars says={says} unit={t.optInsUnit} bars={bars} />
    </div>
  );
}

/** How much of the cap is used, of all time. */
function Cap({ point, cap }: { readonly point: Point; readonly cap: number }) {
  const t = useWords(pointsWords);
  const { number } = useSpeech();
  const { optIns = 0 } = point.counts;
  return (
    <div class="cap">
      <p>{fill(t.capUsed, { n: number(optIns), cap: number(cap) })}</p>
      <meter min={0} max={cap} value={Math.min(optIns, cap)} aria-label={t.cap} />
    </div>
  );
}
