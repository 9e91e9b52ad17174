import { scopes } from '../../../contract/routes.ts';
import { TryAgainError } from '../../../domain/errors.ts';
import { rightsOf } from '../../../domain/operators/roles.ts';
import type { Milliseconds } from '../../../domain/time.ts';
import type { BadKeys } from '../../../edge/http/bad-keys.ts';
import { type AuthorizerContext, contextOf, type NotSignedIn, type TooManyBadKeys } from '../../../edge/http/caller.ts';
import { logger } from '../../../edge/runtime/logger.ts';
import { type SignInDeps, whoSignedIn } from '../../../use-cases/operators/who-signed-in.ts';

/**
 * What the authorizer says of an access token. It always lets through, because it can itself only answer 403 without a reason. A forged
 * token is counted as a wrong key; one that has run out, or whose role is gone, was good.
 *
 * @param stageRate units a second of somebody who signed in
 */
export async function bySignIn(
  deps: SignInDeps,
  { token, sourceIp, now }: { readonly token: string; readonly sourceIp: string; readonly now: Milliseconds },
  bad: BadKeys,
  stageRate: number | undefined,
): Promise<AuthorizerContext | NotSignedIn | TooManyBadKeys> {
  let who: Awaited<ReturnType<typeof whoSignedIn>>;
  try {
    who = await whoSignedIn(deps, token, now);
  } catch (error) {
    if (!(error instanceof TryAgainError)) throw error;
    logger.failure('sign in not checked', error);
    return { refused: 'unavailable' };
  }
  if ('refused' in who) {
    logger.info('sign in refused', { code: who.refused });
    const isForged = who.refused !== 'expired' && who.refused !== 'no-role';
    const wait = isForged ? bad.count(sourceIp) : undefined;
    return wait === undefined ? { refused: who.refused } : { waitSeconds: String(wait) };
  }
  const { operator, until } = who;
  // Who calls is known; that the time could not be kept must not lock anybody out.
  await deps.operators.noteSeen(operator, now).catch((error: unknown) => logger.failure('use not noted', error));
  return contextOf({ keyId: operator.personId, ...rightsOf(operator, scopes), until }, stageRate);
}
