import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../kit/button.tsx';
import { Loaded } from '../kit/loaded.tsx';
import { useNow } from '../kit/when.tsx';
import { useWords } from '../words/use-words.ts';
import { CallKeys } from './call-keys.tsx';
import { ChatHead } from './chat-head.tsx';
import { ChatLines, type Opened } from './chat-lines.tsx';
import { ChatSheet } from './chat-sheet.tsx';
import { Composer } from './composer.tsx';
import { type ChatLine, local } from './local.ts';
import type { PhoneApp } from './phone-app.ts';
import { phoneWords } from './words/phone-words.ts';

export interface ChatProps {
  readonly app: PhoneApp;
  readonly personId: string;
  /** Words that a link has ready. */
  readonly ready: string;
  /** How far the clock of local mode is from the true time, milliseconds. */
  readonly offsetMs: number;
}

type Tab = 'whatsapp' | 'sms' | 'phone';

/** The chat of a person with a business, and their SMS and calls beside it. */
export function Chat({ app, personId, ready, offsetMs }: ChatProps) {
  const t = useWords(phoneWords);
  const queries = useQueryClient();
  const [tab, setTab] = useState<Tab>('whatsapp');
  const [editing, setEditing] = useState<ChatLine>();
  const [opened, setOpened] = useState<Opened>();
  const [complaint, setComplaint] = useState('');
  const phone = useQuery({ queryKey: ['local', 'phone', personId], queryFn: () => local.phone(personId) });
  const now = useNow() + offsetMs;
  const end = useRef<HTMLDivElement>(null);
  const { phoneNumberId } = app.whatsapp;
  const smsNumbers = app.smsNumbers.map((each) => each.phone);
  const calledNumbers = (app.telephone?.numbers ?? []).map((each) => each.phone);
  const ownOf: Record<Tab, readonly string[]> = { whatsapp: [phoneNumberId], sms: smsNumbers, phone: calledNumbers };
  const lines = (phone.data?.lines ?? []).filter(({ via, ours }) => via === tab && ownOf[tab].includes(ours));
  const names: Record<Tab, string> = { whatsapp: t.chat, sms: t.sms, phone: t.phone };
  const tabs = (['whatsapp', 'sms', 'phone'] as const).filter((each) => each !== 'phone' || calledNumbers.length > 0);
  const hasNumber = (phone.data?.person.numbers.length ?? 0) > 0;
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
      <div class="phone-screen" inert={opened !== undefined}>
        <ChatHead
          app={app}
          phone={phone.data}
          now={now}
          act={act}
          onCall={tab !== 'whatsapp' ? undefined : () => void act({ act: 'call' })}
        />
        <div class="phone-tabs">
          {tabs.map((each) => (
            <button type="button" key={each} aria-pressed={tab === each} onClick={() => setTab(each)}>
              {names[each]}
            </button>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <div class="phone-lines" ref={end} role="log" aria-label={names[tab]} tabIndex={0}>
          <Loaded of={phone}>
            {() =>
              lines.length > 0 ? (
                <ChatLines lines={lines} now={now} act={act} edit={setEditing} open={setOpened} />
              ) : (
                <div class="phone-empty">
                  <p>{{ whatsapp: t.empty, sms: t.emptySms, phone: t.emptyCalls }[tab]}</p>
                  {tab === 'whatsapp' && <Button onClick={() => void act({ act: 'welcome' })}>{t.welcome}</Button>}
                </div>
              )
            }
          </Loaded>
        </div>
        {complaint !== '' && (
          <p class="note bad" role="alert" lang="en" dir="ltr">
            {complaint}
          </p>
        )}
        {tab === 'sms' && smsNumbers.length === 0 ? (
          <p class="note">{t.noSms}</p>
        ) : tab !== 'whatsapp' && phone.data !== undefined && !hasNumber ? (
          <p class="note">{t.needsNumber}</p>
        ) : tab === 'phone' ? (
          <CallKeys app={app} personId={personId} numbers={calledNumbers} complain={setComplaint} />
        ) : (
          <Composer
            key={`${tab} ${editing?.messageId ?? ''}`}
            start={tab === 'sms' ? '' : (editing?.text ?? ready)}
            note={editing !== undefined ? t.editing : tab === 'whatsapp' && ready !== '' ? t.ready : ''}
            send={say}
            onCancel={editing === undefined ? undefined : () => setEditing(undefined)}
          />
        )}
      </div>
      {opened !== undefined && <ChatSheet opened={opened} act={act} close={() => setOpened(undefined)} />}
    </section>
  );
}
