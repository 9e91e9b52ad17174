/**
 * `npm run test:browser`: the public pages in a real Chromium, against a local mode. Arguments go to vitest, e.g. a file name.
 * With `--some` each screen is looked at in one of its four looks, in the next on the next day.
 * Without a Chromium it says what is missing, and fails only in CI.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findChromium, howToGetChromium } from '../support/browser/chromium.ts';

const chromium = findChromium();
if (chromium === undefined) {
  const inCi = process.env.CI !== undefined && process.env.CI !== '';
  console.error(`${inCi ? 'Failed' : 'Skipped'}: ${howToGetChromium}`);
  process.exit(inCi ? 1 : 0);
}
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const given = process.argv.slice(2);
const isSome = given.includes('--some');
const command = [vitest, 'run', '--config', 'vitest.browser.config.ts', ...given.filter((each) => each !== '--some')];
const { status } = spawnSync(process.execPath, command, {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  env: { ...process.env, CHROMIUM_PATH: chromium, ...(isSome && { LOOKS: 'some' }) },
  stdio: 'inherit',
});
process.exit(status ?? 1);
