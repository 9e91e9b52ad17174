import type { ShownBrand } from '../../../domain/app/brand-of.ts';
import type { PageMessage } from '../../../domain/languages/topics/pages.ts';
import type { HttpResponse } from '../../http/http-request.ts';
import { type Html, html } from './html.ts';
import { htmlPage } from './layout.ts';

/** A page that only says something. */
export function messagePage(
  locale: string,
  { heading, text }: PageMessage,
  status: number,
  more: { readonly brand?: ShownBrand; readonly action?: Html } = {},
): HttpResponse {
  const { brand, action } = more;
  return htmlPage({
    locale,
    title: heading,
    status,
    brand,
    body: html`<h1>${heading}</h1><p class="soft">${text}</p>${action}`,
  });
}
