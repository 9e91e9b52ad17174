import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { reconcileCommand } from '../../cli/reconcile/reconcile-command.ts';
import { mustBeKeyOfTable } from '../../lambdas/adapters/dynamodb/directory/key-check.ts';
import { appKey } from '../../lambdas/adapters/dynamodb/table/stage-keys.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { rowsWhere } from '../support/table/rows.ts';
import { consentOf } from '../support/table/table-audit.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const ana = { phone: '525512345678' };
const secret = { value: identifierKey };
let bench: LedgerBench;
let secrets: Server;

beforeAll(async () => {
  secrets = createServer((_request, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(JSON.stringify({ Name: 'key', SecretString: secret.value }));
  });
  await new Promise<void>((resolve) => secrets.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => secrets.close(resolve)));
beforeEach(async () => {
  secret.value = identifierKey;
  bench = await ledgerBench();
  bench.setNow(noon);
  await put({ ...appKey('acme'), ...acme });
  await mustBeKeyOfTable(bench.table, identifierKey, { keeps: true });
  await bench.say(ana);
});

const put = (item: object) =>
  bench.table.documents.send(new PutCommand({ TableName: bench.table.tableName, Item: { ...item } }));

/** Runs the command against the table as against one that is deployed. */
async function reconcile(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const { port } = secrets.address() as AddressInfo;
  const environment = {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: bench.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
    OPTLEDGER_DATA: temporaryFolder(),
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const [out, err]: [string[], string[]] = [[], []];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void out.push(`${line}\n`));
  const error = vi.spyOn(console, 'error').mockImplementation((line) => void err.push(`${line}\n`));
  const stage = ['--table', bench.table.tableName, '--identifier-key-secret', 'key'];
  try {
    return { code: await reconcileCommand([...args, ...stage], bench.now), out: out.join(''), err: err.join('') };
  } catch (thrown) {
    return { code: 2, out: out.join(''), err: thrown instanceof Error ? thrown.message : String(thrown) };
  } finally {
    for (const spy of [log, error]) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** The state of before a stop, beside the ledger that has it. */
async function torn(): Promise<void> {
  const before = await rowsWhere(bench.table, /^acme#([\w-]{22}|E#.*)$/);
  bench.setNow(noon + 60_000);
  await bench.say(ana, { action: 'revoked', purposes: 'all', level: 3, provider: true, source: 'whatsapp-message' });
  for (const row of before) await put(row);
}

test('a table that agrees: exit code 0', async () => {
  expect(await reconcile()).toEqual({
    code: 0,
    out: '0 to mend, 0 with something lost. Nothing was written; --write does it.\n',
    err: '',
  });
});

test('without --write it says what it would mend, by userId, and ends with 1; nothing is written', async () => {
  await torn();
  const before = await rowsWhere(bench.table, /./);
  const { code, out } = await reconcile();
  expect([code, out]).toEqual([1, expect.stringMatching(/^acme {2}usr_[\w-]{33} {2}1 acts of the ledger were not/)]);
  expect(out).not.toContain(ana.phone);
  expect(await rowsWhere(bench.table, /./)).toEqual(before);
});

test('with --write it mends, and finds nothing after that', async () => {
  await torn();
  expect(await reconcile('--write')).toMatchObject({ code: 0, out: expect.stringContaining('1 mended, 0 written') });
  expect(await consentOf(bench, ana)).toMatchObject({ offers: 'opted-out' });
  expect(await reconcile()).toMatchObject({ code: 0 });
});

test('with the key of another table it does nothing', async () => {
  await torn();
  const before = await rowsWhere(bench.table, /./);
  secret.value = 'a key that somebody wrote into the secret';
  expect(await reconcile('--write')).toMatchObject({
    code: 2,
    err: expect.stringContaining('not the one of its table'),
  });
  expect(await rowsWhere(bench.table, /./)).toEqual(before);
});

test('anything beside its options is refused', async () => {
  expect(await reconcile('everything')).toMatchObject({
    code: 2,
    err: expect.stringContaining('"everything" is no flag'),
  });
});
