import { Link } from 'wouter';
import type { Point } from '../../points/points.ts';
import { useWords } from '../../words/use-words.ts';
import { Brought, Card, PointLinks } from '../onboarding.tsx';
import { adsWords } from './words/ads-words.ts';

/** Ads that open a chat: what they have brought, or what they are. */
export function AdsCard({ all }: { readonly all: readonly Point[] }) {
  const t = useWords(adsWords);
  const points = all.filter(({ kind }) => kind === 'ad');
  return (
    <Card sign="M3 8v4h3l7 4V4L6 8zM16 8a3 3 0 0 1 0 4" title={t.title}>
      {points.length > 0 ? (
        <>
          <Brought points={points} all={all} />
          <PointLinks points={points} />
        </>
      ) : (
        <p class="small">{t.why}</p>
      )}
      <div class="mechanism-act">
        <Link class="button" href="/ads">
          {points.length > 0 ? t.see : t.how}
        </Link>
      </div>
    </Card>
  );
}
