import type { Caller } from '../../../domain/api-key/api-key.ts';
import { InvalidInputError } from '../../../domain/errors.ts';
import { isPersonId } from '../../../domain/operators/operator.ts';
import type { Reported } from '../../../use-cases/ledger/record-reported.ts';

/**
 * What somebody reports who signed in has their own id as its `operator`: who did it is in the ledger, and nobody writes another's name
 * there. A key says whoever stood at the till.
 *
 * @param isYes a no is taken whatever it says of its operator
 * @throws InvalidInputError
 */
export function underOwnName(reported: Reported, { keyId }: Caller, isYes: boolean): Reported {
  if (!isPersonId(keyId)) return reported;
  const { operator = keyId } = reported.evidence ?? {};
  if (operator !== keyId && isYes) {
    const detail = 'Whoever signs in is the operator. Leave this out, or send the own personId.';
    throw new InvalidInputError([{ pointer: '/evidence/operator', code: 'not-yours', detail }]);
  }
  return { ...reported, evidence: { ...reported.evidence, operator: keyId } };
}
