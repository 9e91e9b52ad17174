import { createHash, timingSafeEqual } from 'node:crypto';
import { listOf, memberOf } from '../../json/json-reader.ts';

/** Below it a secret is a mistake, and never used. */
const shortest = 16;

/**
 * Whether a secret in the path is the app's: `webhookSecret`, or the one before while it is being changed
 * (`{ "webhookSecret": "…" }` or `{ "webhookSecret": ["…", "…"] }`). Digests are compared, every one of them, so that the time tells nothing.
 *
 * @param kept as it lies in the secret store
 */
export function isOwnSecret(given: string, kept: unknown): boolean {
  const listed = listOf(kept, 'webhookSecret') ?? [memberOf(kept, 'webhookSecret')];
  const usable = listed
    .filter((each): each is string => typeof each === 'string' && each.length >= shortest)
    .slice(0, 2);
  const matches = usable.map((each) => timingSafeEqual(digest(each), digest(given)));
  return matches.includes(true);
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
