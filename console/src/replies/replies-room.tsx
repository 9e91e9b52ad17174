import { useState } from 'preact/hooks';
import { Link } from 'wouter';
import { useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { Form } from '../kit/form.tsx';
import { Page } from '../kit/page.tsx';
import { may, session } from '../session/session.ts';
import { useSettings } from '../settings/use-settings.ts';
import { settingsWords } from '../settings/words/settings-words.ts';
import { useWords } from '../words/use-words.ts';
import { pointerOf, repliesOf, valuesOf } from './draft.ts';
import { AwayFields, GreetingFields, HumanFields, KeywordFields } from './reply-fields.tsx';
import { ReplyPreview } from './reply-preview.tsx';
import { TextLanguages } from './text-languages.tsx';
import { repliesWords } from './words/replies-words.ts';

/** What the app answers by itself: greeting, hours, answers to words, and the way to a human; with how it looks while it is typed. */
export default function RepliesRoom() {
  const t = useWords(repliesWords);
  const { unsaved, discard } = useWords(settingsWords);
  const app = useApp();
  const [shown, setShown] = useState(app.locale);
  const stored = useSettings('replies', valuesOf, (values) => ({ automatedReplies: repliesOf(values) }));
  const at = (field: string) => pointerOf(stored.values, field);
  const form = {
    ...stored,
    claim: (field: string) => stored.claim(at(field)),
    faultsOf: (field: string) => stored.faultsOf(at(field)),
  };
  const fields = { form, locale: shown };
  return (
    <Page
      title={t.title}
      lead={t.lead}
      above={
        may(useKept(session), 'users:read') && (
          <Link href={`~/console/apps/${app.appId}/handovers`} class="above">
            {t.waiting}
          </Link>
        )
      }
    >
      <div class="replies">
        <div class="replies-form">
          <TextLanguages form={form} shown={shown} onShow={setShown} />
          <Form form={form} act={t.save}>
            <GreetingFields {...fields} />
            <AwayFields {...fields} />
            <KeywordFields {...fields} />
            <HumanFields {...fields} />
            {stored.isChanged && (
              <div class="unsaved">
                <p class="small">{unsaved}</p>
                <Button look="quiet" onClick={stored.discard}>
                  {discard}
                </Button>
              </div>
            )}
          </Form>
        </div>
        <ReplyPreview values={stored.values} locale={shown} />
      </div>
    </Page>
  );
}
