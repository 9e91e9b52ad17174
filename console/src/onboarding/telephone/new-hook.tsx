import { api, type components, dataOf } from '../../api/client.ts';
import { useApp } from '../../app-context.ts';
import { Form, SelectField, TextField, useForm, type Values } from '../../kit/form.tsx';
import { useNotice } from '../../notices/edit-notice.tsx';
import { languageName } from '../../notices/languages.ts';
import { useSpeech, useWords } from '../../words/use-words.ts';
import type { CallHook, IssuedHook } from './call-hooks.tsx';
import { telephoneWords } from './words/telephone-words.ts';

type Wanted = components['schemas']['NewCallHook'];

const places = ['form', 'json', 'json-in-form', 'query'] as const;
const spellings = ['e164', 'digits', 'national'] as const;

export interface NewHookProps {
  readonly provider: CallHook['provider'];
  readonly onMade: (hook: IssuedHook) => void;
  readonly onClose: () => void;
}

/** The form for a secret address; of a provider that nobody here knows, also where it puts what. */
export function NewHook({ provider, onMade, onClose }: NewHookProps) {
  const t = useWords(telephoneWords);
  const { language } = useSpeech();
  const { appId, telephone } = useApp();
  const locales = useNotice(telephone?.noticeId).data?.texts.map(({ locale }) => locale) ?? [];
  const form = useForm(
    { '/mapping/method': 'POST', '/mapping/in': 'form', '/mapping/numbers': 'e164' },
    (values) =>
      dataOf(
        api.POST('/v1/apps/{appId}/call-hooks', { params: { path: { appId } }, body: wantedOf(provider, values) }),
      ),
    onMade,
    t.faults,
  );
  const where = form.values['/mapping/in'] ?? '';
  const field = (name: 'field' | 'caller' | 'called' | 'callId' | 'digits', optional = false, hint?: string) => (
    <TextField
      form={form}
      pointer={`/mapping/${name}`}
      label={t[name]}
      dir="ltr"
      optional={optional}
      {...(hint !== undefined && { hint })}
    />
  );
  return (
    <Form form={form} act={t.makeHook} onCancel={onClose} whenUnsure={t.maybeMade}>
      <TextField form={form} pointer="/country" label={t.country} hint={t.countryHint} dir="ltr" optional />
      <TextField form={form} pointer="/phone" label={t.phone} hint={t.phoneHint} type="tel" dir="ltr" optional />
      {locales.length > 0 && (
        <SelectField
          form={form}
          pointer="/spokenLocale"
          label={t.spokenLocale}
          hint={t.spokenLocaleHint}
          choices={[['', t.noMenu], ...locales.map((each) => [each, languageName(each, language)] as const)]}
        />
      )}
      {provider === 'generic' && (
        <>
          <SelectField
            form={form}
            pointer="/mapping/method"
            label={t.method}
            choices={[
              ['POST', 'POST'],
              ['GET', 'GET'],
            ]}
          />
          <SelectField
            form={form}
            pointer="/mapping/in"
            label={t.in}
            choices={places.map((each) => [each, t.ins[each]] as const)}
          />
          {where === 'json-in-form' && field('field')}
          {field('caller')}
          {field('called', true)}
          {field('callId')}
          {field('digits', true, t.digitsHint)}
          <SelectField
            form={form}
            pointer="/mapping/numbers"
            label={t.numbersAs}
            choices={spellings.map((each) => [each, t.writtens[each]] as const)}
          />
        </>
      )}
    </Form>
  );
}

function wantedOf(provider: CallHook['provider'], values: Values): Wanted {
  const given = (name: string): string => (values[`/${name}`] ?? '').trim();
  const [country, phone, spokenLocale] = [given('country').toUpperCase(), given('phone'), given('spokenLocale')];
  return {
    provider,
    ...(country !== '' && { country }),
    ...(phone !== '' && { phone }),
    ...(spokenLocale !== '' && { spokenLocale }),
    ...(provider === 'generic' && { mapping: mappingOf((name) => given(`mapping/${name}`)) }),
  };
}

function mappingOf(given: (name: string) => string): NonNullable<Wanted['mapping']> {
  const [called, digits, field] = [given('called'), given('digits'), given('field')];
  return {
    method: given('method') === 'GET' ? 'GET' : 'POST',
    in: places.find((each) => each === given('in')) ?? 'form',
    caller: given('caller'),
    callId: given('callId'),
    numbers: spellings.find((each) => each === given('numbers')) ?? 'e164',
    ...(called !== '' && { called }),
    ...(digits !== '' && { digits }),
    ...(given('in') === 'json-in-form' && { field }),
  };
}
