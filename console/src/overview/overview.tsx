import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { FirstSteps } from './first-steps.tsx';
import { overviewWords } from './words/overview-words.ts';

/** What a business asks itself first. */
export default function Overview() {
  const t = useWords(overviewWords);
  const app = useApp();
  return (
    <Page title={t.title} lead={fill(t.lead, { name: app.displayName })}>
      <div class="columns">
        <People />
        <FirstSteps />
      </div>
    </Page>
  );
}

/** How many are known; counted on one page, and what lies beyond it is said to be more. */
function People() {
  const t = useWords(overviewWords);
  const app = useApp();
  const { many, number } = useSpeech();
  const path = { appId: app.appId };
  const [purpose] = app.purposes;
  const people = useQuery({
    queryKey: ['people-at-a-glance', app.appId],
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/users', { params: { path, query: { limit: 100 } } })),
  });
  return (
    <section class="panel">
      <Loaded of={people} lines={2}>
        {({ data, nextCursor }) => {
          const willing = data.filter((user) => user.consent[purpose?.purposeId ?? '']?.state === 'opted-in').length;
          return (
            <>
              <h2 class="figure">
                {nextCursor !== null
                  ? fill(t.peopleMore, { n: number(data.length) })
                  : data.length === 0
                    ? t.peopleNone
                    : many(t.peopleSome, data.length)}
              </h2>
              {nextCursor === null && purpose !== undefined && data.length > 0 && (
                <p>{many(t.optedIn, willing, { purpose: purpose.name })}</p>
              )}
              <p>
                <Link href={`~/console/apps/${app.appId}/users`}>{t.seePeople}</Link>
              </p>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
