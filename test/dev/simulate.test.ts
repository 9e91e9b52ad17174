import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { runningOn } from '../../dev/control.ts';
import { curlLines } from '../../dev/demo/curl-lines.ts';
import { openDemoShop } from '../../dev/demo/demo-shop.ts';
import { scopes } from '../../lambdas/contract/routes.ts';
import { type LocalModeForTests, localModeForTests } from '../support/local-mode.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
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

const check = async (system: LocalModeForTests, waId: string, message = 'template'): Promise<Answer> =>
  (await ask(system, `${shop}/eligibility`, { user: { waId }, purpose: 'offers', message })).body;

describe('commands for a running local mode', { timeout: 120_000 }, () => {
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

  /** Runs a command on the data folder of the running local mode; failing is an outcome, too. */
  async function optledger(...args: string[]): Promise<{ stdout: string; stderr: string; code?: number }> {
    const env = { ...process.env, OPTLEDGER_DATA: system.dataFolder };
    return run(process.execPath, ['cli/main.ts', ...args], { env }).catch(
      (error: { stdout: string; stderr: string; code: number }) => error,
    );
  }

  it('hears npm run simulate', async () => {
    const from = await personIn('45003');
    const { stdout } = await optledger('simulate', 'whatsapp', '--from', from, '¡ALTO!');
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        '200',
        'demo: opted out of everything (stop.es.alto)',
        expect.stringContaining('demo: replied to'),
      ]),
    );
    expect(await check(system, from)).toMatchObject({ decision: 'deny' });
    expect((await optledger('simulate', 'sent')).stdout).toContain(`+${from}`);
  });

  it('says when nobody heard a message, and asks which app is meant where there are several', async () => {
    const say = (...args: string[]) => optledger('simulate', ...args);
    const stray = await say('whatsapp', '--app', '999', '--from', '5215512345678', 'STOP');
    expect(stray).toMatchObject({ code: 1, stdout: expect.stringContaining('No app has the phone number id 999.') });
    expect(stray.stdout).toContain('kept aside, and heard by nobody');
    const sms = await say('sms', '--from', '+525512345678', '--to', '+19999999999', 'OPTIN LUNA');
    expect(sms.stdout).toContain('No app takes SMS on +19999999999.');
    expect((await say('whatsapp', '--from', '5215512345678', 'nice weather')).stdout).toContain('window open until');
    expect((await say('whatsapp', '--from', '5215512345678', 'help')).stdout).toContain('heard; it changes nothing');
    const second = {
      appId: 'second',
      displayName: 'Second',
      whatsapp: { phoneNumberId: '27681414235104944', phone: '+15550783882', wabaId: '102290129340398' },
    };
    expect((await ask(system, '/v1/apps', second)).status).toBe(201);
    onTestFinished(async () => {
      await fetch(`${system.baseUrl}/v1/apps/second`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${system.apiKey}`, 'content-type': 'application/json' },
        body: '{"whatsapp":null}',
      });
    });
    expect(await say('whatsapp', '--from', '5215512345678', 'ALTO')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('demo (+15550783881), second (+15550783882)'),
    });
    const heard = await say('whatsapp', '--app', 'second', '--from', '5215512345678', 'ALTO');
    expect(heard.stdout).toContain('second: opted out of everything (stop.es.alto)');
  });

  it('taps a link into a chat and sends what it has ready, or what the person made of it', async () => {
    const from = await personIn('45004');
    const tap = (...more: string[]) => optledger('simulate', 'whatsapp', '--from', from, '--link', ...more);
    expect((await tap('https://wa.me/15550783881?text=ALTO', 'hola')).stdout).toMatch(/^200\n/);
    expect(await check(system, from)).toMatchObject({ decision: 'allow' });
    expect(await check(system, from, 'free-form')).toMatchObject({ window: { state: 'open' } });
    expect((await tap('https://wa.me/15550783881?text=%C2%A1ALTO!')).stdout).toMatch(/^200\n/);
    expect(await check(system, from)).toMatchObject({ decision: 'deny' });
    expect((await tap('https://wa.me/15550000000?text=ALTO')).stderr).toContain('No app has the WhatsApp number');
    expect((await tap('https://example.com/15550783881')).stderr).toContain('begins with https://wa.me/');
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['nothing of consent', ['whatsapp', '--from', '14165550161', 'nice weather'], ['heard; it changes nothing']],
    [
      'START',
      ['whatsapp', '--from', '14165550164', 'START'],
      ['demo: took back any stop of everything (start.en.start)'],
    ],
    [
      'an unclear stop',
      ['whatsapp', '--from', '14165550165', 'please stop calling me'],
      [
        'demo: perhaps a stop: no marketing until they answer the question',
        'demo: replied to +14165550165: "Do you want',
      ],
    ],
    ['a switch', ['preference', 'stop', '--from', '14165550162'], ['demo: switched marketing off in WhatsApp itself']],
    ['a switch back', ['preference', 'resume', '--from', '14165550162'], ['switched marketing on again']],
    ['an ad', ['status', '--to', '14165550162', '--entry-point'], ['demo: templates are free until']],
    [
      'a template that changes',
      ['template', 'order_update', 'marketing', '--in', '24h'],
      ['200', 'Meta told: order_update (en_US) is to become marketing'],
    ],
    ['a call', ['call', '--from', '14165550162'], ['heard; it changes nothing', 'demo: 24-hour window open until']],
    ['an unreadable sender', ['whatsapp', '--from', '123456', 'STOP'], ['the message has no sender that can be read']],
    [
      'SMS',
      ['sms', '--from', '+14165550163', '--to', '+12125550101', 'optin luna'],
      ['demo: opted in to offers', 'by SMS'],
    ],
    ['a number of nobody', ['call', '--app', '999', '--from', '14165550162'], ['There is: demo (106540352242922)']],
    ['nobody’s SMS', ['sms', '--from', '+14165550163', '--to', '+14165550999', 'STOP'], ['Apps have: +12125550101.']],
  ])('says what came of %s', async (_what, args, lines) => {
    const { stdout } = await optledger('simulate', ...args);
    for (const line of lines) expect(stdout).toContain(line);
  });

  it('chooses a row, opens a chat, sends a form, and a template only after a yes', async () => {
    const from = await personIn('45005');
    const by = ['--from', from];
    const say = (...args: string[]) => optledger('simulate', ...args);
    expect((await say('welcome', '--bsuid', 'US.13491208655302741999', '--username', 'vera.k')).stdout).toMatch(
      /^200\n/,
    );
    expect((await say('flow', ...by, '{"flow_token":"t"}')).stdout).toMatch(/^200\n/);
    expect(await say('flow', ...by, 'yes')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a JSON object'),
    });
    const template = ['offer', '--to', from, '--purpose', 'offers', '--payload', 'shop:yes'];
    expect((await say(...template, 'Two for one')).stdout).toMatch(/^sent\nopted-in: /);
    const sent = (await say('sent')).stdout;
    expect(sent).toContain('Two for one');
    expect(sent).toContain('shop:yes');
    const chosen = await say('list', ...by, '--row', 'optledger:stop-all', '--title', 'Nothing any more');
    expect(chosen.stdout).toMatch(/^200\n/);
    await say('whatsapp', ...by, 'STOP');
    expect(await say(...template, 'Once more')).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^not sent\nstopped-everything: |^not sent\nopted-out: /),
    });
    expect((await say(...template, '--name', 'nothing', 'x')).stderr).toContain('There is no template nothing');
  });

  it('edits what somebody wrote last, and nothing of somebody who wrote nothing', async () => {
    const by = ['--from', '14165550166'];
    const nothing = { code: 2, stderr: expect.stringContaining('send a text first') };
    expect(await optledger('simulate', 'edit', ...by, 'STOP')).toMatchObject(nothing);
    await optledger('simulate', 'whatsapp', ...by, 'see you at six');
    const { stdout } = await optledger('simulate', 'edit', ...by, 'STOP');
    expect(stdout).toContain('demo: opted out of everything (stop.en.stop)');
  });

  it('lists the API in lines that work, by a data folder that is named', async () => {
    const { stdout } = await run(process.execPath, ['cli/main.ts', 'curl', '--data', system.dataFolder]);
    expect(stdout).toBe(`${(await curlLines(system)).join('\n\n')}\n`);
    expect(await shell(stdout.split('\n')[0] ?? '')).toMatchObject({ appId: 'demo', displayName: 'Luna Coffee' });
  });

  it('makes the shop to try things with once, with words and a link that people can open', async () => {
    expect(await openDemoShop(system)).toBe(false);
    const { data } = (await ask(system, `${shop}/points`)).body as { data: { name: string; url: string }[] };
    expect(data.map(({ name }) => name)).toEqual(['Poster at the door']);
    expect(await (await fetch(String(data[0]?.url))).text()).toContain('Luna');
  });

  it('takes commands from nobody who cannot read its data folder', async () => {
    const { url } = runningOn(system.dataFolder);
    for (const authorization of ['', 'Bearer guessed']) {
      const guessed = { method: 'POST', body: '3600000', headers: { authorization } };
      expect((await fetch(`${url}/clock`, guessed)).status).toBe(401);
    }
  });

  it.each([
    [['whatsapp', 'ALTO'], 'Say who'],
    [['whatsapp', '--from', '+52155', 'ALTO'], 'digits only'],
    [['clock', 'later'], 'Say how far'],
    [['dance'], 'There is no act "dance"'],
    [['sms', '--form', '+1'], 'There is no flag "--form". Did you mean --from?'],
    [['tick', 'sch_none'], 'There is no schedule "sch_none"'],
  ])('npm run simulate -- %j is answered: %s', async (args, complaint) => {
    expect(await optledger('simulate', ...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(complaint),
    });
  });

  it('takes keys from npm run create-key', async () => {
    const [token = ''] = (await optledger('create-key', '--name', 'reader', '--scopes', 'apps:read')).stdout.split(
      '\n',
    );
    const status = async (path: string) =>
      (await fetch(`${system.baseUrl}${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect([await status('/v1/apps'), await status('/v1/keys')]).toEqual([200, 403]);
    expect((await optledger('create-key', '--name', 'all', '--all')).stdout).toContain(scopes.join(', '));
    for (const args of [['--all'], ['--name', 'x'], ['--name', 'x', '--scopes', 'fly']]) {
      const how = expect.stringContaining('How: optledger create-key --help');
      expect(await optledger('create-key', ...args)).toMatchObject({ code: 2, stderr: how });
    }
  });
});

it('a command says how to start local mode when none runs', async () => {
  const env = { ...process.env, OPTLEDGER_DATA: temporaryFolder() };
  await expect(run(process.execPath, ['cli/main.ts', 'simulate', 'sent'], { env })).rejects.toThrow(
    'Start it with: npm start',
  );
});
