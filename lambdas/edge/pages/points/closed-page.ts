import type { App } from '../../../domain/app/app.ts';
import { brandOf } from '../../../domain/app/brand-of.ts';
import type { PointState } from '../../../domain/collection/collection-point.ts';
import type { HttpRequest, HttpResponse } from '../../http/http-request.ts';
import { messagePage } from '../parts/message-page.ts';
import { spokenLocale } from '../parts/problem-page.ts';
import { wantedLocales } from '../parts/wanted-locales.ts';
import { wayOn } from '../parts/ways-on.ts';
import { fill, pageTexts } from '../texts/page-texts.ts';

/** The page of a point that takes nobody at present: why, and where one can go on. */
export function closedPage(
  app: Pick<App, 'brand' | 'displayName' | 'locale' | 'whatsapp'>,
  state: Exclude<PointState, 'open'>,
  request: Pick<HttpRequest, 'rawQueryString' | 'headers'>,
): HttpResponse {
  const locale = spokenLocale([...wantedLocales(request), app.locale]);
  const action = wayOn(app, app.displayName, locale);
  const { heading, text } = pageTexts(locale).closed[state];
  const message = { heading, text: fill(text, { business: app.displayName }) };
  return messagePage(locale, message, 410, { brand: brandOf(app), action });
}
