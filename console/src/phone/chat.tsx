import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Loaded } from '../kit/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { ChatLines } from './chat-lines.tsx';
import { Composer } from './composer.tsx';
import { type ChatLine, type KnownAnswer, local } from './local.ts';
import { MoreActs } from './more-acts.tsx';
import type { PhoneApp } from './phone-app.ts';
import { phoneWords } from './words/phone-words.ts';

/** The chat of a person with a business, and their SMS beside it. */
export function Chat({
  app,
  personId,
  ready,
}: {
  readonly app: PhoneApp;
  readonly personId: string;
  /** Words that a link has ready. */
  readonly ready: string;
}) {
  const t = useWords(phoneWords);
  const queries = useQueryClient();
  const [tab, setTab] = useState<'whatsapp' | 'sms'>('whatsapp');
  const [editing, setEditing] = useState<ChatLine>();
  const [complaint, setComplaint] = useState('');
  const phone = useQuery({ queryKey: ['local', 'phone', personId], queryFn: () => local.phone(personId) });
  const end = useRef<HTMLDivElement>(null);
  const { phoneNumberId } = app.whatsapp;
  const smsNumbers = app.smsNumbers.map((each) => each.phone);
  const lines = (phone.data?.lines ?? []).filter(({ via, ours }) =>
    via === tab && via === 'whatsapp' ? ours === phoneNumberId : via === tab && smsNumbers.includes(ours),
  );
  useEffect(() => {
    const list = end.current;
    if (list !== null) list.scrollTop = list.scrollHeight;
  }, [lines.length, tab]);

  const act = async (what: object): Promise<void> => {
    setComplaint('');
    await local
      .act(personId, { app: phoneNumberId, ...what })
      .catch((error: unknown) => setComplaint(error instanceof Error ? error.message : ''));
    await queries.invalidateQueries({ queryKey: ['local'] });
  };
  const say = (text: string): Promise<void> => {
    if (tab === 'sms') return act({ act: 'sms', to: smsNumbers[0], text });
    const edited = editing;
    setEditing(undefined);
    return act(edited === undefined ? { act: 'text', text } : { act: 'edit', messageId: edited.messageId, text });
  };

  return (
    <section class="phone" aria-label={`${t.simulated}: ${app.displayName}`}>
      <header class="phone-head">
        <div>
          <strong>{app.displayName}</strong> <span class="phone-tag">{t.simulated}</span>
        </div>
        <MoreActs app={app} person={phone.data?.person} act={act} />
      </header>
      <Answers app={app} answers={phone.data?.answers ?? []} />
      <div class="phone-tabs">
        {(['whatsapp', 'sms'] as const).map((each) => (
          <button type="button" key={each} aria-pressed={tab === each} onClick={() => setTab(each)}>
            {each === 'sms' ? t.sms : t.chat}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <div class="phone-lines" ref={end} role="log" aria-label={tab === 'sms' ? t.sms : t.chat} tabIndex={0}>
        <Loaded of={phone}>
          {() => <ChatLines lines={lines} empty={tab === 'sms' ? t.emptySms : t.empty} act={act} edit={setEditing} />}
        </Loaded>
      </div>
      {complaint !== '' && (
        <p class="note bad" role="alert" lang="en" dir="ltr">
          {complaint}
        </p>
      )}
      {tab === 'sms' && smsNumbers.length === 0 ? (
        <p class="note">{t.noSms}</p>
      ) : tab === 'sms' && phone.data?.person.numbers.length === 0 ? (
        <p class="note">{t.needsNumber}</p>
      ) : (
        <Composer
          key={`${tab} ${editing?.messageId ?? ''}`}
          start={tab === 'sms' ? '' : (editing?.text ?? ready)}
          note={editing !== undefined ? t.editing : tab === 'whatsapp' && ready !== '' ? t.ready : ''}
          send={say}
          onCancel={editing === undefined ? undefined : () => setEditing(undefined)}
          onCall={tab === 'sms' ? undefined : () => act({ act: 'call' })}
        />
      )}
    </section>
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
