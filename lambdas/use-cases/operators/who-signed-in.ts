import type { Operator } from '../../domain/operators/operator.ts';
import type { SignInRefusal } from '../../domain/operators/sign-in.ts';
import type { Milliseconds } from '../../domain/time.ts';
import type { AccessTokens, OperatorStore } from './ports.ts';

export interface SignInDeps {
  readonly tokens: AccessTokens;
  readonly operators: OperatorStore;
}

/**
 * Whose access token this is. The role counts only where the token's groups and our own table name the same one, so neither a token from
 * before a change nor an account that somebody put into a group makes anybody anything.
 *
 * @throws TryAgainError
 */
export async function whoSignedIn(
  { tokens, operators }: SignInDeps,
  token: string,
  now: Milliseconds,
): Promise<{ readonly operator: Operator; readonly until: Milliseconds } | { readonly refused: SignInRefusal }> {
  const read = await tokens.read(token, now);
  if ('refused' in read) return read;
  const operator = await operators.find(operators.personIdOf(read.username));
  if (operator === undefined || operator.removedAt !== undefined || !read.groups.includes(operator.role)) {
    return { refused: 'no-role' };
  }
  return { operator, until: read.expiresAt };
}
