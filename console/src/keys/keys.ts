import { useQuery } from '@tanstack/react-query';
import { api, type components, dataOf } from '../api/client.ts';
import { type Scope, session } from '../session/session.ts';

export type Key = components['schemas']['Key'];

/** What a key may do, in the order in which they are offered. */
export const scopes = [
  'apps:read',
  'apps:write',
  'users:read',
  'consent:write',
  'eligibility:read',
  'collection:read',
  'collection:write',
  'links:write',
  'exports:read',
  'exports:write',
  'keys:write',
  'brand:write',
  'exports:counts',
  'people:write',
  'audit:read',
  'messages:send',
  'imports:read',
  'imports:write',
] as const satisfies readonly Scope[];

export interface Keys {
  readonly all: readonly Key[];
  /** Whose session this is, when it is a key's. */
  readonly own?: Key;
}

/** Every key that the session may see: which end with another is known only from all of them. */
export async function allKeys(): Promise<Keys> {
  const all: Key[] = [];
  for (let cursor: string | undefined; ; ) {
    const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
    const page = await dataOf(api.GET('/v1/keys', { params: { query } }));
    all.push(...page.data);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  const current = session.read();
  const own = current.state === 'none' ? undefined : all.find(({ keyId }) => keyId === current.identity?.id);
  // Those that are good come first, the newest of them at the top.
  all.sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || (a.createdAt < b.createdAt ? 1 : -1));
  return { all, ...(own !== undefined && { own }) };
}

/** @param enabled false where they may not be seen */
export const useKeys = (enabled = true) => useQuery({ queryKey: ['keys'], queryFn: allKeys, enabled });

export const isExpired = ({ expiresAt }: Key): boolean =>
  expiresAt !== undefined && Date.parse(expiresAt) <= Date.now();

export const isOver = (key: Key): boolean => key.revokedAt !== undefined || isExpired(key);

/** Keys that end with this one: what it made, and what those made. */
export function endingWith(keyId: string, all: readonly Key[]): readonly Key[] {
  const made = all.filter(({ createdBy }) => createdBy === keyId);
  return made.flatMap((each) => [each, ...endingWith(each.keyId, all)]).filter((each) => !isOver(each));
}
