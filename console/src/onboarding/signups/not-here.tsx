import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import { may, session } from '../../session/session.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { countryWithoutSignups } from './not-offered.ts';
import { signupsWords } from './words/signups-words.ts';

/** What keeps a business from having signups. */
export type Obstacle = 'no-number' | 'country';

/** As far as it is known before Meta is asked. */
export function useObstacle(): Obstacle | undefined {
  const { whatsapp } = useApp();
  if (whatsapp === undefined) return 'no-number';
  return countryWithoutSignups(whatsapp.phone) === undefined ? undefined : 'country';
}

/** Why there is none here, and what to take in its place. */
export function NotHere({ why }: { readonly why: Obstacle }) {
  const t = useWords(signupsWords);
  const { language } = useSpeech();
  const { appId, whatsapp } = useApp();
  const current = useKept(session);
  const country = (whatsapp && countryWithoutSignups(whatsapp.phone)) ?? '';
  const name = country && (new Intl.DisplayNames(language, { type: 'region' }).of(country) ?? country);
  return (
    <section class="note" aria-label={t.notOffered}>
      <p>
        <strong>{t.notOffered}</strong>
      </p>
      <p>{why === 'no-number' ? t.noNumber : `${fill(t.notOfferedHere, { country: name })} ${t.instead}`} </p>
      {why === 'no-number'
        ? may(current, 'apps:write') && <Link href={`~/console/apps/${appId}/settings`}>{t.toSettings}</Link>
        : may(current, 'collection:write') && <Link href="/new/link">{t.toLinks}</Link>}
    </section>
  );
}
