import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { type App, useApp } from '../app-context.ts';
import { Loaded } from '../kit/loaded.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { overviewWords } from './words/overview-words.ts';

type Step = 'app' | 'purposes' | 'whatsapp' | 'notice' | 'point' | 'person';

/** Looks what is there; every few seconds, while something lacks. */
const lookAgainAfter = 5_000;

async function stepsOf(app: App): Promise<readonly (readonly [Step, boolean])[]> {
  const params = { path: { appId: app.appId }, query: { limit: 1 } };
  const [fresh, notices, points, people] = await Promise.all([
    dataOf(api.GET('/v1/apps/{appId}', { params: { path: params.path } })),
    dataOf(api.GET('/v1/apps/{appId}/notices', { params })),
    dataOf(api.GET('/v1/apps/{appId}/points', { params })),
    dataOf(api.GET('/v1/apps/{appId}/users', { params: { ...params, query: { limit: 1, consent: 'opted-in' } } })),
  ]);
  return [
    ['app', true],
    ['purposes', fresh.purposes.length > 0],
    ['whatsapp', fresh.whatsapp !== undefined],
    ['notice', notices.data.length > 0],
    ['point', points.data.length > 0],
    ['person', people.data.length > 0],
  ];
}

/** A checklist that watches itself: nobody ticks anything. */
export function FirstSteps() {
  const t = useWords(overviewWords);
  const { number } = useSpeech();
  const app = useApp();
  const steps = useQuery({
    queryKey: ['first-steps', app.appId],
    queryFn: () => stepsOf(app),
    refetchInterval: ({ state }) => (state.data?.every(([, done]) => done) === true ? false : lookAgainAfter),
  });
  return (
    <section class="panel">
      <Loaded of={steps} lines={8}>
        {(all) => {
          const done = all.filter(([, isDone]) => isDone).length;
          const next = all.find(([, isDone]) => !isDone)?.[0];
          return (
            <>
              <h2>{t.steps}</h2>
              <p>
                {next === undefined ? t.allDone : fill(t.stepsDone, { done: number(done), all: number(all.length) })}
              </p>
              <ol class="steps">
                {all.map(([step, isDone]) => (
                  <li key={step} class={isDone ? 'done' : step === next ? 'next' : ''}>
                    <span class="step-mark">
                      <span aria-hidden="true">{isDone ? '✓' : step === next ? '→' : '○'}</span>
                      <span class="visually-hidden">{isDone ? t.done : step === next ? t.next : t.open}</span>
                    </span>
                    <div>
                      <strong>{t.stepNames[step]}</strong>
                      {step === next && <p>{t.stepWhy[step]}</p>}
                    </div>
                  </li>
                ))}
              </ol>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
