import { type Html, html } from './html.ts';
import { ownPath } from './page-link.ts';

/**
 * The languages of a page, as plain links that keep the campaign of the visit. Nothing when there is one language only.
 *
 * @param path of the page, without a query
 * @param locales BCP 47
 * @param label name of the list, for screen readers
 */
export function languageLinks(
  path: string,
  locales: readonly string[],
  current: string,
  utm: { readonly [name: string]: string } | undefined,
  label: string,
): Html | undefined {
  if (locales.length < 2) return undefined;
  const links = locales.map((locale) => {
    const name = nameOfLanguage(locale);
    if (locale === current) return html`<b lang="${locale}" aria-current="true">${name}</b>`;
    const query = new URLSearchParams({ ...utm, lang: locale });
    return html`<a href="${ownPath(`${path}?${query}`)}" lang="${locale}" hreflang="${locale}" rel="nofollow">${name}</a>`;
  });
  return html`<nav aria-label="${label}">${links}</nav>`;
}

/** What a language calls itself: `español`. */
export function nameOfLanguage(locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
