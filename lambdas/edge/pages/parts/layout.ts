import type { ShownBrand } from '../../../domain/app/brand-of.ts';
import { directionOf } from '../../../domain/notice/direction.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { fill, pageTexts } from '../texts/page-texts.ts';
import { brandFoot, brandHead } from './brand-parts.ts';
import { brandStyles } from './brand-styles.ts';
import { type Html, html, trustedMarkup } from './html.ts';
import { pageHeaders } from './page-headers.ts';
import { ownPath } from './page-link.ts';
import { type Shared, sharedTags } from './shared-tags.ts';
import { styles } from './styles.ts';

/** One page: a card with a heading, and a foot that says whose page it is. */
export interface Page {
  /** BCP 47: the language of our own words on it. */
  readonly locale: string;
  readonly title: string;
  /** What is in the card. */
  readonly body: Html;
  /** Whose page it is; absent where that is not known, as on "not found". */
  readonly brand?: ShownBrand;
  /** What is shown where the address of the page is passed on; absent on pages that are for one person. */
  readonly shared?: Shared;
  /** Under the card: the languages. */
  readonly under?: Html;
  /** 200 unless something else is said. */
  readonly status?: number;
  readonly headers?: { readonly [name: string]: string };
}

/** A whole page with every header that protects it. No script, no frame, no request but to ourselves for the logo. */
export function htmlPage({ locale, title, body, brand, shared, under, status, headers }: Page): HttpResponse {
  const { frame, locale: spoken } = pageTexts(locale);
  const sheets = brand === undefined ? [styles] : [styles, brandStyles(brand)];
  const page = html`<!doctype html>
    <html lang="${spoken}" dir="${directionOf(spoken)}">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <meta name="format-detection" content="telephone=no">
    <title>${title}</title>
    ${brand && html`<link rel="icon" href="${ownPath(brand.iconPath)}">${shared && sharedTags(brand, shared)}`}
    ${sheets.map((sheet) => html`<style>${trustedMarkup(sheet)}</style>`)}
    </head>
    <body>
    <main>
    <div class="card">${brand && brandHead(brand)}${body}</div>
    ${under}
    </main>
    <footer>
    ${brand && html`<p>${fill(frame.byBusiness, { business: brand.name })}</p>${brandFoot(brand)}`}
    <p>${frame.trademark}</p>
    </footer>
    </body>
    </html>`;
  return {
    status: status ?? 200,
    headers: { 'content-type': 'text/html; charset=utf-8', ...pageHeaders(sheets, brand !== undefined), ...headers },
    body: page.markup,
  };
}
