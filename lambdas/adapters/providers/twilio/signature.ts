import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { memberOf, textOf } from '../../json/json-reader.ts';
import { formPairs } from './form.ts';

/** What proves that a request comes from Twilio. */
export interface TwilioSigning {
  /** The account's token, which signs whatever no shared key signs; and the one that is to be promoted, while it is. */
  readonly authTokens: readonly string[];
  /** Keys that sign instead of the token, by the names that Twilio gives them; two while one takes over from the other. */
  readonly sharedKeys: ReadonlyMap<string, string>;
}

/** A request as it came, and where Twilio was told to send it. */
export interface TwilioRequest {
  readonly method: 'GET' | 'POST';
  /** The *configured* URL with the query as it came; never built from a header, which whoever asks can write. */
  readonly url: string;
  /** Names in small letters. */
  readonly headers: { readonly [name: string]: string | undefined };
  /** Exactly what came over the wire. */
  readonly body: Uint8Array;
}

/** `unknown-key`: it names a key that we do not have, so it is neither unsigned nor wrong. */
export type SignatureVerdict = 'signed' | 'refused' | 'unknown-key';

/** What is shorter is no secret but a mistake. */
const shortestKey = 16;

/** Reads `{ authToken, secondaryAuthToken?, sharedKeys?: { name: key } }`; undefined = no token that is long enough. Short keys are left out. */
export function parseTwilioSigning(secret: unknown): TwilioSigning | undefined {
  const tokens = ['authToken', 'secondaryAuthToken'].map((name) => textOf(secret, name) ?? '');
  const authTokens = tokens.filter((token) => token.length >= shortestKey);
  if (authTokens.length === 0) return undefined;
  const named = memberOf(secret, 'sharedKeys');
  const pairs = typeof named === 'object' && named !== null ? Object.entries(named) : [];
  const usable = pairs.filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].length >= shortestKey,
  );
  return { authTokens, sharedKeys: new Map(usable) };
}

/**
 * Whether Twilio signed it: base64 of the HMAC over the URL and, of a form, every field in the order of the names (Twilio, "Webhooks
 * security"). Without the settings header with the token and SHA-1; with it with the key that it names and SHA-256 ("Sign webhooks with
 * shared keys", 2026-09-07). Of JSON the URL carries the hash. Ports, user and spelling of the query are tried as Twilio's own library
 * tries them, because Twilio is not consistent about them.
 */
export function judgeTwilioSignature(request: TwilioRequest, signing: TwilioSigning): SignatureVerdict {
  const { headers, method, body, url } = request;
  const settings = headers['x-twilio-webhooks-signature-settings'];
  const keys = settings === undefined ? signing.authTokens : sharedKey(settings, signing);
  if (keys.length === 0) return 'unknown-key';
  const algorithm = settings === undefined ? 'sha1' : 'sha256';
  const claimed = Buffer.from(headers['x-twilio-signature'] ?? '', 'base64');
  const bodyHash = new URLSearchParams(queryOf(url)).get('bodySHA256');
  if (bodyHash !== null && !isSame(Buffer.from(bodyHash), Buffer.from(hashOf(body)))) return 'refused';
  const fields = bodyHash !== null || method === 'GET' ? '' : signedFields(body);
  // Every spelling is tried, so that the time does not tell which one holds.
  const matches = keys.flatMap((key) =>
    spellingsOf(url, userIn(headers.authorization)).map((spelling) =>
      isSame(createHmac(algorithm, key).update(spelling, 'utf8').update(fields, 'latin1').digest(), claimed),
    ),
  );
  return matches.includes(true) ? 'signed' : 'refused';
}

/** The key of `key=…,algorithm=HMAC_SHA256`; none for one that we do not have, and for another algorithm. */
function sharedKey(settings: string, { sharedKeys }: TwilioSigning): readonly string[] {
  const said = new Map(
    settings.split(',').map((part) => {
      const [name = '', ...value] = part.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()] as const;
    }),
  );
  const algorithm = said.get('algorithm')?.toUpperCase().replaceAll('-', '_');
  const key = algorithm === 'HMAC_SHA256' ? sharedKeys.get(said.get('key') ?? '') : undefined;
  return key === undefined ? [] : [key];
}

/** Name and value one after the other, in the order of the names; of one name each value once, in their order. */
function signedFields(body: Uint8Array): string {
  const values = new Map<string, Set<string>>();
  for (const [name, value] of formPairs(body)) values.set(name, (values.get(name) ?? new Set()).add(value));
  return [...values.keys()]
    .sort()
    .flatMap((name) => [...(values.get(name) ?? [])].sort().map((value) => name + value))
    .join('');
}

const wellFormed = /^(https?):\/\/([^/?#@]*@)?([^/?#:@]+|\[[^\]]*\])(:\d+)?([/?].*)?$/;

/** The URL with and without its port, with the user that it came with, and with its query as libraries write it. */
function spellingsOf(url: string, users: readonly string[]): readonly string[] {
  const whole = wellFormed.exec(url);
  if (whole === null) return [url];
  const [, scheme = '', user = '', host = '', port, rest = ''] = whole;
  const ports = ['', port ?? (scheme === 'https' ? ':443' : ':80')];
  const spelled = new Set([rest, normalised(rest), legacy(rest)]);
  const all = [user, ...users].flatMap((each) =>
    ports.flatMap((at) => [...spelled].map((tail) => `${scheme}://${each}${host}${at}${tail}`)),
  );
  return [...new Set(all)];
}

function normalised(rest: string): string {
  const { pathname, search } = new URL(rest, 'https://host');
  return pathname + search;
}

/** As Node's `querystring` writes it anew. */
function legacy(rest: string): string {
  const { pathname, searchParams } = new URL(rest, 'https://host');
  const pairs = [...searchParams].map((pair) => pair.map((part) => encodeURIComponent(part)).join('='));
  return pairs.length === 0 ? pathname : `${pathname}?${pairs.join('&')}`;
}

const queryOf = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');

/** Whoever gave Twilio a URL with user and password sees them as a header, and they are signed. */
function userIn(authorization: string | undefined): readonly string[] {
  const encoded = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return [];
  const [name = '', ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const spell = (encode: (text: string) => string) => {
    const word = encode(password.join(':'));
    return word === '' ? [`${encode(name)}@`, `${encode(name)}:@`] : [`${encode(name)}:${word}@`];
  };
  return [...spell((text) => text), ...spell(encodeURIComponent)];
}

const hashOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
