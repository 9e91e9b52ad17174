import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { listOf, textOf } from '../../json/json-reader.ts';

/** What proves that a webhook comes from Meta, as kept in the secret store. */
export interface WebhookSecrets {
  /** The app secret, and the one before it while it is being changed. */
  readonly appSecrets: readonly string[];
  /** The word that we typed into Meta's form beside the callback URL. */
  readonly verifyToken: string;
}

const shortestSecret = 16;
const shortestToken = 8;

/** Reads `{ appSecrets: [current, previous?], verifyToken }`. Throws on a missing or short value: such a one is never used. */
export function parseWebhookSecrets(secret: unknown): WebhookSecrets {
  const appSecrets = listOf(secret, 'appSecrets') ?? [];
  const verifyToken = textOf(secret, 'verifyToken') ?? '';
  const usable = appSecrets.filter((each): each is string => typeof each === 'string' && each.length >= shortestSecret);
  if (usable.length === 0 || usable.length !== appSecrets.length || usable.length > 2) {
    throw new Error(`The webhook secret needs one or two app secrets of at least ${shortestSecret} characters.`);
  }
  if (verifyToken.length < shortestToken) {
    throw new Error(`The webhook secret needs a verify token of at least ${shortestToken} characters.`);
  }
  return { appSecrets: usable, verifyToken };
}

/**
 * Whether `X-Hub-Signature-256` is `sha256=` and the HMAC-SHA256 of exactly these bytes under one of the secrets, in 64 lower-case
 * hex digits (Meta, "Webhooks: validating payloads"). The bytes are those on the wire: parsing and writing JSON anew changes them.
 */
export function isSigned(body: Uint8Array, header: string | undefined, appSecrets: readonly string[]): boolean {
  const claimed = /^sha256=([0-9a-f]{64})$/.exec(header ?? '')?.[1];
  if (claimed === undefined) return false;
  const signature = Buffer.from(claimed, 'hex');
  // Every secret is tried, so that the time does not tell which one holds.
  const matches = appSecrets.map((secret) =>
    timingSafeEqual(createHmac('sha256', secret).update(body).digest(), signature),
  );
  return matches.includes(true);
}

/**
 * Answers Meta's question whether the callback URL is ours: the challenge to echo, or undefined when the token is not ours
 * (Meta, "Create a webhook endpoint"). A challenge is a number; nothing else is ever echoed.
 *
 * @param rawQueryString as API Gateway received it; each parameter must be there exactly once
 */
export function verifiedChallenge(rawQueryString: string, verifyToken: string): string | undefined {
  const query = new URLSearchParams(rawQueryString);
  const once = (name: string) => (query.getAll(name).length === 1 ? (query.get(name) ?? '') : '');
  const challenge = once('hub.challenge');
  const isOurs = isSameText(once('hub.verify_token'), verifyToken);
  return isOurs && once('hub.mode') === 'subscribe' && /^\d{1,64}$/.test(challenge) ? challenge : undefined;
}

/** Compares digests, so that neither the length nor the first difference shows in the time. */
function isSameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
