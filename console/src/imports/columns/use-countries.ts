import { getCountries } from 'libphonenumber-js/min';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { useCountryName } from '../../settings/country-rules.tsx';
import { useSpeech } from '../../words/use-words.ts';

/** Countries by their names, that of the business first. */
export function useCountries(): readonly string[] {
  const { language } = useSpeech();
  const { locale } = useApp();
  const nameOf = useCountryName();
  return useMemo(() => {
    const { compare } = new Intl.Collator(language);
    const own = new Intl.Locale(locale).region;
    const isOwn = (code: string): number => (code === own ? 0 : 1);
    return getCountries().toSorted((a, b) => isOwn(a) - isOwn(b) || compare(nameOf(a), nameOf(b)));
  }, [language, locale]);
}
