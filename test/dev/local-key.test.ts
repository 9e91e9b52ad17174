import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { localModeForTests } from '../support/local-mode.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const app = { appId: 'kept', displayName: 'Kept', locale: 'en', timeZone: 'UTC', purposes: [] };
const no = { user: { phone: '+14155550101' }, purposes: 'all', saidAt: '2026-11-20T10:00:00Z' };

/** Starts local mode on the same folder, reports a no, and gives the status. */
async function answered(folder: string): Promise<number> {
  const { baseUrl, apiKey, stop } = await localModeForTests(folder);
  const post = (path: string, body: object) =>
    fetch(`${baseUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  try {
    await post('/v1/apps', app);
    return (await post('/v1/apps/kept/opt-outs', { ...no, source: 'policy', by: 'controller' })).status;
  } finally {
    await stop();
  }
}

test('local mode too serves nothing under another identifier key, and serves again under the right one', async () => {
  const folder = temporaryFolder();
  const secrets = join(folder, 'secrets.json');
  expect(await answered(folder)).toBe(201);
  const right = readFileSync(secrets, 'utf8');
  writeFileSync(secrets, JSON.stringify({ ...JSON.parse(right), identifierKey: 'x'.repeat(43) }));
  expect(await answered(folder)).toBe(503);
  writeFileSync(secrets, right);
  expect(await answered(folder)).toBeLessThan(300);
}, 120_000);
