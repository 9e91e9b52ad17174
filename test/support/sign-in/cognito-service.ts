import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

/** An account as the service keeps it. */
interface Account {
  readonly sub: string;
  readonly email: string;
  isEnabled: boolean;
  status: 'FORCE_CHANGE_PASSWORD' | 'CONFIRMED';
  readonly groups: Set<string>;
  signOuts: number;
}

/** The admin calls of Amazon Cognito on loopback, in its own protocol (JSON 1.1, the operation in `X-Amz-Target`). */
export interface CognitoService {
  readonly url: string;
  readonly accounts: Account[];
  /** The operations that were called, in order. */
  readonly calls: string[];
  /** What the next call of an operation is refused with, by its name. */
  readonly refuses: Map<string, { readonly status: number; readonly type: string }>;
  stop(): Promise<void>;
}

export async function startCognito(poolId: string): Promise<CognitoService> {
  const accounts: Account[] = [];
  const calls: string[] = [];
  const refuses = new Map<string, { readonly status: number; readonly type: string }>();

  const attributesOf = ({ sub, email }: Account) => [
    { Name: 'sub', Value: sub },
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ];
  const act = (operation: string, given: Record<string, unknown>): object => {
    const refusal = refuses.get(operation);
    if (refusal !== undefined) throw refusal;
    if (given.UserPoolId !== poolId) throw { status: 400, type: 'ResourceNotFoundException' };
    const named = accounts.find(({ sub, email }) => given.Username === sub || given.Username === email);
    if (operation === 'AdminCreateUser') {
      if (given.MessageAction === 'RESEND' && named !== undefined) return {};
      if (named !== undefined) throw { status: 400, type: 'UsernameExistsException' };
      const status = 'FORCE_CHANGE_PASSWORD' as const;
      const account = { sub: randomUUID(), email: String(given.Username), status, isEnabled: true };
      accounts.push({ ...account, groups: new Set(), signOuts: 0 });
      const made = accounts.at(-1) as Account;
      return { User: { Username: made.sub, Attributes: attributesOf(made), Enabled: true, UserStatus: status } };
    }
    if (named === undefined) throw { status: 400, type: 'UserNotFoundException' };
    switch (operation) {
      case 'AdminGetUser':
        return {
          Username: named.sub,
          UserAttributes: attributesOf(named),
          Enabled: named.isEnabled,
          UserStatus: named.status,
        };
      case 'AdminEnableUser':
        named.isEnabled = true;
        return {};
      case 'AdminDisableUser':
        named.isEnabled = false;
        return {};
      case 'AdminUserGlobalSignOut':
        named.signOuts += 1;
        return {};
      case 'AdminListGroupsForUser':
        return { Groups: [...named.groups].map((GroupName) => ({ GroupName, UserPoolId: poolId })) };
      case 'AdminAddUserToGroup':
        named.groups.add(String(given.GroupName));
        return {};
      case 'AdminRemoveUserFromGroup':
        named.groups.delete(String(given.GroupName));
        return {};
      default:
        throw { status: 400, type: 'UnknownOperationException' };
    }
  };

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const operation = String(request.headers['x-amz-target']).split('.').at(-1) ?? '';
      calls.push(operation);
      const headers = { 'content-type': 'application/x-amz-json-1.1' };
      try {
        const answer = act(operation, JSON.parse(Buffer.concat(chunks).toString()));
        response.writeHead(200, headers).end(JSON.stringify(answer));
      } catch (refusal) {
        const { status, type } = refusal as { status: number; type: string };
        response.writeHead(status, headers).end(JSON.stringify({ __type: type, message: 'refused' }));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    ...{ accounts, calls, refuses },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
