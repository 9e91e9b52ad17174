import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { asideCommand } from '../../cli/aside/aside-command.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { keptAside } from '../../lambdas/adapters/dynamodb/messages/kept-aside.ts';
import { acme, identifierKey, type LedgerBench, ledgerBench } from '../support/ledger/ledger-bench.ts';
import { ledgerRows } from '../support/table/rows.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let bench: LedgerBench;
let secrets: Server;
const asked: string[] = [];

/** Secrets Manager, which knows one secret. */
beforeAll(async () => {
  secrets = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      asked.push(body);
      response.setHeader('content-type', 'application/x-amz-json-1.1');
      response.end(JSON.stringify({ Name: 'key', SecretString: identifierKey }));
    });
  });
  await new Promise<void>((resolve) => secrets.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => secrets.close(resolve)));
beforeEach(async () => {
  bench = await ledgerBench();
  bench.setNow(Date.now());
  asked.length = 0;
});

/** Runs the command against the table as against one that is deployed; what it throws is what `optledger` says and ends with 2. */
async function aside(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
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
    return { code: await asideCommand(args), out: out.join(''), err: err.join('') };
  } catch (thrown) {
    return { code: 2, out: out.join(''), err: thrown instanceof Error ? thrown.message : String(thrown) };
  } finally {
    for (const spy of [log, error]) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

const keepStop = () =>
  keptAside(bench.table, bench.now).keep('unknown-number', {
    field: 'messages',
    phoneNumberId: '106540352242922',
    item: { from: '16505551234', id: 'wamid.1', timestamp: '1763640000', type: 'text', text: { body: 'STOP' } },
  });

test('list shows what lies aside, and what was received only when asked', async () => {
  await keepStop();
  const table = ['--table', bench.table.tableName];
  const short = await aside('list', ...table);
  expect(short).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^\d{4}-\d\d-\d\dT\S+#\S+ {2}unknown-number {2}\d+ bytes\n1 kept aside\.\n$/),
  });
  expect((await aside('list', '--parts', ...table)).out).toContain('"STOP"');
  expect((await aside('list', '--day', '2020-01-01', ...table)).out).toBe('Nothing lies aside.\n');
  // Looking needs no key.
  expect(asked).toEqual([]);
});

test('retry hears it again, takes away what is stored, and says what is still kept', async () => {
  await keepStop();
  const stage = ['--table', bench.table.tableName, '--identifier-key-secret', 'key'];
  const before = await aside('retry', '--all', ...stage);
  expect(before).toMatchObject({ code: 1, out: expect.stringContaining('still kept: unknown-number') });
  expect(before.out).not.toContain('STOP');

  await appStore(bench.table, bench.now).create(acme);
  const [id = ''] = before.out.split(' ');
  expect(await aside('retry', id, ...stage)).toMatchObject({ code: 0, out: expect.stringContaining('1 of 1 stored.') });
  expect(await ledgerRows(bench.table)).toMatchObject([{ action: 'revoked', at: 1_763_640_000_000 }]);
  expect((await aside('list', ...stage)).out).toBe('Nothing lies aside.\n');
  expect(await aside('retry', id, ...stage)).toMatchObject({
    code: 2,
    err: expect.stringContaining('Nothing lies aside under'),
  });
});

test.each([
  ['nothing', [], 'Say list or retry.'],
  ['an unknown word', ['forget'], 'There is no act "forget". There are: list, retry.'],
  ['a word too many', ['list', 'all'], 'list takes no "all"'],
  ['a retry of nothing in particular', ['retry'], 'its id, --day, or --all'],
  ['a day that is none', ['list', '--day', 'today'], '--day takes a day like 2026-11-21, not "today"'],
  ['an option that is none', ['list', '--force'], 'There is no flag "--force"'],
  ['a stage without its key', ['retry', '--all', '--table', 'x'], 'needs --identifier-key-secret'],
  ['no table, where no local mode runs', ['list'], 'npm start'],
])('what cannot be done says why: %s', async (_name, args, why) => {
  expect(await aside(...args)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(why),
  });
});
