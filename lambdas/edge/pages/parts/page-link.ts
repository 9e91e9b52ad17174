/** An address that a page of ours may hold. Only `pageLink` makes it. */
export class PageLink {
  readonly url: string;
  constructor(url: string) {
    this.url = url;
  }
}

/**
 * The address when a page may link to it: a path of our own (`/o/…`, with a query), or `https:` without user and password, which is what
 * WhatsApp links and privacy pages are. Undefined for everything else: other schemes, `//host`, backslashes.
 */
export function pageLink(url: string): PageLink | undefined {
  // Browsers drop or mend these before they read an address, so an address that has them is not what it seems.
  if (/[\s\\\p{Cc}]/u.test(url)) return undefined;
  if (url.startsWith('/')) return /^\/(?!\/)/.test(url) ? new PageLink(url) : undefined;
  const parsed = URL.parse(url);
  if (parsed === null || !/^https:\/\//i.test(url)) return undefined;
  return parsed.username === '' && parsed.password === '' ? new PageLink(parsed.href) : undefined;
}

/** A path of our own as an address; throws when it is none, which is a fault of ours. */
export function ownPath(path: string): PageLink {
  const link = path.startsWith('/') ? pageLink(path) : undefined;
  if (link === undefined) throw new Error('This is not a path of ours.');
  return link;
}
