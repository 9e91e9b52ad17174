import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { type App, useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Loaded } from '../kit/loaded.tsx';
import { rooms } from '../rooms.ts';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { overviewWords } from './words/overview-words.ts';

type Step = 'app' | 'purposes' | 'whatsapp' | 'notice' | 'point' | 'person' | 'question';

/** The room in which a step is done, and the screen in it. */
const placeOf: Readonly<Record<Step, string>> = {
  app: 'settings',
  purposes: 'settings',
  whatsapp: 'settings',
  notice: 'notices',
  point: 'onboarding',
  person: 'points',
  question: 'onboarding/automated-message',
};

/** Looks what is there; every few seconds, while something lacks. */
const lookAgainAfter = 5_000;

interface Sees {
  readonly collection: boolean;
  readonly people: boolean;
}

/** Steps that somebody may not see are none of theirs. */
async function stepsOf(app: App, sees: Sees): Promise<readonly (readonly [Step, boolean])[]> {
  const params = { path: { appId: app.appId }, query: { limit: 1 } };
  const list = { ...params, query: { limit: 1, consent: 'opted-in' as const } };
  const [fresh, notices, points, people] = await Promise.all([
    dataOf(api.GET('/v1/apps/{appId}', { params: { path: params.path } })),
    sees.collection ? dataOf(api.GET('/v1/apps/{appId}/notices', { params })) : undefined,
    sees.collection ? dataOf(api.GET('/v1/apps/{appId}/points', { params })) : undefined,
    sees.people ? dataOf(api.GET('/v1/apps/{appId}/users', { params: list })) : undefined,
  ]);
  const read: readonly (readonly [Step, { readonly data: readonly unknown[] } | undefined])[] = [
    ['notice', notices],
    ['point', points],
    ['person', people],
  ];
  return [
    ['app', true],
    ['purposes', fresh.purposes.length > 0],
    ['whatsapp', fresh.whatsapp !== undefined],
    ...read.flatMap(([step, found]) => (found === undefined ? [] : [[step, found.data.length > 0] as const])),
    // Without a number, or access to WhatsApp, nobody is asked, whatever is switched on.
    ['question', fresh.automatedMessage.enabled && fresh.canSend === true],
  ];
}

/** A checklist that watches itself: nobody ticks anything. */
export function FirstSteps() {
  const t = useWords(overviewWords);
  const { number } = useSpeech();
  const app = useApp();
  const current = useKept(session);
  const sees = { collection: may(current, 'collection:read'), people: may(current, 'users:read') };
  const steps = useQuery({
    queryKey: ['first-steps', app.appId, sees],
    queryFn: () => stepsOf(app, sees),
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
                      <strong>{step === next ? <NextStep step={step} /> : t.stepNames[step]}</strong>
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

/** Leads to where it is done, for who may go there. */
function NextStep({ step }: { readonly step: Step }) {
  const t = useWords(overviewWords);
  const { appId } = useApp();
  const current = useKept(session);
  const place = placeOf[step];
  const room = rooms.find(({ id }) => id === place.split('/')[0]);
  if (room === undefined || !may(current, room.scope)) return <>{t.stepNames[step]}</>;
  return <Link href={`~/console/apps/${appId}/${place}`}>{t.stepNames[step]}</Link>;
}
