import { useEffect } from 'preact/hooks';
import { Link } from 'wouter';
import { useApp } from '../../app-context.ts';
import { useKept } from '../../kept.ts';
import { Button } from '../../kit/button.tsx';
import { ChecksField } from '../../kit/choice-fields.tsx';
import { Form, SelectField } from '../../kit/form.tsx';
import { Loaded } from '../../kit/loaded.tsx';
import { Page } from '../../kit/page.tsx';
import { useNotice } from '../../notices/edit-notice.tsx';
import { useNotices } from '../../points/points.ts';
import { may, session } from '../../session/session.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { settingsWords } from '../../settings/words/settings-words.ts';
import { useWords } from '../../words/use-words.ts';
import { onboardingWords } from '../words/onboarding-words.ts';
import { ConnectNumber } from './connect-number.tsx';
import { Menu } from './menu.tsx';
import { MissedCalls } from './missed-calls.tsx';
import { Numbers } from './numbers.tsx';
import { at, settingOf, settingValues } from './setting.ts';
import { SpokenNotice } from './spoken-notice.tsx';
import { telephoneWords } from './words/telephone-words.ts';

/** Missed calls and the menu: whether callers are asked, under which words, and what to paste at the provider of the number. */
export function Telephone() {
  const t = useWords(telephoneWords);
  const { title } = useWords(onboardingWords);
  const notices = useNotices();
  const mayEdit = may(useKept(session), 'apps:write');
  return (
    <Page
      title={t.title}
      lead={t.lead}
      above={
        <Link href="/" class="above">
          {title}
        </Link>
      }
    >
      <Loaded of={notices} lines={10}>
        {({ data }) => (
          <div class="stack">
            <div class="beside automated">
              {mayEdit ? (
                <Editor notices={data.map(({ noticeId }) => noticeId)} />
              ) : (
                <p class="note">{t.mayOnlyLook}</p>
              )}
              <SpokenNotice />
            </div>
            {mayEdit && <ConnectNumber />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Editor({ notices }: { readonly notices: readonly string[] }) {
  const t = useWords(telephoneWords);
  const words = useWords(settingsWords);
  const app = useApp();
  const [only] = notices.length === 1 ? notices : [];
  const form = useSettings(
    'telephone',
    (stored) => settingValues(stored, only),
    (values, stored) => ({ telephone: settingOf(values, stored) }),
  );
  const noticeId = form.values[at.notice] ?? '';
  // What was typed before there was a notice names none.
  useEffect(() => {
    if (noticeId === '' && only !== undefined) form.set(at.notice, only);
  }, [noticeId, only]);
  const notice = useNotice(noticeId === '' ? undefined : noticeId);
  const locales = notice.data?.texts.map(({ locale }) => locale) ?? [];
  return (
    <Form form={form} act={words.save}>
      <section class="panel">
        <h2>{t.asked}</h2>
        <p class="hint">{t.askedDoes}</p>
        {notices.length === 0 && (
          <p class="note">
            {t.lacksNotice} <Link href={`~/console/apps/${app.appId}/notices`}>{t.toNotices}</Link>
          </p>
        )}
        <SelectField
          form={form}
          pointer={at.notice}
          label={t.notice}
          hint={t.noticeHint}
          choices={[
            ...(only === undefined ? [['', t.noNotice] as const] : []),
            ...notices.map((each) => [each, each] as const),
          ]}
        />
        <ChecksField
          form={form}
          pointer={at.purposes}
          label={t.purposes}
          hint={t.purposesHint}
          optional
          choices={app.purposes.map(({ purposeId, name }) => [purposeId, name] as const)}
        />
        <Numbers form={form} />
      </section>
      <MissedCalls form={form} locales={locales} />
      <Menu form={form} locales={locales} />
      {form.isChanged && (
        <div class="unsaved">
          <p class="small">{words.unsaved}</p>
          <Button look="quiet" onClick={form.discard}>
            {words.discard}
          </Button>
        </div>
      )}
    </Form>
  );
}
