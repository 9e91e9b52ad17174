import { useSpeech, useWords } from '../words/use-words.ts';
import type { KnownAnswer, OnePhone } from './local.ts';
import { MoreActs } from './more-acts.tsx';
import type { PhoneApp } from './phone-app.ts';
import { phoneWords } from './words/phone-words.ts';

interface HeadProps {
  readonly app: PhoneApp;
  readonly phone: OnePhone | undefined;
  /** By the clock of local mode, epoch milliseconds. */
  readonly now: number;
  readonly act: (what: object) => Promise<void>;
  readonly onCall: (() => void) | undefined;
}

/** Above a chat: the phone's own line, the business, and what it may send now. */
export function ChatHead({ app, phone, now, act, onCall }: HeadProps) {
  const t = useWords(phoneWords);
  const { time } = useSpeech();
  const { logo } = app.brand ?? {};
  return (
    <>
      <div class="phone-line" aria-hidden="true">
        <span>{time(new Date(now))}</span>
        <svg viewBox="0 0 42 12" aria-hidden="true">
          <path d="M1 10V8M5 10V6M9 10V4M13 10V1" />
          <rect x="22" y="1.5" width="16" height="9" rx="2.5" />
          <path d="M40 5v2M24.5 6h9" class="wide" />
        </svg>
      </div>
      <header class="phone-head">
        {logo === undefined ? (
          <span class="phone-face" aria-hidden="true">
            {[...app.displayName][0]}
          </span>
        ) : (
          <img class="phone-face" src={logo.path} alt="" />
        )}
        <div class="phone-who">
          <strong>
            <bdi>{app.displayName}</bdi>
          </strong>
          <span class="phone-tag">{t.simulated}</span>
        </div>
        {onCall !== undefined && (
          <button type="button" class="phone-sign" onClick={onCall}>
            <svg viewBox="0 0 20 20" class="sign" aria-hidden="true">
              <path d="M5 3h3l1.5 4-2 1.5a10 10 0 0 0 4 4l1.5-2L17 12v3a2 2 0 0 1-2 2A12 12 0 0 1 3 5a2 2 0 0 1 2-2z" />
            </svg>
            <span class="visually-hidden">{t.call}</span>
          </button>
        )}
        <MoreActs app={app} person={phone?.person} act={act} />
      </header>
      <Answers app={app} answers={phone?.answers ?? []} />
    </>
  );
}

/** Whether this business may write to this person now, for each purpose. */
function Answers({ app, answers }: { readonly app: PhoneApp; readonly answers: readonly KnownAnswer[] }) {
  const t = useWords(phoneWords);
  const own = answers.filter(({ appId }) => appId === app.appId);
  return (
    <ul class="phone-answers" aria-live="polite">
      {own.map(({ purpose, message, to, reasons }) => (
        <li
          key={`${purpose} ${message}`}
          class={`mark ${to === 'allow' ? 'opted-in' : ''}`}
          title={reasons.map(({ detail }) => detail).join(' ')}
        >
          <span aria-hidden="true">{to === 'allow' ? '✓' : '✕'}</span>{' '}
          {message === 'free-form'
            ? t.window[to]
            : (app.purposes.find(({ purposeId }) => purposeId === purpose)?.name ?? purpose)}
          {message === 'template' && <span class="visually-hidden">: {t.decisions[to]}</span>}
        </li>
      ))}
    </ul>
  );
}
