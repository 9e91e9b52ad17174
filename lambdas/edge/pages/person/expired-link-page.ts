import type { HttpResponse } from '../../http/http-request.ts';
import { html } from '../parts/html.ts';
import { htmlPage } from '../parts/layout.ts';
import { pageTexts } from '../texts/page-texts.ts';
import { personalTexts } from '../texts/personal-texts.ts';
import type { LinkPage } from './personal-form.ts';
import { stopForm } from './stop-form.ts';

export interface ExpiredLinkPage extends LinkPage {
  readonly businessName: string;
  /** Preference links stop everything even then: a no is never too late. */
  readonly canStop: boolean;
  /** Whether there is a chat to send STOP to. */
  readonly hasChat: boolean;
}

/** What an expired link shows: that it has expired, and how to stop all the same. */
export function expiredLinkPage(page: ExpiredLinkPage): HttpResponse {
  const { locale, businessName, canStop, hasChat } = page;
  const own = personalTexts(locale);
  const body = html`<h1>${own.linkExpired}</h1>
    <p>${own.linkExpiredText}</p>
    ${hasChat ? html`<p>${pageTexts(locale).end.howToStop}</p>` : undefined}
    ${canStop ? html`<p>${own.stopStill}</p>${stopForm(page, businessName)}` : undefined}`;
  return htmlPage({ locale, title: own.linkExpired, brand: page.brand, body, status: 410 });
}
