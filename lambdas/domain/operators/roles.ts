import type { KeyRights } from '../api-key/api-key.ts';

/** What a person of the business is here. The groups of the user pool are called the same. */
export const roles = ['owner', 'marketer', 'support', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** The words of the business: notices, points, the look, exports with their counts. No phone number of anybody. */
const marketer = [
  'apps:read',
  'brand:write',
  'collection:read',
  'collection:write',
  'eligibility:read',
  'exports:counts',
  'exports:write',
  'imports:read',
  'imports:write',
];

/** Scopes of each role; an owner has every one there is (docs/people.md has the table, and why). */
const scopesOf: { readonly [R in Exclude<Role, 'owner'>]: readonly string[] } = {
  marketer,
  support: ['apps:read', 'collection:read', 'consent:write', 'eligibility:read', 'links:write', 'users:read'],
  auditor: [
    'apps:read',
    'audit:read',
    'collection:read',
    'eligibility:read',
    'exports:counts',
    'imports:read',
    'users:read',
  ],
};

/** What a marketer may do besides, who was given people's numbers. */
const withNumbers = ['users:read', 'exports:read', 'links:write'];

/** What an owner gives to somebody. */
export interface Appointment {
  readonly role: Role;
  /** App ids, or `*` for all apps, also those made later. An owner has all. */
  readonly apps: readonly string[] | '*';
  /** Whether a marketer sees people's numbers and downloads audiences; the other roles say it themselves. */
  readonly numbers?: boolean | undefined;
}

/**
 * What somebody may do.
 *
 * @param everything every scope that there is
 */
export function rightsOf({ role, apps, numbers }: Appointment, everything: readonly string[]): KeyRights {
  if (role === 'owner') return { scopes: everything, apps: '*' };
  return { scopes: [...scopesOf[role], ...(role === 'marketer' && numbers === true ? withNumbers : [])], apps };
}
