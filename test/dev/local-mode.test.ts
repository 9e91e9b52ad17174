import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { curlLines } from '../../dev/demo/curl-lines.ts';
import { openDemoShop } from '../../dev/demo/demo-shop.ts';
import { type LocalModeForTests, localModeForTests } from '../support/local-mode.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const hour = 3_600_000;
const shop = '/v1/apps/demo';

type Answer = Readonly<Record<string, unknown>>;

async function ask(
  { baseUrl, apiKey }: LocalModeForTests,
  path: string,
  body?: object,
): Promise<{ status: number; body: Answer }> {
  const response = await fetch(`${baseUrl}${path}`, {
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Answer };
}

const shell = async (command: string): Promise<Answer> =>
  JSON.parse((await run('sh', ['-c', command])).stdout) as Answer;

async function tour(system: LocalModeForTests): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const command of await curlLines(system)) answers.push(await shell(command));
  return answers;
}

const check = async (system: LocalModeForTests, waId: string, message = 'template'): Promise<Answer> =>
  (await ask(system, `${shop}/eligibility`, { user: { waId }, purpose: 'offers', message })).body;

describe('a first start and a second', () => {
  it('run the tour as printed, hear a STOP and an SMS, answer them, and find everything again', {
    timeout: 120_000,
  }, async () => {
    const folder = temporaryFolder();
    const first = await localModeForTests(folder);
    onTestFinished(first.stop);
    const [app, optIn, allowed, users, requested, notice, point] = await tour(first);
    expect(app).toMatchObject({ appId: 'demo' });
    expect(optIn).toMatchObject({ outcomes: [{ applied: true }, { applied: true }] });
    expect(allowed).toMatchObject({ decision: 'allow' });
    expect(users?.data).toHaveLength(1);
    expect(notice).toMatchObject({ noticeId: 'opt-in', version: 1 });
    expect(point).toMatchObject({ kind: 'link', url: expect.stringContaining(`${first.baseUrl}/l/`) });
    expect(await (await fetch(String(point?.url))).text()).toContain('<h1');
    await first.settle();
    const finished = (await ask(first, `${shop}/exports/${String(requested?.exportId)}`)).body;
    expect(finished).toMatchObject({ status: 'completed', counts: { rows: 1 } });
    const { csv } = finished.links as { csv: string };
    const file = gunzipSync(Buffer.from(await (await fetch(csv)).arrayBuffer())).toString();
    expect(file).toContain(String(optIn?.userId));

    expect(await first.simulate.whatsapp({ from: '5215512345678', text: 'ALTO' })).toMatchObject({ status: 200 });
    expect(await check(first, '5215512345678')).toMatchObject({ decision: 'deny' });
    const sms = { from: '+525512349999', to: '+12125550101', text: 'OPTIN LUNA' };
    expect(await first.simulate.sms(sms)).toEqual({ delivery: 'handled' });
    const sent = await first.sent();
    expect(sent.map(({ via, to }) => [via, to])).toEqual([
      ['whatsapp', '+5215512345678'],
      ['sms', '+525512349999'],
    ]);
    await first.stop();

    const second = await localModeForTests(folder);
    onTestFinished(second.stop);
    expect(second.apiKey).toBe(first.apiKey);
    expect(await check(second, '5215512345678')).toMatchObject({ decision: 'deny' });
    expect(await second.sent()).toEqual(sent);
    const [look = ''] = await curlLines(second);
    expect(await shell(look)).toEqual(app);
    for (const name of ['secrets.json', 'api-key.json']) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });
});

describe('a running local mode', { timeout: 120_000 }, () => {
  let system: LocalModeForTests;
  beforeAll(async () => {
    system = await localModeForTests();
    await openDemoShop(system);
  }, 120_000);
  afterAll(() => system.stop());

  /** Opts a new person in, and gives their wa_id. */
  async function personIn(lastDigits: string): Promise<string> {
    const waId = `52155123${lastDigits}`;
    const evidence = { documentRef: 'A-1', operator: 'till 4' };
    const said = { saidAt: '2026-01-10T10:00:00-06:00', source: 'paper', by: 'data-subject', evidence };
    const { status } = await ask(system, `${shop}/opt-ins`, { user: { waId }, purposes: ['offers'], ...said });
    expect(status).toBe(201);
    return waId;
  }

  it('moves the clock: a window closes, a schedule runs once for its time, keys and links still work', async () => {
    onTestFinished(() => system.moveClock('reset'));
    const from = await personIn('45001');
    await system.simulate.whatsapp({ from, text: 'hola' });
    expect(await check(system, from, 'free-form')).toMatchObject({ window: { state: 'open' } });
    const schedule = await ask(system, `${shop}/export-schedules`, {
      purpose: 'offers',
      name: 'nightly',
      // Half a day from now, so that a day and an hour holds one such time, whatever the hour at which this runs.
      expression: `cron(0 ${(new Date().getUTCHours() + 12) % 24} * * ? *)`,
      timeZone: 'UTC',
    });
    expect(schedule.status).toBe(201);
    await system.moveClock(25 * hour);
    expect(await check(system, from, 'free-form')).toMatchObject({ window: { state: 'closed' } });
    await system.settle();
    await system.simulate.tick(String(schedule.body.scheduleId));
    await system.settle();
    const { data } = (await ask(system, `${shop}/exports`)).body as { data: { scheduleId?: string; status: string }[] };
    const ticks = data.filter(({ scheduleId }) => scheduleId === schedule.body.scheduleId);
    expect(ticks.map(({ status }) => status)).toEqual(['completed', 'completed']);
    await system.moveClock('reset');
    expect(await check(system, from, 'free-form')).toMatchObject({ window: { state: 'open' } });
  });

  it('takes every kind of webhook that the simulator knows', async () => {
    onTestFinished(() => system.moveClock('reset'));
    const from = await personIn('45002');
    const ok = { status: 200 };
    expect(await system.simulate.preference({ from, value: 'stop' })).toMatchObject(ok);
    expect(await check(system, from)).toMatchObject({ decision: 'deny' });
    await system.moveClock(hour);
    expect(await system.simulate.preference({ from, value: 'resume' })).toMatchObject(ok);
    expect(await check(system, from)).toMatchObject({ decision: 'allow' });
    await system.moveClock(hour);
    expect(await system.simulate.status({ to: from, error: 131050, freeEntryPoint: false })).toMatchObject(ok);
    expect(await check(system, from)).toMatchObject({ decision: 'deny' });
    expect(await system.simulate.status({ to: from, freeEntryPoint: true })).toMatchObject(ok);
    expect(await check(system, from, 'free-form')).toMatchObject({
      window: { freeEntryPointUntil: expect.any(String) },
    });
    const button = { payload: 'optledger:stop-all', title: 'Stop', template: false };
    expect(await system.simulate.button({ from, ...button })).toMatchObject(ok);
    expect((await system.sent()).map(({ to }) => to)).toContain(`+${from}`);
  });

  it('refuses a webhook with a wrong signature, and a second start on its data folder', async () => {
    const forged = { method: 'POST', body: '{}', headers: { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` } };
    expect((await fetch(`${system.baseUrl}/webhooks/whatsapp`, forged)).status).toBe(401);
    await expect(localModeForTests(system.dataFolder)).rejects.toThrow('is in use by process');
  });
});
