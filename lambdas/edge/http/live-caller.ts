import { scopes } from '../../contract/routes.ts';
import type { ApiKey, Caller } from '../../domain/api-key/api-key.ts';
import { isPersonId } from '../../domain/operators/operator.ts';
import { rightsOf } from '../../domain/operators/roles.ts';
import type { KeyStore } from '../../use-cases/admin/key-ports.ts';
import type { Clock } from '../../use-cases/ledger/ports.ts';
import type { OperatorStore } from '../../use-cases/operators/ports.ts';
import { UnauthenticatedError } from './refusals.ts';

export interface LiveCallerDeps {
  readonly keys: Pick<KeyStore, 'findLive'>;
  /** The people who sign in. @default - nobody does */
  readonly operators?: Pick<OperatorStore, 'find'> | undefined;
  readonly now: Clock;
}

/**
 * Who calls, as it is stored now: a key, or the rights of a person under their id. The answer of the authorizer may be a minute old, and
 * whoever has ended must not make or touch a key or a person in that minute.
 *
 * @returns what throws UnauthenticatedError of whoever has ended, or may less by now than the authorizer said
 */
export function liveCaller({ keys, operators, now }: LiveCallerDeps): (caller: Caller) => Promise<ApiKey> {
  return async (caller) => {
    if (!isPersonId(caller.keyId)) {
      const own = await keys.findLive(caller.keyId, now());
      if (own === undefined) throw new UnauthenticatedError('This API key has ended.');
      return own;
    }
    const operator = await operators?.find(caller.keyId);
    if (operator === undefined || operator.removedAt !== undefined) {
      throw new UnauthenticatedError('This account was removed.');
    }
    const rights = rightsOf(operator, scopes);
    if (!caller.scopes.every((scope) => rights.scopes.includes(scope))) {
      throw new UnauthenticatedError('The role of this account has changed. Sign in again.');
    }
    return { ...rights, keyId: operator.personId, name: operator.role, createdAt: operator.invitedAt };
  };
}
