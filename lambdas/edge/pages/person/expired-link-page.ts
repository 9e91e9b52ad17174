import type { HttpResponse } from '../../http/http-request.ts';
import { html } from '../parts/html.ts';
import { htmlPage } from '../parts/layout.ts';
import { type LeadsOn, wayOn } from '../parts/ways-on.ts';
import { fill, pageTexts } from '../texts/page-texts.ts';
import { personalTexts } from '../texts/personal-texts.ts';
import type { LinkPage } from './personal-form.ts';
import { stopForm } from './stop-form.ts';

export interface ExpiredLinkPage extends LinkPage {
  readonly businessName: string;
  /** Preference links stop everything even then: a no is never too late. */
  readonly canStop: boolean;
  readonly app: LeadsOn;
}

/** What an expired link shows: that it has expired, how to stop all the same, and where to go on. */
export function expiredLinkPage(page: ExpiredLinkPage): HttpResponse {
  const { locale, businessName, canStop, app } = page;
  const own = personalTexts(locale);
  const body = html`<h1>${own.linkExpired}</h1>
    <p>${fill(own.linkExpiredText, { business: businessName })}</p>
    ${app.whatsapp !== undefined ? html`<p>${pageTexts(locale).end.howToStop}</p>` : undefined}
    ${canStop ? html`<p>${own.stopStill}</p>${stopForm(page, businessName, true)}` : wayOn(app, businessName, locale)}`;
  return htmlPage({ locale, title: own.linkExpired, brand: page.brand, body, status: 410 });
}
