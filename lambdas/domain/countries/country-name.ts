/** What a country is called in a language. */
export function countryName(country: string, locale: string): string {
  return new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(country) ?? country;
}
