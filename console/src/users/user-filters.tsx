import { useQuery } from '@tanstack/react-query';
import { getCountries } from 'libphonenumber-js/min';
import { useMemo } from 'preact/hooks';
import { api, dataOf } from '../api/client.ts';
import { useApp } from '../app-context.ts';
import { vocabularyWords } from '../vocabulary/words/vocabulary-words.ts';
import { useSpeech, useWords } from '../words/use-words.ts';
import { usersWords } from './words/users-words.ts';

const filterNames = ['consent', 'purpose', 'activity', 'source', 'point', 'country'] as const;
type FilterName = (typeof filterNames)[number];

/** What is looked for, as the API names it. */
export type UserFilter = { readonly [name: string]: string };

/** The filter that an address names. Whose window is open wrote lately: both names lead to the same list. */
export function filterOf(search: URLSearchParams): UserFilter {
  const named = new URLSearchParams(search.get('window') === 'open' ? { activity: 'active' } : {});
  for (const [name, value] of search) named.set(name, value);
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = named.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

interface FiltersProps {
  readonly filter: UserFilter;
  readonly change: (filter: UserFilter) => void;
}

/** Of whom the list is. */
export function UserFilters({ filter, change }: FiltersProps) {
  const t = useWords(usersWords);
  const { language } = useSpeech();
  const { states, sources } = useWords(vocabularyWords);
  const app = useApp();
  const points = useQuery({
    queryKey: ['points', app.appId, 'first'],
    queryFn: () =>
      dataOf(api.GET('/v1/apps/{appId}/points', { params: { path: { appId: app.appId }, query: { limit: 100 } } })),
  });
  const countries = useMemo(() => countriesIn(language), [language]);
  const choices: Record<FilterName, readonly (readonly [string, string])[]> = {
    consent: Object.entries(states),
    purpose: app.purposes.map(({ purposeId, name }) => [purposeId, name] as const),
    activity: Object.entries(t.activities),
    source: Object.entries(sources),
    point: (points.data?.data ?? []).map(({ pointId, name }) => [pointId, name] as const),
    country: countries,
  };
  const labels: Record<FilterName, string> = {
    ...{ consent: t.state, purpose: t.purpose, activity: t.activity },
    ...{ source: t.source, point: t.point, country: t.country },
  };
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{t.filters}</legend>
      {filterNames.map((name) => {
        const value = filter[name] ?? '';
        const isKnown = value === '' || choices[name].some(([each]) => each === value);
        return (
          <label key={name}>
            <span>{labels[name]}</span>
            <select
              value={value}
              onChange={({ currentTarget }) => {
                const { [name]: _, ...others } = filter;
                change(currentTarget.value === '' ? others : { ...others, [name]: currentTarget.value });
              }}
            >
              <option value="">{name === 'purpose' ? t.anyPurpose : t.any}</option>
              {!isKnown && <option value={value}>{value}</option>}
              {choices[name].map(([each, text]) => (
                <option key={each} value={each}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        );
      })}
    </fieldset>
  );
}

/** Every country with numbers, by its name in a language. */
function countriesIn(language: string): [string, string][] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return getCountries()
    .map((code): [string, string] => [code, names.of(code) ?? code])
    .toSorted(([, a], [, b]) => compare(a, b));
}
