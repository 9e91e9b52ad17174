import { type Html, html } from './html.ts';
import { ownPath } from './page-link.ts';

/** The field by which a form asks to be shown in another language. */
export const languageField = 'in';

/**
 * The languages of a page, as plain links. Nothing when there is one language only.
 *
 * @param path of the page, without a query
 * @param locales BCP 47
 * @param label name of the list, for screen readers
 */
export function languageLinks(
  path: string,
  locales: readonly string[],
  current: string,
  label: string,
): Html | undefined {
  return languages(locales, current, label, (locale, name) => {
    const query = new URLSearchParams({ lang: locale });
    return html`<a href="${ownPath(`${path}?${query}`)}" lang="${locale}" hreflang="${locale}" rel="nofollow">${name}</a>`;
  });
}

/** The same as buttons of the form with this id: what was ticked and typed goes along, in the body and never in an address. */
export function languageButtons(
  form: string,
  locales: readonly string[],
  current: string,
  label: string,
): Html | undefined {
  return languages(
    locales,
    current,
    label,
    (locale, name) =>
      html`<button form="${form}" name="${languageField}" value="${locale}" lang="${locale}">${name}</button>`,
  );
}

function languages(
  locales: readonly string[],
  current: string,
  label: string,
  other: (locale: string, name: string) => Html,
): Html | undefined {
  if (locales.length < 2) return undefined;
  const all = locales.map((locale) => {
    const name = nameOfLanguage(locale);
    return locale === current ? html`<b lang="${locale}" aria-current="true">${name}</b>` : other(locale, name);
  });
  return html`<nav aria-label="${label}">${all}</nav>`;
}

/** What a language calls itself: `español`. */
export function nameOfLanguage(locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}
