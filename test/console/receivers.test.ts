import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Program, programs, receiverIn } from '../../console/src/callbacks/receivers.ts';

const key = randomBytes(24);
const body = JSON.stringify({ type: 'user.opted_out', userId: 'usr_añb', sequence: 3, data: { text: 'adiós 👋' } });

function signed(at: number, text = body) {
  const signature = createHmac('sha256', key).update(`evt_1.${at}.${text}`).digest('base64');
  return { 'webhook-id': 'evt_1', 'webhook-timestamp': String(at), 'webhook-signature': `v1,AAAA v1,${signature}` };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts what the console shows, as a program of its own. */
async function started(program: Program): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'optledger-receiver-'));
  const port = await freePort();
  const file = join(folder, program === 'python' ? 'receiver.py' : 'receiver.mjs');
  const package_ = new URL('../../node_modules/standardwebhooks/dist/index.js', import.meta.url).href;
  const code = receiverIn(program).replace('8080', String(port)).replace("'standardwebhooks'", `'${package_}'`);
  writeFileSync(file, code);
  const env = { ...process.env, OPTLEDGER_CALLBACK_SECRET: `whsec_${key.toString('base64')}` };
  const child = spawn(program === 'python' ? 'python3' : process.execPath, [file], { env, stdio: 'ignore' });
  onTestFinished(() => {
    child.kill();
    rmSync(folder, { recursive: true });
  });
  const url = `http://127.0.0.1:${port}/`;
  await expect
    .poll(
      () =>
        fetch(url, { method: 'PUT' }).then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  return url;
}

describe.each(programs)('the receiver that is shown for %s', (program) => {
  test('takes what is signed by us, and nothing else', { timeout: 30_000 }, async () => {
    const url = await started(program);
    const now = Math.floor(Date.now() / 1000);
    const sent = async (headers: object, text = body): Promise<number> =>
      (await fetch(url, { method: 'POST', headers: { ...headers }, body: text })).status;
    expect(await sent(signed(now))).toBe(204);
    expect(await sent(signed(now), body.replace('3', '4'))).toBe(401);
    expect(await sent(signed(now - 3_600))).toBe(401);
    expect(await sent({ ...signed(now), 'webhook-signature': 'v1,AAAA' })).toBe(401);
  });
});
