import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Loaded } from '../kit/loaded.tsx';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { overviewWords } from './words/overview-words.ts';

const states = ['opted-in', 'pending', 'opted-out', 'expired'] as const;

/** So many are counted, on one page; what lies beyond is said to be more, and nobody walks a million for a figure. */
const most = 100;

/** How many are known, in which state, and to how many a window is open. */
export function People() {
  const t = useWords(overviewWords);
  const { states: names } = useWords(vocabularyWords);
  const app = useApp();
  const { many, number } = useSpeech();
  const path = { appId: app.appId };
  const [purpose] = app.purposes;
  const read = (query: object) =>
    dataOf(api.GET('/v1/apps/{appId}/users', { params: { path, query: { limit: most, ...query } } }));
  const people = useQuery({
    queryKey: ['people-at-a-glance', app.appId],
    queryFn: async () => {
      const [all, open] = await Promise.all([read({}), read({ window: 'open' })]);
      return { all, open };
    },
  });
  const list = (query: string) => `~/console/apps/${app.appId}/users${query}`;
  return (
    <section class="panel">
      <Loaded of={people} lines={5}>
        {({ all: { data, nextCursor }, open }) => {
          const isAll = nextCursor === null;
          const stateOf = (user: (typeof data)[number]) => user.consent[purpose?.purposeId ?? '']?.state;
          return (
            <>
              <h2 class="figure">
                {!isAll
                  ? fill(t.peopleMore, { n: number(data.length) })
                  : data.length === 0
                    ? t.peopleNone
                    : many(t.peopleSome, data.length)}
              </h2>
              {data.length > 0 && purpose !== undefined && (
                <>
                  <h3>{fill(t.byState, { purpose: `⁨${purpose.name}⁩` })}</h3>
                  <dl class="figures">
                    {states.map((state) => (
                      <div key={state}>
                        <dt>
                          <Link href={list(`?consent=${state}&purpose=${purpose.purposeId}`)}>{names[state]}</Link>
                        </dt>
                        <dd>{isAll ? number(data.filter((user) => stateOf(user) === state).length) : ''}</dd>
                      </div>
                    ))}
                    <div>
                      <dt>
                        <Link href={list('?window=open')}>{t.windows}</Link>
                      </dt>
                      <dd>
                        {open.nextCursor === null
                          ? number(open.data.length)
                          : fill(t.atLeast, { n: number(open.data.length) })}
                      </dd>
                    </div>
                  </dl>
                </>
              )}
              <p>
                <Link href={list('')}>{t.seePeople}</Link>
              </p>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
