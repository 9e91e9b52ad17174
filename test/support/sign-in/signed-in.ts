import { accessTokens } from '../../../lambdas/adapters/sign-in/access-tokens.ts';
import { accountPool } from '../../../lambdas/adapters/sign-in/account-pool.ts';
import type { AuthorizerContext } from '../../../lambdas/edge/http/caller.ts';
import { type TestApi, testApi } from '../api/api.ts';
import type { Call, SeenAnswer } from '../api/http-event.ts';
import { type CognitoService, startCognito } from './cognito-service.ts';
import { startUserPool, type TestUserPool } from './test-pool.ts';

/** The API of a stage with a user pool, on whose behalf people sign in. */
export interface SignedInApi extends TestApi {
  readonly cognito: CognitoService;
  readonly userPool: TestUserPool;
  /** Appoints the first owner, as the command does, and gives the person's id. */
  firstOwner(email: string): Promise<string>;
  /** A new access token of whoever has this address, as their account is now. */
  tokenOf(email: string, claims?: { readonly [name: string]: unknown }): string;
  /** Calls with a token, through the authorizer. */
  as(token: string, method: string, path: string, call?: Call): Promise<SeenAnswer>;
  stop(): Promise<void>;
}

export async function signedInApi(): Promise<SignedInApi> {
  let api: TestApi | undefined;
  const now = () => api?.now ?? 0;
  const cognito = await startCognito('eu-west-1_TestPool1');
  const userPool = await startUserPool(() => now() / 1000);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const pool = accountPool('eu-west-1_TestPool1', {
    ...{ endpoint: cognito.url, region: 'eu-west-1', credentials },
    maxAttempts: 1,
  });
  api = await testApi({ pool, tokens: accessTokens(userPool, now) });
  const account = (email: string) => {
    const found = cognito.accounts.find((each) => each.email === email);
    if (found === undefined) throw new Error(`Nobody has ${email}.`);
    return found;
  };
  return Object.assign(api, {
    cognito,
    userPool,
    firstOwner: async (email: string) => {
      const { username } = await pool.invite(email);
      const personId = (api as TestApi).operators.personIdOf(username);
      const owner = { personId, username, email, role: 'owner', apps: '*', invitedAt: now(), version: 1 } as const;
      await (api as TestApi).operators.save(undefined, owner, undefined);
      await pool.setRole(username, 'owner');
      return personId;
    },
    tokenOf: (email: string, claims = {}) => {
      const { sub, groups } = account(email);
      return userPool.token({ sub, username: sub, 'cognito:groups': [...groups], ...claims });
    },
    as: async (token: string, method: string, path: string, call: Call = {}) => {
      const { isAuthorized, context } = await (api as TestApi).authorize(`Bearer ${token}`);
      if (!isAuthorized) throw new Error('The gateway answers 403.');
      return (api as TestApi).call(method, path, { ...call, key: context as AuthorizerContext });
    },
    stop: async () => {
      await cognito.stop();
      await userPool.stop();
    },
  });
}
