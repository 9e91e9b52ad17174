import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test, vi } from 'vitest';
import { recountCommand } from '../../cli/recount/recount-command.ts';
import { appStore } from '../../lambdas/adapters/dynamodb/admin/app-store.ts';
import { censusKey } from '../../lambdas/adapters/dynamodb/table/app-keys.ts';
import type { App } from '../../lambdas/domain/app/app.ts';
import { counted, countedByHand } from '../support/ledger/counted.ts';
import { acme, type LedgerBench, ledgerBench, noon } from '../support/ledger/ledger-bench.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** More than are told at once. */
const people = 120;
const { whatsapp: _number, ...without } = acme;
const other: App = { ...without, appId: 'other', smsNumbers: [] };
let bench: LedgerBench;

/** Two apps from before there was a census. */
beforeEach(async () => {
  bench = await ledgerBench();
  const apps = appStore(bench.table, bench.now);
  for (const app of [acme, other]) {
    await apps.create(app);
    await forget(app.appId);
  }
});

const forget = (appId: string) =>
  bench.table.documents.send(new DeleteCommand({ TableName: bench.table.tableName, Key: { ...censusKey(appId) } }));

/** Runs the command against the table as against one that is deployed. */
async function recount(...args: readonly string[]): Promise<{ code: number; out: readonly string[] }> {
  const environment = {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: bench.endpoint,
    // No local mode runs on this folder.
    OPTLEDGER_DATA: temporaryFolder(),
  };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const out: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void out.push(String(line)));
  try {
    return { code: await recountCommand(args, bench.now), out };
  } finally {
    log.mockRestore();
    vi.unstubAllEnvs();
  }
}

test('counts everybody of every app, and says how many; no number is told', async () => {
  for (let n = 0; n < people; n += 1) await bench.say({ phone: `1415555${1000 + n}` });
  await bench.say({ phone: '14155551000' }, { provider: true, level: 3, action: 'revoked', purposes: 'all' });
  await bench.sayTo(other, { phone: '14155551000' });
  expect(await counted(bench, acme)).toBeUndefined();
  const { code, out } = await recount('--table', bench.table.tableName);
  expect([code, out]).toEqual([0, ['acme  120 counted', 'other  1 counted']]);
  for (const app of [acme, other]) {
    const { openWindows: _none, ...byHand } = await countedByHand(bench, app);
    expect(await counted(bench, app)).toEqual({ ...byHand, openWindows: undefined });
  }
  bench.setNow(noon + 86_400_000);
  expect((await counted(bench, acme))?.openWindows).toBe(0);
});

test('counts one app alone, and knows which there are', async () => {
  await bench.say({ phone: '14155551000' });
  expect(await recount('--table', bench.table.tableName, '--app', 'acme')).toEqual({
    code: 0,
    out: ['acme  1 counted'],
  });
  expect(await counted(bench, other)).toBeUndefined();
  await expect(recount('--table', bench.table.tableName, '--app', 'none')).rejects.toThrow('There is no app none.');
  await expect(recount('acme')).rejects.toThrow('nothing else is taken here');
});
