import type { HttpRequest } from '../../http/http-request.ts';

const localeForm = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** More languages than anybody sets in a browser. */
const most = 20;

/** What a visitor wants to read, most wanted first: `?lang=`, then what the browser says. BCP 47. */
export function wantedLocales({ rawQueryString, headers }: Pick<HttpRequest, 'rawQueryString' | 'headers'>): string[] {
  const chosen = chosenLocale(rawQueryString);
  return [...(chosen === undefined ? [] : [chosen]), ...acceptedLocales(headers['accept-language'])];
}

/** The locale in `?lang=`, when it has the form of one. */
export function chosenLocale(rawQueryString: string): string | undefined {
  const lang = new URLSearchParams(rawQueryString).get('lang');
  return lang !== null && localeForm.test(lang) ? lang : undefined;
}

/** The locales of an `Accept-Language` header by their weights (RFC 9110, 12.5.4); those of weight 0 and `*` are left out. */
export function acceptedLocales(header = ''): string[] {
  return header
    .slice(0, 1000)
    .split(',')
    .slice(0, most)
    .map((each) => {
      const [tag = '', ...parameters] = each.split(';').map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => localeForm.test(tag) && weight > 0 && weight <= 1)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
