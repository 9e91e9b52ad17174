import type { App } from '../../../domain/app/app.ts';
import { brandOf } from '../../../domain/app/brand-of.ts';
import type { PointState } from '../../../domain/collection/collection-point.ts';
import type { HttpRequest, HttpResponse } from '../../http/http-request.ts';
import { messagePage } from '../parts/message-page.ts';
import { spokenLocale } from '../parts/problem-page.ts';
import { wantedLocales } from '../parts/wanted-locales.ts';
import { pageTexts } from '../texts/page-texts.ts';

/** The page of a point that takes nobody at present, and why. */
export function closedPage(
  app: Pick<App, 'brand' | 'displayName' | 'locale'>,
  state: Exclude<PointState, 'open'>,
  request: Pick<HttpRequest, 'rawQueryString' | 'headers'>,
): HttpResponse {
  const locale = spokenLocale([...wantedLocales(request), app.locale]);
  return messagePage(locale, pageTexts(locale).closed[state], 410, { brand: brandOf(app) });
}
