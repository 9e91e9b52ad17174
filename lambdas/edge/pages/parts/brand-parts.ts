import type { ShownBrand } from '../../../domain/app/brand-of.ts';
import { type Html, html } from './html.ts';
import { ownPath, pageLink } from './page-link.ts';

/** The room for a logo in the head, in CSS pixels. */
const room = { width: 176, height: 40 };
/** From here on a logo is a word mark, which says the name by itself. */
const wide = 2;

/** The head of a page: the logo or the letter, and the name where the logo does not say it. */
export function brandHead({ name, letter, logo }: ShownBrand): Html {
  if (logo === undefined) {
    return html`<div class="brand"><span class="letter" aria-hidden="true">${letter}</span><b><bdi>${name}</bdi></b></div>`;
  }
  const scale = Math.min(room.width / logo.width, room.height / logo.height);
  const [width, height] = [logo.width, logo.height].map((side) => Math.max(1, Math.round(side * scale)));
  const isWordMark = logo.width / logo.height >= wide;
  const image = html`<img src="${ownPath(logo.path)}" width="${width}" height="${height}" alt="${isWordMark ? name : ''}">`;
  return html`<div class="brand">${image}${isWordMark ? undefined : html`<b><bdi>${name}</bdi></b>`}</div>`;
}

/** Where else the business is found: its site, and whom to ask. */
export function brandFoot({ siteUrl, supportLine }: ShownBrand): Html | undefined {
  const site = siteUrl === undefined ? undefined : pageLink(siteUrl);
  const parts = [
    site && html`<a href="${site}" rel="noopener noreferrer">${new URL(site.url).host.replace(/^www\./, '')}</a>`,
    supportLine === undefined ? undefined : html`<span dir="auto">${supportLine}</span>`,
  ].filter((part) => part !== undefined);
  if (parts.length === 0) return undefined;
  return html`<p class="where">${parts}</p>`;
}
