import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import type { Point } from '../../points/points.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { Brought, Card, PointLinks } from '../onboarding.tsx';
import { countryWithoutSignups } from './not-offered.ts';
import { signupsWords } from './words/signups-words.ts';

/** WhatsApp's own signup: what it has brought, or why Meta does not offer it here. */
export function SignupCard({ all }: { readonly all: readonly Point[] }) {
  const t = useWords(signupsWords);
  const { language } = useSpeech();
  const { whatsapp } = useApp();
  const points = all.filter(({ kind }) => kind === 'in-app-signup');
  const country = whatsapp && countryWithoutSignups(whatsapp.phone);
  const name = country && (new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country);
  return (
    <Card sign="M5.5 2.5h9v15h-9zM8.5 15h3M7.8 8.3l1.7 1.7 3-3.5" title={t.title}>
      {points.length > 0 ? (
        <>
          <Brought points={points} all={all} />
          <PointLinks points={points} />
        </>
      ) : (
        <p class="small">{t.why}</p>
      )}
      {country !== undefined && <p class="small">{fill(t.notOfferedHere, { country: name ?? '' })}</p>}
      {(points.length > 0 || country === undefined) && (
        <div class="mechanism-act">
          <Link class="button" href="/signups">
            {points.length > 0 ? t.see : t.setUp}
          </Link>
        </div>
      )}
    </Card>
  );
}
