import { gzipSync } from 'node:zlib';
import type { HttpRequest, HttpResponse } from './http-request.ts';

/** Less than this goes over the line in one piece either way. */
const worthIt = 1400;

/**
 * A page as it is sent to a browser that reads gzip: a quarter of its bytes, which on a slow line is most of the wait. Only pages: API
 * Gateway compresses nothing by itself, answers of the API are small, and what has a strong tag is sent as it was tagged.
 */
export function compressed(response: HttpResponse, { headers }: Pick<HttpRequest, 'headers'>): HttpResponse {
  const { body, headers: given = {} } = response;
  const isPage = typeof body === 'string' && given['content-type']?.startsWith('text/html') && given.etag === undefined;
  if (!isPage || body.length < worthIt || !readsGzip(headers['accept-encoding'])) return response;
  return {
    ...response,
    headers: { ...given, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: gzipSync(body),
  };
}

/** RFC 9110, 12.5.3: a weight of nothing is a no. */
const readsGzip = (accepted = ''): boolean =>
  /(?:^|[\s,])gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i.test(accepted);
