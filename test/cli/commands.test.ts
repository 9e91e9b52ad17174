import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { commands, overview } from '../../cli/commands.ts';
import { nearest, unknownName } from '../../cli/nearest.ts';
import { readArguments } from '../../cli/read-arguments.ts';
import { startCommand } from '../../cli/start/start-command.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const names = Object.keys(commands);
const run = async (name: string, ...args: string[]): Promise<number | undefined> =>
  (await commands[name]?.load())?.(args);

/** Whoever takes acts with flags of their own. */
const acts = [
  ...[
    'whatsapp',
    'edit',
    'button',
    'list',
    'flow',
    'welcome',
    'offer',
    'status',
    'refuse',
    'preference',
    'ad-click',
    'signup',
    'call',
    'missed-call',
    'ivr',
    'template',
    'sms',
  ],
  ...['clock', 'tick', 'sent', 'sample'],
];
const callable = [...names.filter((name) => name !== 'simulate'), ...acts.map((act) => `simulate ${act}`)];

describe('every command', () => {
  it.each(names)('%s is listed, and its help names it and its exit codes', (name) => {
    expect(overview).toContain(`\n  ${name} `);
    expect(commands[name]?.usage.startsWith(`optledger ${name} `)).toBe(true);
    expect(commands[name]?.usage).toMatch(/\n {2}exit code {3}0 /);
  });

  it.each(callable)('%s refuses a flag that it does not have, and its help names all that it has', async (call) => {
    const [name = '', ...act] = call.split(' ');
    const refusal: unknown = await run(name, ...act, '--nonsense').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    const { message } = refusal as UsageError;
    const flags = message.match(/(?<=There are: ).*(?=\.$)/)?.[0].split(', ') ?? [];
    expect([message, flags.length > 0]).toEqual([expect.stringContaining('There is no flag "--nonsense".'), true]);
    expect(flags.filter((flag) => !commands[name]?.usage.includes(flag))).toEqual([]);
  });

  it('of simulate is an act that its help shows', async () => {
    await expect(run('simulate', 'dance')).rejects.toThrow(`There are: ${acts.join(', ')}.`);
    await expect(run('simulate')).rejects.toThrow(`Say what happens: ${acts.join(', ')}.`);
    for (const act of acts) expect(commands.simulate?.usage).toContain(`\n  ${act} `);
  });

  it('has a row in docs/local-mode.md', () => {
    const [, rows = ''] = /\n## One command\n([\s\S]+?)\n## /.exec(readFileSync('docs/local-mode.md', 'utf8')) ?? [];
    expect([...rows.matchAll(/^\| `([a-z-]+)[` ]/gm)].map(([, name]) => name)).toEqual(names);
  });

  it('that npm runs by its own name goes through the same door', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
    const thin = names.filter((name) => scripts[name]?.includes('cli/'));
    expect(thin).toEqual(['start', 'simulate', 'create-key', 'doctor', 'owner', 'reconcile']);
    for (const name of thin) expect(scripts[name]).toBe(`node cli/optledger.mjs ${name}`);
    expect(overview).toContain('start, simulate, create-key, doctor, owner and reconcile.');
  });
});

describe('what was probably meant', () => {
  test.each([
    ['strat', 'start'],
    ['Simulate', 'simulate'],
    ['simulat', 'simulate'],
    ['createkey', 'create-key'],
    ['create', 'create-key'],
    ['recon', 'reconcile'],
    ['lnit', 'lint'],
    ['pars', 'pairs'],
    // Both start and starter begin so.
    ['sta', undefined],
    ['deploy', undefined],
    ['', undefined],
  ])('"%s": %s', (given, meant) => {
    expect(nearest(given, names)).toBe(meant);
  });

  test('is asked, and what there is is listed', () => {
    expect(unknownName('law', 'ue', ['eu', 'us'])).toBe('There is no law "ue". Did you mean eu? There are: eu, us.');
    expect(unknownName('law', 'mars', ['eu', 'us'])).toBe('There is no law "mars". There are: eu, us.');
  });
});

describe('arguments', () => {
  const port = { port: { type: 'string' } } as const;

  it.each([
    [['--prot', '1'], 'Did you mean --port?'],
    [['--port'], "'--port <value>' argument missing"],
    [['9000'], '"9000" is no flag, and nothing else is taken here.'],
  ])('%j: %s', (args, why) => {
    expect(() => readArguments(args, port)).toThrow(why);
    expect(() => readArguments(args, port)).toThrow(UsageError);
  });

  it('that npm took for itself are explained', () => {
    vi.stubEnv('npm_lifecycle_event', 'start');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(() => readArguments(['9000'], port)).toThrow('npm run start -- --flag value');
  });
});

describe('start refuses before anything is begun', () => {
  it.each([['--port', '99999'], ['--port', '-1'], ['--port', '80a'], ['--port='], ['--port', '1e3']])(
    'a port that is none: %s %s',
    async (...args) => {
      await expect(
        startCommand(
          args.filter((each) => each !== undefined),
          {},
        ),
      ).rejects.toThrow(/--port/);
    },
  );

  it('a port of the environment that is none', async () => {
    await expect(startCommand([], { OPTLEDGER_PORT: 'http' })).rejects.toThrow('(or OPTLEDGER_PORT) takes a number');
  });

  it('a flag that npm kept to itself', async () => {
    // The address would be refused, too: nothing is begun here, whatever is wrong.
    const refused = startCommand(['--lan', '203.0.113.9'], { npm_config_port: '9000' });
    await expect(refused).rejects.toThrow('Write: npm start -- --port');
  });

  it('an address that is none of this machine', async () => {
    await expect(startCommand(['--lan', '203.0.113.9'], {})).rejects.toThrow('--lan (or OPTLEDGER_LAN) takes');
  });

  it('a data folder that cannot be written', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'below')])
      await expect(startCommand(['--data', folder, '--port', '0'], {})).rejects.toThrow(
        /^The data folder .* cannot be written \(E[A-Z]+\)\. Name another: npm start -- --data FOLDER$/,
      );
  });
});
