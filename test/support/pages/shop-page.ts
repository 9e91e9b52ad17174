import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a page of somebody else's shop is made of. */
export interface ShopPage {
  readonly head?: string;
  readonly body?: string;
  readonly lang?: string;
  readonly dir?: string;
  readonly css?: string;
}

/** A web shop on loopback that has nothing to do with us: every page as it is set, under a policy as strict as a policy can be. */
export interface ShopSite {
  readonly origin: string;
  /** Sets the page of a path, and gives its URL. */
  page(path: string, page: ShopPage): string;
  /** A script that the shop serves itself. */
  script(path: string, text: string): void;
  /** What was posted to it, as `path body`. */
  readonly posted: readonly string[];
  close(): Promise<void>;
}

/** The strictest policy with which a shop can show the widget: our origin for scripts and calls, the shop itself for its own. */
const strictPolicy = (ourOrigin: string): string =>
  [
    "default-src 'none'",
    `script-src ${ourOrigin} 'self'`,
    `connect-src ${ourOrigin}`,
    "style-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

/** @param policy the Content-Security-Policy of every page; none = a shop that protects itself by nothing */
export async function startShopSite(ourOrigin: string, policy: 'strict' | 'none' = 'strict'): Promise<ShopSite> {
  const files = new Map<string, readonly [type: string, text: string]>();
  const posted: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://shop').pathname;
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (request.method === 'POST') posted.push(`${path} ${body}`);
      const [type, text] = files.get(path) ?? ['text/plain', ''];
      const isKnown = files.has(path) || request.method === 'POST' || path === '/favicon.ico';
      response.writeHead(isKnown ? 200 : 404, {
        'content-type': `${type}; charset=utf-8`,
        ...(policy === 'strict' && { 'content-security-policy': strictPolicy(ourOrigin) }),
      });
      response.end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    posted,
    page(path, { head = '', body = '', lang = 'en', dir = 'ltr', css = '' }) {
      files.set(`${path}.css`, ['text/css', `body { font: 16px/1.5 Georgia, serif; margin: 40px }${css}`]);
      const markup = `<!doctype html><html lang="${lang}" dir="${dir}"><head><title>Shop</title>
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <link rel="stylesheet" href="${path}.css">${head}</head><body><main><h1>Ceramics</h1>${body}</main></body></html>`;
      files.set(path, ['text/html', markup]);
      return origin + path;
    },
    script: (path, text) => void files.set(path, ['text/javascript', text]),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
