import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { api, type components, dataOf } from '../api/client.ts';
import { Form, SelectField, TextField, useForm, type Values } from '../kit/form.tsx';
import { Page } from '../kit/page.tsx';
import { toast } from '../kit/toasts.tsx';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { idOf } from './id-of.ts';
import { appsWords } from './words/apps-words.ts';

type Settings = components['schemas']['AppSettings'];

/** Languages that pages and questions are written in. */
const spoken = ['en', 'es', 'pt', 'fr', 'de', 'it', 'tr', 'id', 'ar', 'hi'];

const categories = ['marketing', 'utility', 'authentication'] as const;

/** The first business, or another one. */
export default function NewApp() {
  const t = useWords(appsWords);
  const { categories: kinds } = useWords(vocabularyWords);
  const { language } = useSpeech();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const form = useForm(
    {
      '/locale': language,
      '/timeZone': Intl.DateTimeFormat().resolvedOptions().timeZone,
      '/purposes/0/category': 'marketing',
    },
    (values) => dataOf(api.POST('/v1/apps', { body: bodyOf(values) })),
    ({ appId, displayName }) => {
      toast(fill(t.made, { name: displayName }));
      void queries.invalidateQueries({ queryKey: ['apps'] });
      go(`/apps/${appId}/overview`);
    },
  );
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return (
    <Page title={t.title} lead={t.lead}>
      <div class="narrow">
        <Form form={form} act={t.make}>
          <TextField form={form} pointer="/displayName" label={t.displayName} hint={t.displayNameHint} />
          <TextField form={form} pointer="/appId" label={t.appId} hint={t.appIdHint} dir="ltr" />
          <TextField form={form} pointer="/purposes/0/name" label={t.purpose} hint={t.purposeHint} />
          <SelectField
            form={form}
            pointer="/purposes/0/category"
            label={t.category}
            hint={t.categoryHint}
            choices={categories.map((each) => [each, kinds[each]])}
          />
          <SelectField
            form={form}
            pointer="/locale"
            label={t.locale}
            choices={spoken.map((each) => [each, names.of(each) ?? each])}
          />
          <TextField form={form} pointer="/timeZone" label={t.timeZone} hint={t.timeZoneHint} dir="ltr" />
          <fieldset>
            <legend>{t.whatsapp}</legend>
            <p class="hint">{t.whatsappLater}</p>
            <TextField form={form} pointer="/whatsapp/phone" label={t.phone} type="tel" dir="ltr" optional />
            <TextField
              form={form}
              pointer="/whatsapp/phoneNumberId"
              label={t.phoneNumberId}
              hint={t.metaHint}
              dir="ltr"
              optional
            />
            <TextField form={form} pointer="/whatsapp/wabaId" label={t.wabaId} hint={t.metaHint} dir="ltr" optional />
            <TextField
              form={form}
              pointer="/whatsapp/portfolioId"
              label={t.portfolioId}
              hint={t.metaHint}
              dir="ltr"
              optional
            />
          </fieldset>
        </Form>
      </div>
    </Page>
  );
}

/** What was typed as it is sent; what lacks is the API's to say. */
function bodyOf(values: Values): Settings {
  const given = (pointer: string): string | undefined => values[pointer]?.trim() || undefined;
  const whatsapp = Object.fromEntries(
    ['phone', 'phoneNumberId', 'wabaId', 'portfolioId'].flatMap((name) => {
      const value = given(`/whatsapp/${name}`);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const purpose = given('/purposes/0/name');
  return {
    displayName: given('/displayName'),
    appId: given('/appId'),
    locale: given('/locale'),
    timeZone: given('/timeZone'),
    purposes: [{ purposeId: idOf(purpose ?? ''), name: purpose, category: given('/purposes/0/category') }],
    ...(Object.keys(whatsapp).length > 0 && { whatsapp }),
  } as Settings;
}
