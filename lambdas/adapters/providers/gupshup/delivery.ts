import { memberOf, readJson, textOf } from '../../json/json-reader.ts';

/** One callback of Gupshup's that came to the secret address of an app. */
export interface GupshupDelivery {
  /** The app whose address it is: its secret proves it. */
  readonly appId: string;
  /** Meta's id of the app's number, which Gupshup's own form (v2) does not name; `noNumber` where the app has none. */
  readonly number: string;
  readonly body: Uint8Array;
  readonly receivedAt: number;
}

/** Stands where an app has no number on WhatsApp by itself. Nobody has this one. */
export const noNumber = '0';

/** All that is needed to hear it again. */
export function partOf({ appId, number, body, receivedAt }: GupshupDelivery): object {
  const text = Buffer.from(body).toString('utf8');
  const isText = Buffer.from(text).equals(Buffer.from(body));
  const kept = isText ? { body: text } : { base64: Buffer.from(body).toString('base64') };
  return { gupshup: { appId, number, ...kept }, receivedAt };
}

/** A delivery out of what was kept of it; undefined for what is none. */
export function keptDelivery(json: unknown, receivedAt: number): GupshupDelivery | undefined {
  const kept = memberOf(json, 'gupshup');
  const [appId, number = noNumber] = [textOf(kept, 'appId'), textOf(kept, 'number')];
  const [text, base64] = [memberOf(kept, 'body'), textOf(kept, 'base64')];
  if (appId === undefined || (typeof text !== 'string' && base64 === undefined)) return undefined;
  const body = typeof text === 'string' ? Buffer.from(text) : Buffer.from(base64 ?? '', 'base64');
  return { appId, number, body, receivedAt };
}

/** What came: callbacks of Gupshup's own form, webhooks of Meta's, or both in one list. */
export interface ReadCallbacks {
  readonly callbacks: readonly unknown[];
  /** Meta's envelope; of several in a list one with the entries of all. */
  readonly envelope?: unknown;
  /** What is wrong with the body; some of it may be readable all the same. */
  readonly fault?: string | undefined;
}

/** Reads a body of either form. Never throws. */
export function readCallbacks({ body }: Pick<GupshupDelivery, 'body'>): ReadCallbacks {
  const { json, fault } = readJson(body);
  const items: readonly unknown[] = Array.isArray(json) ? json : [json];
  const envelopes = items.filter((each) => memberOf(each, 'entry') !== undefined);
  const others = items.filter((each) => !envelopes.includes(each));
  const callbacks = others.filter(isCallback);
  const isWhole = callbacks.length === others.length && items.length > 0;
  return { callbacks, envelope: asOne(envelopes), fault: fault ?? (isWhole ? undefined : 'no-callback') };
}

/** What is no list of entries is left as it is, for Meta's reader to say so. */
function asOne(envelopes: readonly unknown[]): unknown {
  const [first, ...more] = envelopes;
  if (more.length === 0) return first;
  return { entry: envelopes.flatMap((each) => memberOf(each, 'entry')) };
}

function isCallback(each: unknown): boolean {
  return textOf(each, 'type') !== undefined && memberOf(each, 'payload') !== undefined;
}
