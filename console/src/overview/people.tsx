import type { ComponentChildren } from 'preact';
import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Loaded } from '../kit/loaded.tsx';
import { may, session } from '../session/session.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { type Counts, useCounts } from './counts.ts';
import { overviewWords } from './words/overview-words.ts';

type Now = NonNullable<Counts['now']>;
type OfPurpose = Now['purposes'][number];

/** The figures of a purpose, as the list filters by them; what is rare is shown where there is any. */
const states = [
  ['opted-in', 'optedIn', 'always'],
  ['opted-out', 'optedOut', 'always'],
  ['pending', 'pending', 'always'],
  ['never-asked', 'neverAsked', 'always'],
  [undefined, 'unconfirmed', 'if any'],
  ['erased', 'erased', 'if any'],
] as const;

interface ToListProps {
  readonly query: string;
  readonly children: ComponentChildren;
}

/** Into the list of people; words alone for who may not see it. */
function ToList({ query, children }: ToListProps) {
  const { appId } = useApp();
  if (!may(useKept(session), 'users:read')) return <>{children}</>;
  return <Link href={`~/console/apps/${appId}/users${query}`}>{children}</Link>;
}

/** How many people are known, how they stand for each purpose, and to how many a window is open. */
export function People() {
  const t = useWords(overviewWords);
  const app = useApp();
  const seesPeople = may(useKept(session), 'users:read');
  return (
    <section class="panel">
      <Loaded of={useCounts(app.appId)} lines={5}>
        {({ now }) => (
          <>
            {now === null ? <NotCounted /> : <Counted of={now} />}
            {seesPeople && (
              <p>
                <ToList query="">{t.seePeople}</ToList>
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Counted({ of: { people, purposes, openWindows } }: { readonly of: Now }) {
  const t = useWords(overviewWords);
  const app = useApp();
  const { many } = useSpeech();
  const expires = app.purposes.some(({ validForDays }) => validForDays !== undefined);
  return (
    <>
      <h2 class="figure">{people === 0 ? t.peopleNone : many(t.peopleSome, people)}</h2>
      {people > 0 && (
        <p>
          {openWindows === null ? (
            t.windowsSoon
          ) : openWindows === 0 ? (
            t.windowsNone
          ) : (
            <ToList query="?window=open">{many(t.windowsSome, openWindows)}</ToList>
          )}
        </p>
      )}
      {people > 0 && purposes.map((each) => <Purpose key={each.purposeId} of={each} people={people} />)}
      {people > 0 && expires && <p class="small">{t.expiredToo}</p>}
    </>
  );
}

function Purpose({ of: purpose, people }: { readonly of: OfPurpose; readonly people: number }) {
  const t = useWords(overviewWords);
  const { states: names } = useWords(vocabularyWords);
  const app = useApp();
  const { number } = useSpeech();
  const { purposeId } = purpose;
  const shown = states.filter(([, figure, when]) => when === 'always' || purpose[figure] > 0);
  return (
    <>
      <h3>
        <bdi>{app.purposes.find((each) => each.purposeId === purposeId)?.name ?? purposeId}</bdi>
      </h3>
      <svg class="standing" viewBox={`0 0 ${people} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" width={purpose.optedIn} height="1" class="in" />
        <rect x={purpose.optedIn} width={purpose.optedOut} height="1" class="out" />
        <rect x={purpose.optedIn + purpose.optedOut} width={purpose.pending} height="1" class="wait" />
      </svg>
      <dl class="standing-figures">
        {shown.map(([state, figure]) => (
          <div key={figure} class={figure}>
            <dt>
              {state === undefined ? (
                t.unconfirmed
              ) : (
                <ToList query={`?consent=${state}&purpose=${purposeId}`}>{names[state]}</ToList>
              )}
            </dt>
            <dd>{number(purpose[figure])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function NotCounted() {
  const t = useWords(overviewWords);
  return (
    <>
      <h2 class="figure">{t.notCounted}</h2>
      <p>{t.notCountedWhy}</p>
      <p>
        <code dir="ltr">npx optledger recount</code>
      </p>
    </>
  );
}
