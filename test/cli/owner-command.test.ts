import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { ownerCommand } from '../../cli/owner/owner-command.ts';
import { outputs, userPoolOutput } from '../../lambdas/contract/deployment.ts';
import { type SignedInApi, signedInApi } from '../support/sign-in/signed-in.ts';

const olga = 'olga@acme.example';
const poolId = 'eu-west-1_TestPool1';
let api: SignedInApi;
let cloudFormation: Server;
/** What the stack says of itself; undefined = there is no such stack. */
let stack: Readonly<Record<string, string>> | undefined;

beforeEach(async () => {
  api = await signedInApi();
  stack = { [outputs.tableName]: api.table.tableName, [userPoolOutput]: poolId };
  cloudFormation = createServer((_request, response) => {
    response.setHeader('content-type', 'text/xml');
    if (stack === undefined) return response.writeHead(400).end(missing);
    return response.end(described(stack));
  });
  await new Promise<void>((resolve) => cloudFormation.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  await api.stop();
  await new Promise((resolve) => cloudFormation.close(resolve));
});

const missing =
  '<ErrorResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id OptLedger-demo does not exist</Message></Error></ErrorResponse>';

const described = (given: Readonly<Record<string, string>>): string => {
  const members = Object.entries(given).map(
    ([key, value]) => `<member><OutputKey>${key}</OutputKey><OutputValue>${value}</OutputValue></member>`,
  );
  return `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member><StackName>OptLedger-demo</StackName><CreationTime>2026-11-26T10:00:00Z</CreationTime><StackStatus>CREATE_COMPLETE</StackStatus><Outputs>${members.join('')}</Outputs></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`;
};

/** Runs the command as against a stage that is deployed. */
async function owner(...args: readonly string[]): Promise<{ code: number; said: string }> {
  const { port } = cloudFormation.address() as AddressInfo;
  const environment = {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: inject('databaseEndpoint'),
    AWS_ENDPOINT_URL_CLOUDFORMATION: `http://127.0.0.1:${port}`,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: api.cognito.url,
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const said: string[] = [];
  const spies = (['log', 'error'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((line) => void said.push(String(line))),
  );
  try {
    return { code: await ownerCommand(args, () => api.now), said: said.join('\n') };
  } catch (thrown) {
    return { code: 2, said: thrown instanceof Error ? thrown.message : String(thrown) };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

const me = () => api.as(api.tokenOf(olga), 'GET', '/v1/me');

describe('optledger owner', () => {
  test('appoints an owner, to whom the pool writes, and who may then do everything', async () => {
    const { code, said } = await owner('--stage', 'demo', '--email', 'Olga@Acme.example');
    expect([code, said]).toEqual([0, expect.stringMatching(/^olga@acme\.example is an owner \(person_\w+\)\./)]);
    expect((await me()).body).toMatchObject({ role: 'owner', email: olga, apps: 'all' });
    const { data } = (await api.as(api.tokenOf(olga), 'GET', '/v1/audit')).body;
    expect(data).toEqual([expect.objectContaining({ by: 'command', operation: 'invitePerson', status: 201 })]);
  });

  test('may be repeated: nobody is made twice, and what failed halfway is mended', async () => {
    api.cognito.refuses.set('AdminAddUserToGroup', { status: 500, type: 'InternalErrorException' });
    expect((await owner('--stage', 'demo', '--email', olga)).code).toBe(2);
    expect(await me()).toMatchObject({ status: 401 });
    api.cognito.refuses.clear();
    expect((await owner('--stage', 'demo', '--email', olga)).code).toBe(0);
    expect((await me()).body).toMatchObject({ role: 'owner' });
    expect(api.cognito.accounts).toHaveLength(1);
    expect((await api.as(api.tokenOf(olga), 'GET', '/v1/people')).body.data).toHaveLength(1);
    expect((await api.as(api.tokenOf(olga), 'GET', '/v1/audit')).body.data).toHaveLength(1);
  });

  test('lets in again who was removed', async () => {
    await owner('--stage', 'demo', '--email', olga);
    await owner('--stage', 'demo', '--email', 'otto@acme.example');
    const { personId } = (await me()).body;
    await api.as(api.tokenOf('otto@acme.example'), 'DELETE', `/v1/people/${personId}`);
    expect(await me()).toMatchObject({ status: 401 });
    expect((await owner('--stage', 'demo', '--email', olga)).code).toBe(0);
    expect((await me()).body).toMatchObject({ role: 'owner', personId });
  });

  test('makes nobody an owner who is here as something else', async () => {
    await owner('--stage', 'demo', '--email', 'otto@acme.example');
    const body = { email: olga, role: 'auditor', apps: 'all' };
    await api.as(api.tokenOf('otto@acme.example'), 'POST', '/v1/people', { body });
    const { code, said } = await owner('--stage', 'demo', '--email', olga);
    expect([code, said]).toEqual([1, `${olga} is here as auditor. An owner changes that.`]);
    expect((await me()).body).toMatchObject({ role: 'auditor' });
  });

  test.each([
    [['--stage', 'demo'], 'Say who: --email'],
    [['--email', olga], 'Say which stage: --stage'],
    [['--stage', 'demo', '--email', 'olga'], 'is no e-mail address'],
    [['--stage', 'demo', '--email', `${olga}, eve@evil.example`], 'is no e-mail address'],
    [['--stage', 'demo', '--mail', olga], '--mail'],
  ])('says what is missing for %j', async (args, words) => {
    const { code, said } = await owner(...args);
    expect([code, said]).toEqual([2, expect.stringContaining(words)]);
    expect(api.cognito.accounts).toEqual([]);
  });

  test('says what lacks where there is no pool, and no stage', async () => {
    stack = { [outputs.tableName]: api.table.tableName };
    expect((await owner('--stage', 'demo', '--email', olga)).said).toContain('signInDomain');
    stack = undefined;
    expect((await owner('--stage', 'demo', '--email', olga)).said).toContain('does not exist');
    expect(api.cognito.accounts).toEqual([]);
  });
});
