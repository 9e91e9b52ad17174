import { Link, useLocation } from 'wouter';
import { ProblemError } from '../../../client/src/index.ts';
import { api, dataOf } from '../api/client.ts';
import { failureOf } from '../api/failure.ts';
import { useApp } from '../app-context.ts';
import { Form, TextField, type Values } from '../kit/form.tsx';
import { drafts, foundHere, useKeptForm } from '../kit/kept-form.ts';
import { Page } from '../kit/page.tsx';
import { TickField } from '../kit/tick.tsx';
import { ticked } from '../kit/ticked.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { noticeValues } from './draft.ts';
import { draftName } from './edit-notice.tsx';
import { languageName, starterLanguages } from './languages.ts';
import { noticesWords } from './words/notices-words.ts';

/** A name, languages and a privacy page: words of ours to begin with. Nothing is stored before it is published. */
export function NewNotice() {
  const t = useWords(noticesWords);
  const { language } = useSpeech();
  const app = useApp();
  const [, go] = useLocation();
  const own = starterLanguages.find((each) => each === app.locale.split('-')[0]) ?? 'en';
  const form = useKeptForm(
    `new-notice:${app.appId}`,
    { '/noticeId': 'opt-in', [`/locales/${own}`]: ticked },
    async (values) => {
      const noticeId = values['/noticeId']?.trim() ?? '';
      const locales = starterLanguages.filter((each) => values[`/locales/${each}`] === ticked);
      if (locales.length === 0) throw foundHere([{ pointer: '/locales', code: 'no-language' }]);
      const starters = await Promise.all(
        locales.map((locale) =>
          // The app's own tag where it is the same language: es-MX.
          starterOf(app.appId, noticeId, locale === own ? app.locale : locale, values['/privacyUrl']?.trim() ?? ''),
        ),
      );
      if (await isThere(app.appId, noticeId)) throw foundHere([{ pointer: '/noticeId', code: 'taken' }]);
      return {
        noticeId,
        values: noticeValues({ profile: 'strict', texts: starters.flatMap(({ texts }) => texts) }, 0),
      };
    },
    ({ noticeId, values }: { readonly noticeId: string; readonly values: Values }) => {
      drafts.forget(`new-notice:${app.appId}`);
      drafts.write(draftName(app.appId, noticeId), values);
      go(`/${noticeId}`);
    },
    { 'no-language': t.noLanguage, 'unusable-url': t.noPrivacyUrl, reserved: t.reserved, 'no-purposes': t.noPurposes },
  );
  form.claim('/locales');
  return (
    <Page
      title={t.begin}
      lead={t.beginLead}
      above={
        <Link href="/" class="above">
          {t.title}
        </Link>
      }
    >
      <div class="narrow">
        <Form form={form} act={t.fetchWords}>
          <TextField form={form} pointer="/noticeId" label={t.name} hint={t.nameHint} dir="ltr" />
          <TextField form={form} pointer="/privacyUrl" type="url" label={t.privacyUrl} hint={t.privacyHint} dir="ltr" />
          <fieldset>
            <legend>{t.languages}</legend>
            <div class="row-fields">
              {starterLanguages.map((each) => (
                <TickField form={form} pointer={`/locales/${each}`} label={languageName(each, language)} key={each} />
              ))}
            </div>
            <p class="faults">{form.failure?.faults.some(({ code }) => code === 'no-language') && t.noLanguage}</p>
          </fieldset>
        </Form>
      </div>
    </Page>
  );
}

/**
 * Words of ours in one language.
 *
 * @throws ProblemError whose pointers name the fields above
 */
async function starterOf(appId: string, noticeId: string, locale: string, privacyUrl: string) {
  try {
    return await dataOf(
      api.GET('/v1/apps/{appId}/notices/starter', {
        params: { path: { appId }, query: { locale, privacyUrl, noticeId } },
      }),
    );
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem === undefined) throw error;
    // Faults of a query are named without a slash.
    const errors = error.faults.map((fault) => ({ ...fault, pointer: `/${fault.pointer.replace(/^\//, '')}` }));
    throw new ProblemError({ ...error.problem, errors }, new Response(null, { status: error.status }));
  }
}

async function isThere(appId: string, noticeId: string): Promise<boolean> {
  try {
    await dataOf(api.GET('/v1/apps/{appId}/notices/{noticeId}', { params: { path: { appId, noticeId } } }));
    return true;
  } catch (error) {
    if (failureOf(error).kind === 'not-found') return false;
    throw error;
  }
}
