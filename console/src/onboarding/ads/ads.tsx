import type { ComponentChildren } from 'preact';
import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { Empty } from '../../kit/empty.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Page } from '../../kit/page.tsx';
import { When } from '../../kit/when.tsx';
import { type Point, useFirstPoints } from '../../points/points.ts';
import { phoneText } from '../../users/phone-number.tsx';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { onboardingWords } from '../words/onboarding-words.ts';
import { adsWords } from './words/ads-words.ts';

/** What each ad brought, and what to do so that ads are counted. */
export function Ads() {
  const t = useWords(adsWords);
  const { title } = useWords(onboardingWords);
  const points = useFirstPoints();
  return (
    <Page
      title={t.title}
      lead={t.lead}
      above={
        <Link href="/" class="above">
          {title}
        </Link>
      }
    >
      <div class="ads-beside">
        <Loaded of={points} lines={8}>
          {({ data }) => {
            const ads = data.filter(({ kind }) => kind === 'ad');
            return ads.length === 0 ? <Empty title={t.noneTitle} why={t.noneWhy} /> : <AdList of={ads} />;
          }}
        </Loaded>
        <HowTo />
      </div>
    </Page>
  );
}

/** People who came by it and left: all kinds of a no. */
const leftOf = ({ counts: { optOuts = 0, stops = 0, platformStops = 0 } }: Point): number =>
  optOuts + stops + platformStops;

const chatsOf = ({ counts }: Point): number => counts.chats ?? 0;

function AdList({ of: ads }: { readonly of: readonly Point[] }) {
  const t = useWords(adsWords);
  const { many } = useSpeech();
  const { appId } = useApp();
  const sum = (name: 'chats' | 'optIns') => ads.reduce((so, { counts }) => so + (counts[name] ?? 0), 0);
  return (
    <div class="stack">
      <p class="figure">
        {many(t.chats, sum('chats'))}, {many(t.optIns, sum('optIns'))}
      </p>
      <ul class="ad-list">
        {ads
          .toSorted((a, b) => chatsOf(b) - chatsOf(a))
          .map((ad) => (
            <li key={ad.pointId} class="panel">
              <h2>
                <Link href={`~/console/apps/${appId}/points/${ad.pointId}`}>
                  <bdi>{ad.name}</bdi>
                </Link>
              </h2>
              <p class="small">
                <AdName of={ad} /> {t.since} <When at={ad.createdAt} />
              </p>
              <dl class="ad-counts">
                <Count label={t.columns.chats} n={chatsOf(ad)} />
                <Count label={t.columns.optIns} n={ad.counts.optIns ?? 0} />
                <Count label={t.columns.stops} n={leftOf(ad)} />
              </dl>
            </li>
          ))}
      </ul>
    </div>
  );
}

function Count({ label, n }: { readonly label: string; readonly n: number }) {
  const { number } = useSpeech();
  return (
    <div>
      <dt>{label}</dt>
      <dd>{number(n)}</dd>
    </div>
  );
}

/** How the ad is found at Meta: its id, and the campaign that its link names. */
function AdName({ of: { adId, campaign } }: { readonly of: Point }) {
  const t = useWords(adsWords);
  return (
    <>
      {adId !== undefined && <>{fill(t.adId, { id: `\u2066${adId}\u2069` })} · </>}
      {campaign !== undefined && (
        <>
          <bdi>{campaign}</bdi> ·{' '}
        </>
      )}
    </>
  );
}

/** What a business does in Meta's Ads Manager and here. */
function HowTo() {
  const t = useWords(adsWords);
  const { appId, whatsapp, automatedMessage } = useApp();
  const number = whatsapp === undefined ? undefined : `\u2066${phoneText(whatsapp.phone)}\u2069`;
  const steps: readonly (readonly [string, string, ComponentChildren?])[] = [
    [
      t.steps.destination,
      number === undefined ? t.steps.noNumber : fill(t.steps.destinationWhy, { number }),
      number === undefined && <Link href={`~/console/apps/${appId}/settings`}>{t.toSettings}</Link>,
    ],
    [
      t.steps.question,
      automatedMessage.enabled ? t.steps.questionOn : t.steps.questionOff,
      <Link key="question" href="/automated-message">
        {automatedMessage.enabled ? t.seeQuestion : t.setUpQuestion}
      </Link>,
    ],
    [t.steps.answer, t.steps.answerWhy],
    [t.steps.wait, t.steps.waitWhy],
  ];
  return (
    <section class="panel">
      <h2>{t.howTitle}</h2>
      <ol class="how-steps">
        {steps.map(([title, why, more]) => (
          <li key={title}>
            <strong>{title}</strong>
            <p>{why}</p>
            {more}
          </li>
        ))}
      </ol>
      <p class="small">{t.uncounted}</p>
    </section>
  );
}
