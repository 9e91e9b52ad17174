import { directionOf } from '../../../domain/notice/direction.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { fill, pageTexts } from '../texts/page-texts.ts';
import { type Html, html, trustedMarkup } from './html.ts';
import { mark } from './mark.ts';
import { pageHeaders } from './page-headers.ts';
import { styles } from './styles.ts';

/** One page: a card with a heading, and a foot that says whose page it is. */
export interface Page {
  /** BCP 47: the language of our own words on it. */
  readonly locale: string;
  readonly title: string;
  /** What is in the card. */
  readonly body: Html;
  /** Whose page it is; absent where that is not known, as on "not found". */
  readonly businessName?: string;
  /** Under the card: the languages. */
  readonly under?: Html;
  /** 200 unless something else is said. */
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
}

/** A whole page with every header that protects it. No script, no picture, no frame, no request to anybody. */
export function htmlPage({ locale, title, body, businessName, under, status, headers }: Page): HttpResponse {
  const { frame } = pageTexts(locale);
  const page = html`<!doctype html>
    <html lang="${pageTexts(locale).locale}" dir="${directionOf(pageTexts(locale).locale)}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <meta name="format-detection" content="telephone=no">
    <title>${title}</title>
    <style>${trustedMarkup(styles)}</style>
    </head>
    <body>
    <main>
    <div class="card">${businessName === undefined ? undefined : brand(businessName)}${body}</div>
    ${under}
    </main>
    <footer>
    ${businessName === undefined ? undefined : html`<p>${fill(frame.byBusiness, { business: businessName })}</p>`}
    <p>${frame.trademark}</p>
    </footer>
    </body>
    </html>`;
  return {
    status: status ?? 200,
    headers: { 'content-type': 'text/html; charset=utf-8', ...pageHeaders(styles), ...headers },
    body: page.markup,
  };
}

function brand(businessName: string): Html {
  return html`<div class="brand">${mark}<span><b><bdi>${businessName}</bdi></b><span>WhatsApp</span></span></div>`;
}
