import type { CognitoIdentityProviderClientConfig, UserType } from '@aws-sdk/client-cognito-identity-provider';
import { InvalidInputError, NotFoundError, TryAgainError } from '../../domain/errors.ts';
import { roles } from '../../domain/operators/roles.ts';
import type { AccountPool } from '../../use-cases/operators/ports.ts';

/**
 * The accounts of one Amazon Cognito user pool, by the admin calls of its API. Its users are named by e-mail, so the pool calls each of
 * them by their `sub`. The client is loaded when the first call is made.
 *
 * @param config where the service is, for tests; @default - as the SDK finds it
 */
export function accountPool(UserPoolId: string, config: CognitoIdentityProviderClientConfig = {}): AccountPool {
  let loading: ReturnType<typeof load> | undefined;
  const load = async () => {
    const sdk = await import('@aws-sdk/client-cognito-identity-provider');
    return { sdk, client: new sdk.CognitoIdentityProviderClient({ maxAttempts: 3, ...config }) };
  };
  const opened = () => {
    loading ??= load();
    return loading;
  };

  const groupsOf = async (Username: string) => {
    const { sdk, client } = await opened();
    const { Groups = [] } = await client.send(new sdk.AdminListGroupsForUserCommand({ UserPoolId, Username }));
    return Groups.flatMap(({ GroupName }) => GroupName ?? []);
  };
  const setRole: AccountPool['setRole'] = async (Username, role) => {
    const { sdk, client } = await opened();
    const before = await groupsOf(Username);
    // First what is taken away.
    for (const GroupName of roles.filter((each) => each !== role && before.includes(each))) {
      await client.send(new sdk.AdminRemoveUserFromGroupCommand({ UserPoolId, Username, GroupName }));
    }
    if (role === undefined || before.includes(role)) return;
    await client.send(new sdk.AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: role }));
  };

  /** An account that is there already: whoever was removed is let in again, and gets the invitation again if it was never taken up. */
  const again = async (email: string) => {
    const { sdk, client } = await opened();
    const { UserAttributes, UserStatus, Enabled } = await client.send(
      new sdk.AdminGetUserCommand({ UserPoolId, Username: email }),
    );
    const username = subOf(UserAttributes);
    if (Enabled !== true) await client.send(new sdk.AdminEnableUserCommand({ UserPoolId, Username: username }));
    if (UserStatus === 'FORCE_CHANGE_PASSWORD') {
      await client.send(new sdk.AdminCreateUserCommand({ UserPoolId, Username: email, MessageAction: 'RESEND' }));
    }
    return { username };
  };

  return {
    invite: (email) =>
      told(async () => {
        const { sdk, client } = await opened();
        try {
          const { User } = await client.send(
            new sdk.AdminCreateUserCommand({
              UserPoolId,
              Username: email,
              UserAttributes: [
                { Name: 'email', Value: email },
                // The invitation goes there, so whoever signs in has read it.
                { Name: 'email_verified', Value: 'true' },
              ],
              DesiredDeliveryMediums: ['EMAIL'],
            }),
          );
          return { username: subOf(User?.Attributes) };
        } catch (error) {
          if (nameOf(error) === 'UsernameExistsException') return again(email);
          throw error;
        }
      }),

    setRole: (username, role) => told(() => setRole(username, role)),

    end: (Username) =>
      told(async () => {
        const { sdk, client } = await opened();
        try {
          await client.send(new sdk.AdminDisableUserCommand({ UserPoolId, Username }));
          await client.send(new sdk.AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
          await setRole(Username, undefined);
        } catch (error) {
          if (nameOf(error) !== 'UserNotFoundException') throw error;
        }
      }),
  };
}

function subOf(attributes: UserType['Attributes']): string {
  const sub = attributes?.find(({ Name }) => Name === 'sub')?.Value;
  if (sub === undefined) throw new Error('The user pool names no sub of this account.');
  return sub;
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');
const full = ['TooManyRequestsException', 'LimitExceededException', 'CodeDeliveryFailureException'];

/** What of the pool's refusals the caller can understand. */
async function told<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (nameOf(error) === 'InvalidParameterException') {
      const detail = 'The user pool takes no such address.';
      throw new InvalidInputError([{ pointer: '/email', code: 'not-an-email', detail }]);
    }
    if (nameOf(error) === 'UserNotFoundException') {
      throw new NotFoundError('The account was deleted from the user pool. Remove this person and invite them again.');
    }
    if (full.includes(nameOf(error))) {
      const detail = 'The user pool takes no more calls or e-mails at the moment; its own sender writes 50 a day.';
      throw new TryAgainError(detail, 60);
    }
    // What our own rights lack is ours to mend; all else passes.
    const { $fault } = error as { readonly $fault?: unknown };
    if ($fault === 'client') throw error;
    throw new TryAgainError('The user pool does not answer at the moment.', 5);
  }
}
