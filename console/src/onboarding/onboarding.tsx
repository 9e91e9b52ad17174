import type { ComponentChildren } from 'preact';
import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Loaded } from '../kit/loaded.tsx';
import { Page } from '../kit/page.tsx';
import { Download, QrCode } from '../points/addresses.tsx';
import { PointState } from '../points/point-state.tsx';
import { type Point, useFirstPoints } from '../points/points.ts';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { AdsCard } from './ads/ads-card.tsx';
import { AutomatedCard } from './automated/automated-card.tsx';
import { type Mechanism, mechanisms, pointsOf } from './mechanisms.ts';
import { SignupCard } from './signups/signup-card.tsx';
import { SmsCard } from './sms-card.tsx';
import { TelephoneCard } from './telephone/telephone-card.tsx';
import { onboardingWords } from './words/onboarding-words.ts';

/** So many points of a way in are named; the others are among all points. */
const named = 3;

/** How people can say yes: the ways in side by side, with what each has brought. */
export function Onboarding() {
  const t = useWords(onboardingWords);
  const app = useApp();
  const points = useFirstPoints();
  const current = useKept(session);
  return (
    <Page
      title={t.title}
      lead={fill(t.lead, { name: app.displayName })}
      act={
        <Link class="button" href={`~/console/apps/${app.appId}/points`}>
          {t.allPoints}
        </Link>
      }
    >
      <Loaded of={points} lines={12}>
        {({ data }) => (
          <div class="mechanisms">
            {mechanisms.map((each) => (
              <MechanismCard key={each} mechanism={each} all={data} />
            ))}
            <SignupCard all={data} />
            <AdsCard all={data} />
            <SmsCard />
            {may(current, 'apps:read') && <TelephoneCard all={data} />}
            {may(current, 'apps:read') && <AutomatedCard />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

interface MechanismCardProps {
  readonly mechanism: Mechanism;
  readonly all: readonly Point[];
}

function MechanismCard({ mechanism, all }: MechanismCardProps) {
  const t = useWords(onboardingWords);
  const current = useKept(session);
  const { title, why } = t.mechanisms[mechanism];
  const points = pointsOf(all, mechanism);
  const [newest] = points;
  return (
    <Card sign={signs[mechanism]} title={title}>
      {newest === undefined ? (
        <p class="small">{why}</p>
      ) : (
        <>
          <Brought points={points} all={all} />
          {mechanism === 'link' && <NewestCode point={newest} />}
          <PointLinks points={points} />
        </>
      )}
      {may(current, 'collection:write') && (
        <div class="mechanism-act">
          <Link
            class={newest === undefined && mechanism === 'link' ? 'button primary' : 'button'}
            href={`/new/${mechanism}`}
          >
            {t.mechanisms[mechanism].make}
          </Link>
        </div>
      )}
    </Card>
  );
}

interface BroughtProps {
  readonly points: readonly Point[];
  readonly all: readonly Point[];
  /** The points are made by people; of those that come by themselves nobody wants to know how many are open. */
  readonly made?: boolean;
}

/** How many are open, and what share of all opt-ins at points they brought. */
export function Brought({ points, all, made = true }: BroughtProps) {
  const t = useWords(onboardingWords);
  const { many, percent } = useSpeech();
  const sum = (some: readonly Point[]) => some.reduce((so, { counts }) => so + (counts.optIns ?? 0), 0);
  const open = points.filter(({ state }) => state === 'open').length;
  return (
    <p>
      {made && <strong>{many(t.open, open)}</strong>}
      <span class="small">
        {made && ' · '}
        {sum(points) === 0 ? t.noneYet : many(t.brought, sum(points), { share: percent(sum(points) / sum(all)) })}
      </span>
    </p>
  );
}

/** The code of the newest link, at hand. */
function NewestCode({ point }: { readonly point: Point }) {
  const t = useWords(onboardingWords);
  return (
    <div class="qr-row">
      <QrCode point={point} />
      <div class="qr-acts">
        <p class="small">
          <bdi>{point.name}</bdi>
        </p>
        <Download point={point} format="png" isShort />
        <Download point={point} format="svg" isShort />
        {point.posterUrl !== undefined && (
          <a class="button" href={point.posterUrl} target="_blank" rel="noopener">
            {t.poster}
          </a>
        )}
      </div>
    </div>
  );
}

export function PointLinks({ points }: { readonly points: readonly Point[] }) {
  const t = useWords(onboardingWords);
  const { many } = useSpeech();
  const { appId } = useApp();
  const more = points.length - named;
  return (
    <ul class="mechanism-points">
      {points.slice(0, named).map(({ pointId, name, state }) => (
        <li key={pointId}>
          <Link href={`~/console/apps/${appId}/points/${pointId}`}>
            <bdi>{name}</bdi>
          </Link>
          <PointState state={state} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <Link href={`~/console/apps/${appId}/points`}>{many(t.more, more)}</Link>
        </li>
      )}
    </ul>
  );
}

const signs: Record<Mechanism, string> = {
  link: 'M3 3h5v5H3zM12 3h5v5h-5zM3 12h5v5H3zM12 12h2M17 12v2M12 17h5M14.5 14.5h.01',
  widget: 'M2.5 4h15v12h-15zM2.5 7.5h15M12 13h3',
  'landing-page': 'M5 2.5h10v15H5zM8 6h4M8 9h4M7.5 13.5h5',
  'personal-link': 'M2.5 5h15v10h-15zM2.5 5.5 10 11l7.5-5.5',
  'preference-page': 'M3 6h7M14 6h3M3 14h3M10 14h7M10 6a2 2 0 1 0 4 0 2 2 0 1 0-4 0M6 14a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
};

interface CardProps {
  readonly sign: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** One way in. */
export function Card({ sign, title, children }: CardProps) {
  return (
    <section class="panel mechanism">
      <h2>
        <svg viewBox="0 0 20 20" class="sign" aria-hidden="true">
          <path d={sign} />
        </svg>
        {title}
      </h2>
      {children}
    </section>
  );
}
