import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import { may, session } from '../../session/session.ts';
import { useWords } from '../../words/use-words.ts';
import { Card } from '../onboarding.tsx';
import { automatedWords } from './words/automated-words.ts';

/** The question that whoever writes for the first time gets: whether it is asked, and under which notice. */
export function AutomatedCard() {
  const t = useWords(automatedWords);
  const { automatedMessage, whatsapp, canSend } = useApp();
  const mayEdit = may(useKept(session), 'apps:write');
  const { enabled, noticeId } = automatedMessage;
  return (
    <Card sign="M3 4h14v9h-6l-4 3.5V13H3zM7.5 7.5a2.5 2 0 1 1 2.5 2.2M10 11.2h.01" title={t.title}>
      {enabled ? (
        <p>
          <strong>{t.on}</strong>{' '}
          <span class="small">
            · <bdi>{noticeId}</bdi>
          </span>
          {(whatsapp === undefined || canSend === false) && <span class="faults"> {t.missing}</span>}
        </p>
      ) : (
        <p class="small">{t.why}</p>
      )}
      <div class="mechanism-act">
        <Link class="button" href="/automated-message">
          {enabled || !mayEdit ? t.see : t.setUp}
        </Link>
      </div>
    </Card>
  );
}
