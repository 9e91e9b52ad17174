import { timingSafeEqual } from 'node:crypto';
import type { LocalRequest } from '../machine/loopback-server.ts';

/**
 * Whether a request comes from this machine and not from a page of somebody else: it names the loopback as its host (a name that was
 * pointed here names itself: DNS rebinding), and a browser that sends it does so for a page of ours.
 */
export function isFromHere({ headers }: Pick<LocalRequest, 'headers'>): boolean {
  const { host = '', origin } = headers;
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(host)) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Whether a request bears the key of local mode, which lies in the data folder for its owner to read. */
export function bearsKey({ headers }: Pick<LocalRequest, 'headers'>, apiKey: string): boolean {
  const given = Buffer.from(headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${apiKey}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
