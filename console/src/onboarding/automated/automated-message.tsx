import { useEffect, useState } from 'preact/hooks';
import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import { Button } from '../../kit/button.tsx';
import { FailureNote } from '../../kit/failure-note.tsx';
import { Form, SelectField } from '../../kit/form.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Page } from '../../kit/page.tsx';
import { TickField } from '../../kit/tick.tsx';
import { useNotice } from '../../notices/edit-notice.tsx';
import { useNotices } from '../../points/points.ts';
import { may, session } from '../../session/session.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { settingsWords } from '../../settings/words/settings-words.ts';
import { useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { onboardingWords } from '../words/onboarding-words.ts';
import { FirstChat } from './first-chat.tsx';
import { Greetings } from './greetings.tsx';
import { LeftOut } from './left-out.tsx';
import { Missing } from './missing.tsx';
import { enabledAt, noticeAt, settingOf, settingValues } from './setting.ts';
import { useFirstMessage } from './use-first-message.ts';
import { automatedWords } from './words/automated-words.ts';

/** What whoever writes for the first time is asked: on or off, under which notice, after which words, live on a phone. */
export function AutomatedMessage() {
  const t = useWords(automatedWords);
  const { title } = useWords(onboardingWords);
  const { displayName } = useApp();
  const notices = useNotices();
  return (
    <Page
      title={t.title}
      lead={fill(t.lead, { name: displayName })}
      above={
        <Link href="/" class="above">
          {title}
        </Link>
      }
    >
      <Loaded of={notices} lines={10}>
        {({ data }) => <Editor notices={data.map(({ noticeId }) => noticeId)} />}
      </Loaded>
    </Page>
  );
}

function Editor({ notices }: { readonly notices: readonly string[] }) {
  const t = useWords(automatedWords);
  const words = useWords(settingsWords);
  const mayEdit = may(useKept(session), 'apps:write');
  const [only] = notices.length === 1 ? notices : [];
  const form = useSettings(
    'automated-message',
    (app) => settingValues(app, only),
    (values) => ({ automatedMessage: settingOf(values) }),
  );
  const [shown, setShown] = useState('');
  const noticeId = form.values[noticeAt] ?? '';
  // What was typed before there was a notice names none.
  useEffect(() => {
    if (noticeId === '' && only !== undefined) form.set(noticeAt, only);
  }, [noticeId, only]);
  const notice = useNotice(noticeId === '' ? undefined : noticeId);
  const { message, isBehind } = useFirstMessage(form.values);
  const texts = message.data?.texts ?? [];
  const locale = texts.some((text) => text.locale === shown) ? shown : (texts[0]?.locale ?? shown);
  return (
    <div class="beside automated">
      <div class="editor">
        <Missing notices={notices} noticeId={noticeId} obstacles={message.data?.obstacles ?? []} />
        {mayEdit ? (
          <Form form={form} act={words.save}>
            <TickField form={form} pointer={enabledAt} label={t.enable} hint={t.enableHint} />
            <SelectField
              form={form}
              pointer={noticeAt}
              label={t.notice}
              hint={t.noticeHint}
              choices={[
                ...(only === undefined ? [['', t.noNotice] as const] : []),
                ...notices.map((each) => [each, each] as const),
              ]}
            />
            {noticeId !== '' && (
              <Greetings
                form={form}
                locales={texts.map((text) => text.locale)}
                shown={shown === '' ? locale : shown}
                onShow={setShown}
                findings={message.data?.findings ?? []}
                isBehind={isBehind}
              />
            )}
            {form.isChanged && (
              <div class="unsaved">
                <p class="small">{words.unsaved}</p>
                <Button look="quiet" onClick={form.discard}>
                  {words.discard}
                </Button>
              </div>
            )}
          </Form>
        ) : (
          <p class="note">{t.mayOnlyLook}</p>
        )}
        {message.error !== null && message.data === undefined && (
          <FailureNote error={message.error} again={() => void message.refetch()} />
        )}
        <LeftOut texts={texts} />
      </div>
      <FirstChat
        key={`${noticeId} ${locale}`}
        text={texts.find((text) => text.locale === locale)}
        locales={texts.map((text) => text.locale)}
        onShow={setShown}
        notice={notice.data?.texts.find((text) => text.locale === locale)}
      />
    </div>
  );
}
