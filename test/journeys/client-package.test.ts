import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { journeyTarget } from '../support/journeys/target.ts';

const target = journeyTarget();
let folder: string;

/** The package as somebody would install it: packed, unpacked, and its one dependency beside it. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'optledger-example-'));
  const modules = join(process.cwd(), 'node_modules');
  const source = join(folder, 'source');
  cpSync('client', source, { recursive: true, filter: (path) => !/client\/(dist|node_modules)/.test(path) });
  symlinkSync(modules, join(folder, 'node_modules'));
  const env = { ...process.env, PATH: `${join(modules, '.bin')}:${process.env.PATH}` };
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: source, env, stdio: 'pipe' });
  rmSync(join(folder, 'node_modules'));
  const installed = join(folder, 'node_modules/@optledger/client');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['xzf', join(folder, 'optledger-client-0.1.0.tgz'), '-C', installed, '--strip-components', '1']);
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers'])
    symlinkSync(join(modules, name), join(folder, 'node_modules', name));
  cpSync(join(installed, 'example'), join(folder, 'example'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package of the client', () => {
  it('runs its example as it is, twice', () => {
    if (target.lacks('example')) return;
    const { baseUrl, apiKey } = inject('journey');
    const run = () =>
      execFileSync(process.execPath, [join(folder, 'example/first-opt-in.ts')], {
        env: { ...process.env, OPTLEDGER_URL: baseUrl, OPTLEDGER_KEY: apiKey },
        encoding: 'utf8',
      }).split('\n');
    for (const lines of [run(), run()]) {
      expect(lines).toEqual([
        expect.stringMatching(/^recorded: usr_\S+, offers true$/),
        'allow: The person opted in on 2026-01-10 on paper.',
        expect.stringMatching(/^opted in: usr_/),
        'invalid-input: /phone no-country-code',
        '',
      ]);
    }
  });
});
