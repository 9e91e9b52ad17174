import { type Html, html, trustedMarkup } from '../pages/parts/html.ts';
import { docsAddress, docsPaths } from './docs-address.ts';
import { mark } from './docs-mark.ts';
import { docsStyles } from './docs-styles.ts';

/** A page of the documentation: what it is about, the way through it, and the text. */
export interface DocsPage {
  readonly title: string;
  /** Links to its parts. */
  readonly contents: Html;
  readonly body: Html;
  /** Which of the pages it is, by its path. */
  readonly path: string;
}

const pages = [
  [docsPaths.api, 'API'],
  [docsPaths.problems, 'Problems'],
  [docsPaths.document, 'OpenAPI'],
] as const;

/** The whole page as text. No script, no picture, no request to anybody. */
export function docsPage({ title, contents, body, path }: DocsPage): string {
  const links = pages.map(([to, name]) =>
    to === path ? html`<b aria-current="page">${name}</b>` : html`<a href="${docsAddress(to)}">${name}</a>`,
  );
  return html`<!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width,initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · OptLedger</title>
    <style>${trustedMarkup(docsStyles)}</style>
    </head>
    <body>
    <a class="skip" href="${docsAddress(`${path}#content`)}">Skip to the text</a>
    <header><span class="brand">${mark}<b>OptLedger</b></span><nav aria-label="Pages">${links}</nav></header>
    <div class="page">
    <nav class="contents" aria-label="On this page">${contents}</nav>
    <main id="content" tabindex="-1">${body}</main>
    </div>
    </body>
    </html>`.markup;
}
