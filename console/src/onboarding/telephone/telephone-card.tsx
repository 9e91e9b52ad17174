import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import type { Point } from '../../points/points.ts';
import { may, session } from '../../session/session.ts';
import { useWords } from '../../words/use-words.ts';
import { Brought, Card } from '../onboarding.tsx';
import { telephoneWords } from './words/telephone-words.ts';

/** Calls: whether callers are asked, and what that has brought. */
export function TelephoneCard({ all }: { readonly all: readonly Point[] }) {
  const t = useWords(telephoneWords);
  const { telephone } = useApp();
  const mayEdit = may(useKept(session), 'apps:write');
  const missed = telephone?.missedCalls?.enabled === true;
  const ivr = telephone?.ivr?.enabled === true;
  const points = all.filter(({ kind }) => kind === 'missed-call' || kind === 'ivr');
  const isOn = missed || ivr;
  return (
    <Card
      sign="M5 3h3l1.5 4-2 1.5a10 10 0 0 0 4 4l1.5-2L17 12v3a2 2 0 0 1-2 2A12 12 0 0 1 3 5a2 2 0 0 1 2-2z"
      title={t.title}
    >
      {isOn ? (
        <p>
          <strong>{missed && ivr ? t.on.both : missed ? t.on.missed : t.on.ivr}</strong>{' '}
          <span class="small">· {t.isOn}</span>
        </p>
      ) : (
        <p class="small">{t.why}</p>
      )}
      {points.length > 0 && <Brought points={points} all={all} made={false} />}
      <div class="mechanism-act">
        <Link class="button" href="/telephone">
          {isOn || !mayEdit ? t.see : t.setUp}
        </Link>
      </div>
    </Card>
  );
}
