import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { Loaded } from '../kit/loaded.tsx';
import { useSpeech, useWords } from '../words/use-words.ts';
import { fill } from '../words/words.ts';
import { settingsWords } from './words/settings-words.ts';

const rulesNow = async () => (await dataOf(api.GET('/v1/country-rules'))).data;
type Rule = Awaited<ReturnType<typeof rulesNow>>[number];

/** What a country is called in the language of the page. */
export function useCountryName(): (code: string) => string {
  const { language } = useSpeech();
  return (code) => {
    try {
      return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
    } catch {
      return code;
    }
  };
}

/** The table of what WhatsApp does not deliver where, with its dates and where it says so. What a rule of the app's own replaces is marked. */
export function CountryRules({ replaced }: { readonly replaced: ReadonlySet<string> }) {
  const t = useWords(settingsWords);
  const rules = useQuery({ queryKey: ['country-rules'], queryFn: rulesNow });
  return (
    <Loaded of={rules} lines={6}>
      {(all) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its box is scrolled by keyboard
        <section class="wide-table" tabIndex={0} aria-label={t.byCountry}>
          <table class="country-rules">
            <thead>
              <tr>
                <th scope="col">{t.byCountry}</th>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.since}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((rule) => (
                <OneRule key={rule.ruleId} of={rule} isReplaced={replaced.has(rule.country)} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Loaded>
  );
}

function OneRule({ of: rule, isReplaced }: { readonly of: Rule; readonly isReplaced: boolean }) {
  const t = useWords(settingsWords);
  const { date } = useSpeech();
  const nameOf = useCountryName();
  const { country, denies, since, until, inForce, sources } = rule;
  const dayOf = (day: string) => date(new Date(`${day}T12:00:00Z`));
  return (
    <tr class={!inForce || isReplaced ? 'idle' : ''}>
      <th scope="row">{nameOf(country)}</th>
      <td>{t.denies[denies]}</td>
      <td>
        {since === undefined ? t.longSince : dayOf(since)}
        {until !== undefined && ` ${fill(t.until, { date: dayOf(until) })}`}
        {!inForce && <span class="mark">{t.isOver}</span>}
        {isReplaced && <span class="mark">{t.ownHere}</span>}
        <details class="rule-sources">
          <summary class="small">{t.source}</summary>
          <ul class="small">
            {sources.map((source) => (
              <li key={source.title}>
                <bdi lang="en">{source.title}</bdi>
                {source.seen !== undefined && <Seen month={source.seen} />}
              </li>
            ))}
          </ul>
        </details>
      </td>
    </tr>
  );
}

/** When that copy of the source was read: a month, `2026-03`. */
function Seen({ month }: { readonly month: string }) {
  const t = useWords(settingsWords);
  const { language } = useSpeech();
  const locale = language === 'ar' || language === 'hi' ? `${language}-u-nu-latn` : language;
  const named = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return <> ({fill(t.seen, { month: named.format(new Date(`${month}-15T12:00:00Z`)) })})</>;
}
