import type { Role, Scope } from './session.ts';

/** `numbers`: a marketer who was given people's numbers. */
type Holder = Role | 'numbers';

/** Whose role has a scope, as docs/people.md says it; a test holds it to the API's own table. */
export const whoMay: { readonly [S in Scope]: readonly Holder[] } = {
  'apps:read': ['owner', 'marketer', 'support', 'auditor'],
  'apps:write': ['owner'],
  'consent:write': ['owner', 'support'],
  'users:read': ['owner', 'support', 'auditor', 'numbers'],
  'eligibility:read': ['owner', 'marketer', 'support', 'auditor'],
  'exports:read': ['owner', 'numbers'],
  'exports:write': ['owner', 'marketer'],
  'collection:read': ['owner', 'marketer', 'support', 'auditor'],
  'collection:write': ['owner', 'marketer'],
  'links:write': ['owner', 'support', 'numbers'],
  'keys:write': ['owner'],
  'brand:write': ['owner', 'marketer'],
  'exports:counts': ['owner', 'marketer', 'auditor'],
  'people:write': ['owner'],
  'audit:read': ['owner', 'auditor'],
  'messages:send': ['owner'],
  'imports:read': ['owner', 'marketer', 'auditor'],
  'imports:write': ['owner', 'marketer'],
};
