import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'preact/hooks';
import { api, type components, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Dialog } from '../kit/dialog.tsx';
import { Form, TextField, useForm } from '../kit/form.tsx';
import { toast } from '../kit/toasts.tsx';
import { When } from '../kit/when.tsx';
import { kitWords } from '../kit/words/kit-words.ts';
import { may, session } from '../session/session.ts';
import { nameOf } from '../users/phone-number.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { KeptSender, whyOf, wordsOf } from './kept-aside-words.tsx';
import { overviewWords } from './words/overview-words.ts';

type KeptAside = components['schemas']['KeptAside'];

export interface KeptAsideDialogProps {
  /** Undefined = closed. */
  readonly item: KeptAside | undefined;
  readonly onClose: () => void;
  /** It was heard, or its no recorded. */
  readonly onDone: (item: KeptAside) => void;
}

/** Shows all that is known of it; then says what an act will do, and does it once. */
export function KeptAsideDialog({ item, onClose, onDone }: KeptAsideDialogProps) {
  const t = useWords(overviewWords);
  const { appId } = useApp();
  const queries = useQueryClient();
  const [act, setAct] = useState<'hear' | 'no' | undefined>();
  const title = act === 'hear' ? t.hear : act === 'no' ? t.recordNo : t.kept;
  const close = () => {
    void queries.invalidateQueries({ queryKey: ['rows', 'kept-aside', appId] });
    void queries.invalidateQueries({ queryKey: ['attention', appId] });
    onClose();
  };
  const done = (said: string) => {
    if (item !== undefined) onDone(item);
    toast(said);
    close();
  };
  const shared = item && { item, onBack: () => setAct(undefined), onDone: done };
  return (
    <Dialog title={title} open={item !== undefined} onClose={close}>
      {item !== undefined && act === undefined && <Facts item={item} onAct={setAct} onClose={close} />}
      {shared !== undefined && act === 'hear' && <HearAgain {...shared} />}
      {shared !== undefined && act === 'no' && <RecordNo {...shared} />}
    </Dialog>
  );
}

interface FactsProps {
  readonly item: KeptAside;
  readonly onAct: (act: 'hear' | 'no') => void;
  readonly onClose: () => void;
}

function Facts({ item, onAct, onClose }: FactsProps) {
  const t = useWords(overviewWords);
  const { close } = useWords(kitWords);
  const mayAct = may(useKept(session), 'consent:write');
  const [first] = item.messages;
  return (
    <>
      <dl class="kept-facts">
        <dt>{t.why}</dt>
        <dd>
          {t.whys[whyOf(item.why)]} <code dir="ltr">{item.why}</code>
        </dd>
        <dt>{t.person}</dt>
        <dd>
          <KeptSender of={item} />
        </dd>
        <dt>{t.wrote}</dt>
        <dd>
          <q dir="auto">{wordsOf(item) ?? '…'}</q>
        </dd>
        <dt>{t.when}</dt>
        <dd>
          <When at={first?.saidAt ?? item.receivedAt} /> {first?.saidAt === undefined && `(${t.noTime})`}
        </dd>
        {item.receivedBy !== undefined && (
          <>
            <dt>{t.cameTo}</dt>
            <dd>
              <code dir="ltr">{item.receivedBy}</code>
            </dd>
          </>
        )}
      </dl>
      {item.appIds.length === 0 && <p class="note">{t.nobodys}</p>}
      <details>
        <summary>{t.received}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
        <pre class="kept-received" dir="ltr" lang="zxx" tabIndex={0}>
          {readable(item.received)}
        </pre>
      </details>
      {!mayAct && <p class="note">{t.mayOnlyLook}</p>}
      <div class="form-acts">
        <Button onClick={onClose}>{close}</Button>
        {mayAct && (
          <>
            <Button onClick={() => onAct('hear')}>{t.hear}</Button>
            <Button look="danger" onClick={() => onAct('no')}>
              {t.recordNo}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

/** JSON with its lines apart, where it is whole. */
function readable(received: string): string {
  try {
    return JSON.stringify(JSON.parse(received), undefined, 2);
  } catch {
    return received;
  }
}

interface ActProps {
  readonly item: KeptAside;
  readonly onBack: () => void;
  readonly onDone: (said: string) => void;
}

function HearAgain({ item: { asideId }, onBack, onDone }: ActProps) {
  const t = useWords(overviewWords);
  const { same } = useWords(kitWords);
  const { appId } = useApp();
  const [kept, setKept] = useState<string | undefined>();
  const form = useForm(
    {},
    () => {
      setKept(undefined);
      return dataOf(api.POST('/v1/apps/{appId}/kept-aside/{asideId}/hear', { params: { path: { appId, asideId } } }));
    },
    ({ came, why }) => (came === 'stored' ? onDone(t.heard) : setKept(why ?? '')),
  );
  return (
    <Form form={form} act={t.hear} onCancel={onBack} whenUnsure={same}>
      <p class="note">{t.hearDoes}</p>
      {kept !== undefined && (
        <p class="note bad" role="alert">
          {fill(t.stillKept, { why: t.whys[whyOf(kept)] })}
        </p>
      )}
    </Form>
  );
}

function RecordNo({ item, onBack, onDone }: ActProps) {
  const t = useWords(overviewWords);
  const { same } = useWords(kitWords);
  const { list } = useSpeech();
  const { appId, displayName } = useApp();
  const { asideId, needsUser, messages } = item;
  const form = useForm(
    {},
    (values) =>
      dataOf(
        api.POST('/v1/apps/{appId}/kept-aside/{asideId}/no', {
          params: { path: { appId, asideId } },
          body: needsUser ? { user: { phone: values['/user']?.trim() ?? '' } } : {},
        }),
      ),
    () => onDone(t.noRecorded),
  );
  const name = needsUser ? undefined : messages.flatMap((each) => nameOf(each) ?? [])[0];
  const others = item.appIds.filter((each) => each !== appId);
  return (
    <Form form={form} act={t.recordNo} look="danger" onCancel={onBack} whenUnsure={same}>
      <p class="note">
        {name === undefined ? t.noDoesUnknown : fill(t.noDoes, { person: `⁦${name}⁩` })}{' '}
        {fill(t.noInApps, { apps: list([displayName, ...others]) })}
      </p>
      <blockquote class="kept-words" dir="auto">
        {wordsOf(item) ?? item.received.slice(0, 400)}
      </blockquote>
      {needsUser && <TextField form={form} pointer="/user" label={t.whoSaid} hint={t.whoSaidHint} />}
    </Form>
  );
}
