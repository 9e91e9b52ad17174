import { scopes } from '../../../contract/routes.ts';
import { holds, type KeyRights } from '../../../domain/api-key/api-key.ts';
import type { Operator } from '../../../domain/operators/operator.ts';
import { rightsOf } from '../../../domain/operators/roles.ts';
import { formatInstant, formatInstantIfAny } from '../../fields/instant.ts';
import type { View } from '../../http/operation.ts';
import type { personAnswer } from './answers.ts';

/** Somebody of the business, as shown. */
export function personView(operator: Operator): View<typeof personAnswer> {
  const { personId, email, role, apps, invitedAt, invitedBy, lastSeenAt, removedAt } = operator;
  return {
    personId,
    email,
    role,
    apps: apps === '*' ? 'all' : apps,
    numbers: seesNumbers(operator),
    invitedAt: formatInstant(invitedAt),
    invitedBy,
    lastSeenAt: formatInstantIfAny(lastSeenAt),
    removedAt: formatInstantIfAny(removedAt),
  };
}

export const seesNumbers = (operator: Operator): boolean => holds(rightsOf(operator, scopes), 'users:read');

/** Rights in words that a caller can look a scope up in. */
export const rightsView = (rights: KeyRights) => ({
  scopes: scopes.filter((scope) => holds(rights, scope)),
  apps: rights.apps === '*' ? ('all' as const) : rights.apps,
});
