import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { proxySecretHeader } from '../../contract/proxy.ts';
import { NotByProxyError } from './refusals.ts';

/** What stands before the API and says who asks: CloudFront, as a rule (decision 0039). */
export interface TrustedProxy {
  /** What it sends with every request and nobody else knows: one secret, or two while one is replaced. */
  readonly originSecrets: readonly string[];
  /** In lower case: the header in which it says the visitor's address. It sets it itself, whatever the visitor sent. */
  readonly addressHeader: string;
}

/** A request as far as the proxy is concerned. */
interface Proxied {
  readonly headers?: { readonly [name: string]: string | undefined };
  readonly requestContext: { readonly http: { readonly sourceIp: string } };
}

/**
 * The request as the visitor sent it: with the visitor's own address, and without the secret. Whatever else a request says of where it
 * comes from (`X-Forwarded-For`) anybody can write, and is not looked at.
 *
 * @throws NotByProxyError for a request that went round the proxy, or whose address is none
 */
export function behindProxy<Event extends Proxied>(proxy: TrustedProxy, event: Event): Event {
  const { [proxySecretHeader]: secret = '', ...headers } = event.headers ?? {};
  if (!isOneOf(proxy.originSecrets, secret)) throw new NotByProxyError('This address is not for visitors.');
  const sourceIp = addressIn(proxy.addressHeader, headers[proxy.addressHeader] ?? '');
  if (sourceIp === undefined) throw new NotByProxyError('The request does not say who sent it.');
  const { requestContext } = event;
  return { ...event, headers, requestContext: { ...requestContext, http: { ...requestContext.http, sourceIp } } };
}

/** The same where nobody can be told why; undefined = refused. */
export function ifBehindProxy<Event extends Proxied>(proxy: TrustedProxy, event: Event): Event | undefined {
  try {
    return behindProxy(proxy, event);
  } catch (error) {
    if (error instanceof NotByProxyError) return undefined;
    throw error;
  }
}

/** Looks at all of them, in a time that does not depend on where they differ. */
function isOneOf(secrets: readonly string[], given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const [wanted, found] = [secrets.map(digest), digest(given)];
  return wanted.filter((each) => timingSafeEqual(each, found)).length > 0 && given !== '';
}

/** The address in a header, without its port. CloudFront writes `198.51.100.10:46532`, also behind an IPv6 address, without brackets. */
function addressIn(header: string, value: string): string | undefined {
  const text = value.trim();
  const hasPort = header === 'cloudfront-viewer-address';
  const [, bracketed, plain, v4] = /^(?:\[([^\]]*)\](?::\d{1,5})?|(.*):\d{1,5}|(.*))$/.exec(text) ?? [];
  const candidates = hasPort ? [bracketed, plain] : [text, bracketed, plain?.includes(':') ? undefined : plain, v4];
  return candidates.find((each) => each !== undefined && !each.includes('%') && isIP(each) !== 0);
}
