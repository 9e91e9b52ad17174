import { html } from '../pages/parts/html.ts';
import type { ApiDocument } from './api-document.ts';
import { docsPaths, problemAnchor } from './docs-address.ts';
import { docsPage } from './docs-layout.ts';
import { markdown } from './markdown.ts';

/** What each code of a problem means: the `type` of every problem leads to its section here. */
export function problemsPage(document: ApiDocument): string {
  const { introduction, codes } = document['x-problems'];
  return docsPage({
    path: docsPaths.problems,
    title: 'Errors of the API',
    contents: html`<ul class="all">${codes.map(
      ({ code, status }) =>
        html`<li><a href="${problemAnchor(code)}"><span class="method">${status}</span>${code}</a></li>`,
    )}</ul>`,
    body: html`<h1>Errors of the API</h1>${markdown(introduction)}${codes.map(
      ({
        code,
        status,
        title,
        description,
      }) => html`<section class="operation" id="${code}"><h2><a href="${problemAnchor(code)}"><code>${code}</code></a></h2>
        <p><span class="status">${status}</span>${description.startsWith(title) ? undefined : ` ${title}.`}</p>
        ${markdown(description)}</section>`,
    )}`,
  });
}
