import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import type { App } from '../../../domain/app/app.ts';
import { directionOf } from '../../../domain/notice/direction.ts';
import { type Html, html } from './html.ts';

export type { CountryCode };

/** The country that a number is probably of: where the visitor's language is spoken, else the app's, else its number's. */
export function likelyCountry(
  accepted: readonly string[],
  { locale, whatsapp }: Pick<App, 'locale' | 'whatsapp'>,
): CountryCode | undefined {
  for (const tag of [...accepted, locale]) {
    const region = regionOf(tag);
    if (region !== undefined && isSupportedCountry(region)) return region;
  }
  return whatsapp === undefined ? undefined : parsePhoneNumberFromString(whatsapp.phone)?.country;
}

/** A mobile number as people of the country write it: `222 123 4567`. */
export function exampleNumber(country: CountryCode): string | undefined {
  return getExampleNumber(country, examples)?.formatNational();
}

/** The same with its country code, as one writes it from anywhere: `+52 222 123 4567`. Some country's where none is known. */
export function internationalExample(country: CountryCode | undefined): string {
  return getExampleNumber(country ?? 'MX', examples)?.formatInternational() ?? '';
}

/** The options of the country picker in a language, by name, with calling codes. */
export function countryOptions(locale: string, chosen: CountryCode | undefined): Html {
  const options = countriesIn(locale).map(({ country, label }) =>
    country === chosen ? html`<option value="${country}" selected>${label}` : html`<option value="${country}">${label}`,
  );
  return html`${chosen === undefined ? html`<option value="">` : undefined}${options}`;
}

interface NamedCountry {
  readonly country: CountryCode;
  readonly label: string;
}

const lists = new Map<string, readonly NamedCountry[]>();

/** Naming and sorting takes some milliseconds, so each language is done once. */
function countriesIn(locale: string): readonly NamedCountry[] {
  const known = lists.get(locale);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  // Between Arabic letters a plus sign would jump to the other side of its number.
  const [open, close] = directionOf(locale) === 'rtl' ? ['\u2066', '\u2069'] : ['', ''];
  const made = getCountries()
    .map((country) => ({ country, name: names.of(country) ?? country }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ country, name }) => ({ country, label: `${name} ${open}+${getCountryCallingCode(country)}${close}` }));
  lists.set(locale, made);
  return made;
}

function regionOf(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).region;
  } catch {
    return undefined;
  }
}
