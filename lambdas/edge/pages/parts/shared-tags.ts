import type { ShownBrand } from '../../../domain/app/brand-of.ts';
import { type Html, html } from './html.ts';
import { ownPath } from './page-link.ts';

/** What a chat or a feed shows of a page whose address is passed on. */
export interface Shared {
  /** Of the page, whole. */
  readonly url: string;
  readonly title: string;
  readonly description: string | undefined;
}

/**
 * What previews read (Open Graph, ogp.me). A picture only where the logo is one of pixels: chats draw no SVG. Who comes for these does not
 * visit (`looksAhead`).
 */
export function sharedTags({ name, logo }: ShownBrand, { url, title, description }: Shared): Html {
  const hasPicture = logo !== undefined && logo.type !== 'image/svg+xml';
  const tags = {
    'og:type': 'website',
    'og:site_name': name,
    'og:title': title,
    'og:description': description,
    'og:url': url,
    ...(hasPicture && {
      'og:image': new URL(ownPath(logo.path).url, url).href,
      'og:image:width': logo.width,
      'og:image:height': logo.height,
      'og:image:alt': name,
    }),
  };
  const told = Object.entries(tags).filter(([, content]) => content !== undefined);
  return html`${told.map(([property, content]) => html`<meta property="${property}" content="${content}">`)}`;
}
