import { getCountries } from 'libphonenumber-js/min';
import { useMemo } from 'preact/hooks';
import type { App } from '../app-context.ts';
import { Button } from '../kit/button.tsx';
import { SelectField, TextField, type Values } from '../kit/form.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { CountryRules, useCountryName } from './country-rules.tsx';
import { Panel } from './panel.tsx';
import { type AppChange, rowsOf, useSettings } from './use-settings.ts';
import { settingsWords } from './words/settings-words.ts';

const deniable = ['nothing', 'marketing', 'everything'] as const;
const fields = ['country', 'denies', 'note'] as const;

const valuesOf = ({ countryRules = [] }: App): Values => ({
  '/countryRules-count': String(countryRules.length),
  ...Object.assign(
    {},
    ...countryRules.map((rule, n) =>
      Object.fromEntries(fields.map((field) => [`/countryRules/${n}/${field}`, rule[field]])),
    ),
  ),
});

function changeOf(values: Values): AppChange {
  const count = rowsOf(values, 'countryRules');
  const rules = Array.from({ length: count }, (_, n) => ({
    country: values[`/countryRules/${n}/country`] ?? '',
    denies: deniable.find((each) => each === values[`/countryRules/${n}/denies`]) ?? 'marketing',
    note: values[`/countryRules/${n}/note`]?.trim() ?? '',
  }));
  return { countryRules: count === 0 ? null : rules };
}

/** What WhatsApp does not deliver where, and what the app says of a country in place of that. */
export function CountriesPanel() {
  const t = useWords(settingsWords);
  const { number, language } = useSpeech();
  const nameOf = useCountryName();
  const form = useSettings('countries', valuesOf, changeOf);
  const count = rowsOf(form.values, 'countryRules');
  const countries = useMemo(() => {
    const { compare } = new Intl.Collator(language);
    return getCountries()
      .map((code) => [code as string, nameOf(code)] as const)
      .toSorted(([, a], [, b]) => compare(a, b));
  }, [language]);
  const own = Array.from({ length: count }, (_, n) => form.values[`/countryRules/${n}/country`] ?? '');
  const remove = (gone: number) => {
    for (let n = gone; n < count; n += 1)
      for (const field of fields)
        form.set(`/countryRules/${n}/${field}`, form.values[`/countryRules/${n + 1}/${field}`] ?? '');
    form.set('/countryRules-count', String(count - 1));
  };
  const add = () => {
    form.set(`/countryRules/${count}/denies`, 'marketing');
    form.set('/countryRules-count', String(count + 1));
  };
  return (
    <Panel title={t.countries} does={t.countriesDo} form={form}>
      <CountryRules replaced={new Set(own)} />
      <div>
        <h3>{t.own}</h3>
        <p class="hint">{t.ownDo}</p>
      </div>
      {own.map((country, n) => (
        <fieldset class="row-set" key={n}>
          <legend>{country === '' ? fill(t.ownN, { n: number(n + 1) }) : nameOf(country)}</legend>
          <div class="row-fields">
            <SelectField
              form={form}
              pointer={`/countryRules/${n}/country`}
              label={t.country}
              choices={[...(country === '' ? [['', t.chooseCountry] as const] : []), ...countries]}
            />
            <SelectField
              form={form}
              pointer={`/countryRules/${n}/denies`}
              label={t.setTo}
              choices={deniable.map((each) => [each, t.denies[each]] as const)}
            />
          </div>
          {form.values[`/countryRules/${n}/denies`] === 'nothing' && <p class="small">{t.letThrough}</p>}
          <TextField form={form} pointer={`/countryRules/${n}/note`} label={t.note} hint={t.noteHint} />
          <Button look="quiet" onClick={() => remove(n)}>
            {t.removeRule}
          </Button>
        </fieldset>
      ))}
      <div class="row-acts">
        <Button onClick={add}>{t.addRule}</Button>
      </div>
    </Panel>
  );
}
