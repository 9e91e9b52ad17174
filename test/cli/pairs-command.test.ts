import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { pairsCommand } from '../../cli/pairs/pairs-command.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { readAll } from '../support/table/table-audit.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const people = 120;
const numberOf = (n: number) => `1415555${1000 + n}`;
let bench: LedgerBench;
let secrets: Server;

/** Secrets Manager, which knows one secret. */
beforeAll(async () => {
  secrets = createServer((_request, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ Name: 'key', SecretString: identifierKey }));
  });
  await new Promise<void>((resolve) => secrets.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => secrets.close(resolve)));
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(noon);
});

/** Runs the command against the table as against one that is deployed; what it throws is what `optledger` says and ends with 2. */
async function pairs(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { port } = secrets.address() as AddressInfo;
  const environment = {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: bench.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
    // No local mode runs on this folder.
    OPTLEDGER_DATA: temporaryFolder(),
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const [out, err]: [string[], string[]] = [[], []];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void out.push(`${line}\n`));
  const error = vi.spyOn(console, 'error').mockImplementation((line) => void err.push(`${line}\n`));
  try {
    return { code: await pairsCommand(args), out: out.join(''), err: err.join('') };
  } catch (thrown) {
    return { code: 2, out: out.join(''), err: thrown instanceof Error ? thrown.message : String(thrown) };
  } finally {
    for (const spy of [log, error]) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

const stage = () => ['--table', bench.table.tableName, '--identifier-key-secret', 'key'];

/** Two apps; in the first, people with pairs as a version before stored them, some of them proven by their ledger. */
async function peopleOfBefore(): Promise<void> {
  const store = appStore(bench.table, bench.now);
  await store.create(acme);
  await store.create({ ...acme, appId: 'zeta', whatsapp: undefined, smsNumbers: [] });
  for (let n = 0; n < people; n += 1) {
    const both = { phone: numberOf(n), bsuid: `US.${1000 + n}` };
    if (n % 3 === 0) await bench.hear(both, noon);
    if (n % 3 === 1) await bench.say(both, { provider: true });
    await bench.say({ phone: both.phone }, { action: 'revoked', purposes: ['news'] });
  }
  for (const home of (await readAll(bench)).homes) await update(home.place, 'SET pa = :t REMOVE pr', { ':t': noon });
}

async function update(place: string, UpdateExpression: string, ExpressionAttributeValues?: object): Promise<void> {
  const { documents, tableName: TableName } = bench.table;
  const Key = { pk: `acme#${place}`, sk: 'S' };
  await documents.send(
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression,
      ...(ExpressionAttributeValues && { ExpressionAttributeValues }),
    }),
  );
}

test('settle looks at everybody once; repeating it finds nothing to do', async () => {
  await peopleOfBefore();
  const first = await pairs('settle', ...stage());
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/\n1\d\d looked at: 40 proven, 40 split, 0 failed, \d+ had nothing to settle\.\n$/);
  // Ids only.
  expect(first.out).not.toContain('1415555');
  const split = (await readAll(bench)).homes.filter(
    ({ subject }) => subject.bsuid !== undefined && subject.phone === undefined,
  );
  expect(split).toHaveLength(40);
  expect(split.every(({ subject }) => subject.registers.news?.R2 !== undefined)).toBe(true);
  expect((await pairs('settle', ...stage())).out).toBe(
    '160 looked at: 0 proven, 0 split, 0 failed, 160 had nothing to settle.\n',
  );
});

test('somebody who cannot be settled holds up nobody, and is named', async () => {
  await peopleOfBefore();
  const { homes } = await readAll(bench);
  const broken = homes.find(({ subject }) => subject.phone === numberOf(0));
  // Nobody can be taken off the place of a BSUID where somebody else lives.
  await update(broken?.place ?? '', 'SET b = :b', { ':b': 'US.2000' });
  await bench.hear({ bsuid: 'US.2000' }, noon);
  const { code, out, err } = await pairs('settle', ...stage());
  expect(code).toBe(1);
  expect(err).toBe(`acme  ${broken?.subject.userId}  failed: TryAgainError\n`);
  expect(out).toMatch(/40 proven, 39 split, 1 failed, \d+ had nothing to settle\.\n$/);
});

test.each([
  ['nothing', [], 'Say settle'],
  ['an unknown word', ['forget'], 'Say settle'],
  ['one word too many', ['settle', 'all'], 'Say settle'],
  ['an option that is none', ['settle', '--force'], 'There is no flag "--force"'],
  ['a stage without its key', ['settle', '--table', 'x'], 'needs --identifier-key-secret'],
  ['no table, where no local mode runs', ['settle'], 'npm start'],
])('what cannot be done says why: %s', async (_name, args, why) => {
  expect(await pairs(...args)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(why),
  });
});
