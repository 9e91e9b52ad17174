import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { useWords } from '../../words/use-words.ts';
import type { FirstMessage } from './use-first-message.ts';
import { automatedWords } from './words/automated-words.ts';

interface MissingProps {
  readonly notices: readonly string[];
  readonly noticeId: string;
  readonly obstacles: FirstMessage['obstacles'];
}

/** Why nobody would be asked, whoever writes, and where that is mended. */
export function Missing({ notices, noticeId, obstacles }: MissingProps) {
  const t = useWords(automatedWords);
  const { appId, whatsapp, canSend } = useApp();
  const place = (room: string) => `~/console/apps/${appId}/${room}`;
  const isOut = whatsapp === undefined || obstacles.includes('no-whatsapp-number');
  const isMute = canSend === false || obstacles.includes('no-credentials');
  const lacks = [
    ...(notices.length === 0
      ? [{ key: 'notice', text: t.lacks.notice, href: place('notices'), link: t.toNotices }]
      : []),
    ...(notices.length > 0 && noticeId === '' ? [{ key: 'choice', text: t.lacks.choice }] : []),
    ...(isOut ? [{ key: 'number', text: t.lacks.number, href: place('settings'), link: t.toSettings }] : []),
    ...(isMute ? [{ key: 'credentials', text: t.lacks.credentials }] : []),
    ...(obstacles.includes('provider-cannot') ? [{ key: 'buttons', text: t.lacks.buttons }] : []),
  ];
  if (lacks.length === 0) return null;
  return (
    <section class="note" aria-label={t.missing}>
      <p>
        <strong>{t.missing}</strong>
      </p>
      <ul>
        {lacks.map(({ key, text, href, link }) => (
          <li key={key}>
            {text} {href !== undefined && <Link href={href}>{link}</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}
