import { type App, useApp } from '../app-context.ts';
import { SelectField, TextField, type Values } from '../kit/form.tsx';
import { languageName, noticeLanguages } from '../notices/languages.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { Panel } from './panel.tsx';
import { useSettings } from './use-settings.ts';
import { settingsWords } from './words/settings-words.ts';

const valuesOf = ({ displayName, locale, timeZone }: App): Values => ({
  '/displayName': displayName,
  '/locale': locale,
  '/timeZone': timeZone,
});

/** What the business is called, the language of its people, and its clock. */
export function NamesPanel() {
  const t = useWords(settingsWords);
  const { language } = useSpeech();
  const app = useApp();
  const form = useSettings('names', valuesOf, (values) => ({
    displayName: values['/displayName']?.trim() ?? '',
    locale: values['/locale'] ?? '',
    timeZone: values['/timeZone'] ?? '',
  }));
  const languages = [...new Set([app.locale, ...noticeLanguages])];
  const zones = [...new Set([app.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
  return (
    <Panel title={t.names} does={t.namesDo} form={form}>
      <TextField form={form} pointer="/displayName" label={t.displayName} hint={t.displayNameHint} />
      <SelectField
        form={form}
        pointer="/locale"
        label={t.locale}
        hint={t.localeHint}
        choices={languages.map((each) => [each, languageName(each, language)])}
      />
      <SelectField
        form={form}
        pointer="/timeZone"
        label={t.timeZone}
        hint={t.timeZoneHint}
        choices={zones.map((each) => [each, each.replaceAll('_', ' ')])}
      />
      <p class="small">
        {t.appId} <code dir="ltr">{app.appId}</code>
      </p>
    </Panel>
  );
}
