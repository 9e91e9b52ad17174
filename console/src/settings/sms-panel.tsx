import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { type App, useApp } from '../app-context.ts';
import { useKept } from '../kept.ts';
import { Button } from '../kit/button.tsx';
import { SelectField, TextField, type Values } from '../kit/form.tsx';
import { may, session } from '../session/session.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { Panel } from './panel.tsx';
import { type AppChange, orNull, providerNames, rowsOf, useSettings } from './use-settings.ts';
import { settingsWords } from './words/settings-words.ts';

const valuesOf = ({ smsName, smsNumbers, keywordNotice }: App): Values => ({
  '/smsName': smsName ?? '',
  '/keywordNotice': keywordNotice === undefined ? '' : `${keywordNotice.noticeId}@${keywordNotice.noticeVersion}`,
  '/smsNumbers-count': String(smsNumbers.length),
  ...Object.assign(
    {},
    ...smsNumbers.map(({ phone, country, provider }, n) => ({
      [`/smsNumbers/${n}/phone`]: phone,
      [`/smsNumbers/${n}/country`]: country,
      [`/smsNumbers/${n}/provider`]: provider,
    })),
  ),
});

function changeOf(values: Values): AppChange {
  const [noticeId, version] = (values['/keywordNotice'] ?? '').split('@');
  return {
    smsName: orNull(values['/smsName']),
    keywordNotice: noticeId ? { noticeId, noticeVersion: Number(version) } : null,
    smsNumbers: Array.from({ length: rowsOf(values, 'smsNumbers') }, (_, n) => ({
      phone: values[`/smsNumbers/${n}/phone`]?.trim() ?? '',
      country: values[`/smsNumbers/${n}/country`]?.trim().toUpperCase() ?? '',
      provider: values[`/smsNumbers/${n}/provider`] === 'twilio' ? ('twilio' as const) : ('aws' as const),
    })),
  };
}

/** The name in `OPTIN <name>`, the numbers that hear it, and the notice that told people of it. */
export function SmsPanel() {
  const t = useWords(settingsWords);
  const { number } = useSpeech();
  const { appId } = useApp();
  const form = useSettings('sms', valuesOf, changeOf);
  const count = rowsOf(form.values, 'smsNumbers');
  const current = useKept(session);
  const notices = useQuery({
    queryKey: ['notice-names', appId],
    enabled: may(current, 'collection:read'),
    queryFn: () => dataOf(api.GET('/v1/apps/{appId}/notices', { params: { path: { appId }, query: { limit: 100 } } })),
  });
  const chosen = form.values['/keywordNotice'] ?? '';
  const known = (notices.data?.data ?? []).map(({ noticeId, latestVersion }) => `${noticeId}@${latestVersion}`);
  const choices = [...new Set(['', ...(chosen === '' ? [] : [chosen]), ...known])];
  const remove = (gone: number) => {
    for (let n = gone; n < count; n += 1)
      for (const field of ['phone', 'country', 'provider'])
        form.set(`/smsNumbers/${n}/${field}`, form.values[`/smsNumbers/${n + 1}/${field}`] ?? '');
    form.set('/smsNumbers-count', String(count - 1));
  };
  const saying = fill(t.keyword, { name: (form.values['/smsName'] ?? '').toUpperCase() });
  return (
    <Panel title={t.sms} does={t.smsDoes} form={form}>
      <TextField
        form={form}
        pointer="/smsName"
        label={t.smsName}
        hint={form.values['/smsName'] ? fill(t.smsNameHint, { keyword: `⁦${saying}⁩` }) : t.smsNameNone}
        optional
      />
      {Array.from({ length: count }, (_, n) => (
        <fieldset class="row-set" key={n}>
          <legend>{fill(t.smsNumber, { n: number(n + 1) })}</legend>
          <div class="row-fields">
            <TextField form={form} pointer={`/smsNumbers/${n}/phone`} label={t.phone} type="tel" dir="ltr" />
            <TextField
              form={form}
              pointer={`/smsNumbers/${n}/country`}
              label={t.country}
              hint={t.countryHint}
              dir="ltr"
            />
          </div>
          <SelectField
            form={form}
            pointer={`/smsNumbers/${n}/provider`}
            label={t.provider}
            hint={t.smsProviderHint}
            choices={(['aws', 'twilio'] as const).map((each) => [each, providerNames[each]] as const)}
          />
          <Button look="quiet" onClick={() => remove(n)}>
            {t.removeNumber}
          </Button>
        </fieldset>
      ))}
      <div class="row-acts">
        <Button onClick={() => form.set('/smsNumbers-count', String(count + 1))}>{t.addNumber}</Button>
      </div>
      <SelectField
        form={form}
        pointer="/keywordNotice"
        label={t.keywordNotice}
        hint={t.keywordNoticeHint}
        choices={choices.map((each) => [each, each === '' ? t.noNotice : each.replace('@', ' · ')])}
      />
    </Panel>
  );
}
