import type { HttpRequest, HttpResponse, RouteTable } from '../http/http-request.ts';
import type { ConsoleFiles } from './console-files.ts';

/** Addresses beyond our own that the console speaks to. */
export interface ConsoleNeighbours {
  /** Of the pages of the stage's user pool. @default - it has none */
  readonly signInUrl?: string | undefined;
  /** Where files that are imported are put, by links that the API signs. @default - nowhere */
  readonly uploadUrl?: string | undefined;
}

/**
 * Nothing but our own files, no inline style, and no markup out of a string. Only the pool's token endpoint is asked besides, and the bucket
 * is sent files.
 */
const policy = ({ signInUrl, uploadUrl }: ConsoleNeighbours): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    [
      "connect-src 'self'",
      ...[signInUrl, uploadUrl].flatMap((each) => (each === undefined ? [] : [new URL(each).origin])),
    ].join(' '),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const headersFor = (neighbours: ConsoleNeighbours) => ({
  'content-security-policy': policy(neighbours),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'strict-transport-security': 'max-age=63072000',
});

/**
 * The files of the console. Every address that is no file is a screen, and all screens are the index. A file's name changes with its
 * content, so it is kept for ever; the index is asked for every time.
 */
export function consoleRoutes(files: ConsoleFiles, neighbours: ConsoleNeighbours = {}): RouteTable {
  const headers = headersFor(neighbours);
  const serve = (name: string, cacheControl: string, request: Pick<HttpRequest, 'headers'>) =>
    answered(files, name, { ...headers, 'cache-control': cacheControl }, request);
  const index = (request: Pick<HttpRequest, 'headers'>) => serve('index.html', 'no-store', request);
  return {
    'GET /console': index,
    'GET /console/{file+}': (request) => {
      const { file } = request.path;
      if (!file.startsWith('assets/')) return index(request);
      // A page of an older version may ask for what is no more: nothing else may be taken for a script.
      if (!files.has(file)) return { status: 404, headers, body: 'Not found' };
      return serve(file, 'public, max-age=31536000, immutable', request);
    },
  };
}

function answered(
  files: ConsoleFiles,
  name: string,
  headers: { readonly [name: string]: string },
  request: Pick<HttpRequest, 'headers'>,
): HttpResponse {
  const file = files.get(name);
  if (file === undefined) return { status: 404, headers, body: 'Not found' };
  const { contentType, etag, bytes } = file;
  const all = { ...headers, etag, vary: 'accept-encoding' };
  if (request.headers['if-none-match']?.includes(etag)) return { status: 304, headers: all };
  const coding = codingFor(request.headers['accept-encoding']);
  return {
    status: 200,
    headers: {
      ...all,
      'content-type': contentType,
      ...(coding !== 'identity' && { 'content-encoding': coding }),
    },
    body: bytes[coding],
  };
}

/** The best coding that the browser reads; one with the weight of nothing is a no (RFC 9110, 12.5.3). */
function codingFor(accepted = ''): 'br' | 'gzip' | 'identity' {
  const read = accepted.split(',').flatMap((each) => {
    const [name = '', weight = ''] = each.split(';').map((part) => part.trim().toLowerCase());
    return /^q=0(\.0*)?$/.test(weight) ? [] : [name];
  });
  return read.includes('br') ? 'br' : read.includes('gzip') ? 'gzip' : 'identity';
}
