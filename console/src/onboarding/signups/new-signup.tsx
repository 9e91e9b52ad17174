import { Link, useLocation } from 'wouter';
import { api, dataOf } from '../../api/client.ts';
import { useApp } from '../../app-context.ts';
import { ChecksField } from '../../kit/choice-fields.tsx';
import { Form, SelectField, TextField, type Values } from '../../kit/form.tsx';
import { useKeptForm } from '../../kit/kept-form.ts';
import { Page } from '../../kit/page.tsx';
import { TickField } from '../../kit/tick.tsx';
import { ticked } from '../../kit/ticked.ts';
import { toast } from '../../kit/toasts.tsx';
import { linesOf } from '../../kit/values.ts';
import { kitWords } from '../../kit/words/kit-words.ts';
import { languageName, noticeLanguages } from '../../notices/languages.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import { fill } from '../../words/words.ts';
import { NotHere, useObstacle } from './not-here.tsx';
import { SignupFields } from './signup-fields.tsx';
import { SignupPreview } from './signup-preview.tsx';
import { useSignupChanged } from './signups.ts';
import { signupsWords } from './words/signups-words.ts';

/** The form for a signup, with Meta's screen beside it as people will see it. */
export function NewSignup() {
  const t = useWords(signupsWords);
  const obstacle = useObstacle();
  return (
    <Page
      title={t.newTitle}
      lead={t.lead}
      above={
        <Link href="/signups" class="above">
          {t.title}
        </Link>
      }
    >
      {obstacle === undefined ? <SignupForm /> : <NotHere why={obstacle} />}
    </Page>
  );
}

const termsOfMeta = 'https://www.facebook.com/legal/ads-manager-marketing-messages-terms';

function SignupForm() {
  const t = useWords(signupsWords);
  const { faults } = useWords(kitWords);
  const { language } = useSpeech();
  const app = useApp();
  const [, go] = useLocation();
  const changed = useSignupChanged();
  const { appId, displayName, purposes, locale } = app;
  const name = { name: displayName };
  const form = useKeptForm(
    `signup:${appId}`,
    {
      '/name': '',
      '/signupMessage': fill(t.messageStart, name),
      '/confirmationMessage': fill(t.confirmationStart, name),
      // The words to begin with are those of the page.
      '/locale': locale.split('-')[0] === language ? locale : language,
      '/purposes': purposes.length === 1 ? (purposes[0]?.purposeId ?? '') : '',
    },
    (values) => dataOf(api.POST('/v1/apps/{appId}/signups', { params: { path: { appId } }, body: bodyOf(values) })),
    (made) => {
      changed(made);
      toast(t.made);
      form.discard();
      go(`/signups/${made.signupId}`);
    },
    { ...t.faults, 'too-short': faults.required },
  );
  const languages = [...new Set([locale, language, ...noticeLanguages])];
  return (
    <div class="beside automated">
      <div class="panel">
        <Form form={form} act={t.make} onCancel={() => go('/signups')} whenUnsure={t.maybeMade}>
          <SignupFields form={form} />
          <TextField
            form={form}
            pointer="/privacyPolicyUrl"
            label={t.privacy}
            hint={t.privacyHint}
            type="url"
            dir="ltr"
          />
          <ChecksField
            form={form}
            pointer="/purposes"
            label={t.purposes}
            hint={t.purposesHint}
            choices={purposes.map((each) => [each.purposeId, each.name] as const)}
          />
          <SelectField
            form={form}
            pointer="/locale"
            label={t.locale}
            choices={languages.map((each) => [each, languageName(each, language)])}
          />
          <div>
            <TickField form={form} pointer="/acceptTerms" label={t.terms} hint={t.termsHint} />
            <p class="terms-link">
              <a href={termsOfMeta} target="_blank" rel="noopener">
                {t.termsLink}
              </a>
            </p>
          </div>
        </Form>
      </div>
      <SignupPreview
        message={form.values['/signupMessage'] ?? ''}
        confirmation={form.values['/confirmationMessage'] ?? ''}
        promoCode={form.values['/promoCode']}
        website={form.values['/websiteUrl']}
        locale={form.values['/locale'] ?? locale}
      />
    </div>
  );
}

function bodyOf(values: Values) {
  const text = (pointer: string): string => (values[pointer] ?? '').trim();
  const [promoCode, websiteUrl] = [text('/promoCode'), text('/websiteUrl')];
  return {
    name: text('/name'),
    signupMessage: text('/signupMessage'),
    confirmationMessage: text('/confirmationMessage'),
    privacyPolicyUrl: text('/privacyPolicyUrl'),
    locale: text('/locale'),
    purposes: linesOf(values['/purposes']),
    ...(promoCode !== '' && { promoCode }),
    ...(websiteUrl !== '' && { websiteUrl }),
    ...(values['/acceptTerms'] === ticked && { acceptTerms: true as const }),
  };
}
