import type { TooManyFormsError } from '../../../domain/collection/too-many-forms-error.ts';
import { headersOf } from '../../http/error-response.ts';
import type { HttpRequest } from '../../http/http-request.ts';
import { pageTexts } from '../texts/page-texts.ts';
import type { Alert } from './alert-box.ts';
import { spokenLocale } from './problem-page.ts';
import { wantedLocales } from './wanted-locales.ts';

/** What a form that comes too often is shown with: why, in the visitor's language. Its own button tries again. */
export function tooManyForms(
  error: TooManyFormsError,
  request: Pick<HttpRequest, 'rawQueryString' | 'headers'>,
): {
  readonly alert: Alert;
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
} {
  const locale = spokenLocale(wantedLocales(request));
  const { heading, text } = pageTexts(locale).problem.tooMany;
  return { alert: { words: `${heading} – ${text}`, locale }, status: 429, headers: headersOf(error) };
}
