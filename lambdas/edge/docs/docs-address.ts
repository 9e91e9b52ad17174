import { ownPath, type PageLink, pageLink } from '../pages/parts/page-link.ts';

/** Where the pages of the documentation are served. */
export const docsPaths = { document: '/openapi.json', api: '/docs/api', problems: '/docs/problems' } as const;

/** Repository pages that are served here, under another name. */
const served: { readonly [page: string]: string } = { 'api.md': docsPaths.api, 'problems.md': docsPaths.problems };

/** Where a link of our Markdown leads to from a served page; undefined when nothing is served there. */
export function docsAddress(target: string): PageLink | undefined {
  if (!target.startsWith('/') && !target.startsWith('https:')) {
    const [page = '', anchor] = target.split('#');
    const path = served[page];
    // Sections of api.md are no sections of the page that is served.
    if (path === undefined) return undefined;
    return ownPath(path === docsPaths.problems && anchor !== undefined ? `${path}#${anchor}` : path);
  }
  return pageLink(target);
}

export const apiAnchor = (id: string): PageLink => ownPath(`${docsPaths.api}#${id}`);
export const problemAnchor = (code: string): PageLink => ownPath(`${docsPaths.problems}#${code}`);
