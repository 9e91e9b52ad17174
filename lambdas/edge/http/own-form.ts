import { UnreadableInputError } from '../../domain/errors.ts';
import type { HttpRequest } from './http-request.ts';

/**
 * What somebody ticks counts only where it was shown to them, not when another site posts it for them. Every browser sends `Origin` with a
 * form (Fetch, 3.1); older ones send no `Sec-Fetch-Site`. Ours is the page that was asked for: the public URL, or the host of this
 * very request. `null` is the origin of whoever hides it.
 *
 * @param publicUrl base URL of the public pages
 * @throws UnreadableInputError
 */
export function mustBeOwnForm({ headers }: Pick<HttpRequest, 'headers'>, publicUrl: string): void {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  const isForeignSite = site === 'cross-site' || site === 'same-site';
  if (isForeignSite || (origin !== undefined && !isOwn(origin, host, publicUrl))) {
    throw new UnreadableInputError('The form is not of our page.');
  }
}

function isOwn(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || (host !== undefined && new URL(origin).host === host.toLowerCase());
}
