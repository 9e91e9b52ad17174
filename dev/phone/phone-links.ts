import { gunzipSync } from 'node:zlib';
import type { LocalRequest, LocalResponse } from '../machine/loopback-server.ts';

/**
 * Set in a browser that has the phone open: pages of ours then lead into the phone in place of WhatsApp, where the made-up number would
 * be somebody else's, or nobody's. It proves nothing and allows nothing.
 */
export const phoneCookie = 'optledger-phone=here; Path=/; HttpOnly; SameSite=Lax';

export const leadsToPhone = ({ headers }: Pick<LocalRequest, 'headers'>, routeKey: string): boolean =>
  /^(?:GET|POST) \/(?:l|q|o|me)\//.test(routeKey) && /(?:^|;\s*)optledger-phone=here(?:;|$)/.test(headers.cookie ?? '');

const waMe = 'https://wa.me/';
const here = '/local/chat/';

/** A page, or what a widget is told, with its ways into WhatsApp leading into the phone. */
export function withPhoneLinks(response: LocalResponse): LocalResponse {
  const { headers = {}, body } = response;
  const { location } = headers;
  const type = String(headers['content-type'] ?? '');
  const dressed =
    typeof location === 'string' && location.startsWith(waMe)
      ? { ...response, headers: { ...headers, location: location.replace(waMe, here) } }
      : response;
  if (!type.startsWith('text/html') || !Buffer.isBuffer(body) || body.length === 0) return dressed;
  const { 'content-encoding': encoding, ...others } = dressed.headers ?? {};
  return { ...dressed, headers: others, body: Buffer.from(unpacked(body, encoding).replaceAll(waMe, here)) };
}

function unpacked(body: Buffer, encoding: unknown): string {
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString('utf8');
}

/**
 * Leads to the phone of the console with the text of a chat ready, as WhatsApp opens it.
 *
 * @param appOf the app that has a WhatsApp number, by its digits
 */
export async function toPhone(
  url: URL,
  appOf: (digits: string) => Promise<string | undefined>,
): Promise<LocalResponse> {
  const appId = await appOf(url.pathname.slice(here.length));
  const query = new URLSearchParams({ text: url.searchParams.get('text') ?? '' });
  const location = appId === undefined ? '/console' : `/console/apps/${appId}/phone?${query}`;
  return { status: 303, headers: { location, 'cache-control': 'no-store' } };
}
