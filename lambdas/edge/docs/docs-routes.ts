import { createHash } from 'node:crypto';
import type { HttpRequest, HttpResponse, RouteTable } from '../http/http-request.ts';
import { pageHeaders } from '../pages/parts/page-headers.ts';
import type { ApiDocument } from './api-document.ts';
import { apiPage } from './api-page.ts';
import { docsStyles } from './docs-styles.ts';
import { problemsPage } from './problems-page.ts';

/** How long a copy may be shown without asking whether it is still the same, in seconds. */
const freshFor = 300;

/** The document of the API and the two pages that are made of it. They change with a deployment only. */
export function docsRoutes(document: ApiDocument): RouteTable {
  const page = { ...pageHeaders([docsStyles], false), 'content-type': 'text/html; charset=utf-8' };
  // Anybody may show it: editors and viewers of OpenAPI in a browser read it from where it is.
  const data = { 'content-type': 'application/json', 'access-control-allow-origin': '*' };
  return {
    'GET /openapi.json': unchanging(() => JSON.stringify(document), data),
    'GET /docs/api': unchanging(() => apiPage(document), page),
    'GET /docs/problems': unchanging(() => problemsPage(document), page),
  };
}

/** An answer that is made once and has an ETag; 304 for whoever has it (RFC 9110, 13.1.2). */
function unchanging(make: () => string, headers: HttpResponse['headers']): (request: HttpRequest) => HttpResponse {
  let made: { readonly body: string; readonly etag: string } | undefined;
  return (request) => {
    made ??= tagged(make());
    const { body, etag } = made;
    const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? [];
    const isKnown = known.includes(etag) || known.includes('*');
    const all = { ...headers, 'cache-control': `public, max-age=${freshFor}`, etag };
    return isKnown ? { status: 304, headers: all } : { status: 200, headers: all, body };
  };
}

function tagged(body: string) {
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
}
