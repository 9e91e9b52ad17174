import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What a browser test cannot do without, and how to get it. */
export const howToGetChromium =
  'There is no Chromium here. On Debian: apt-get install chromium fonts-noto-core (as root, `npm run test:browser` does it itself). ' +
  'Anywhere else: install Chromium or Chrome, and if it is in an unusual place, name it in CHROMIUM_PATH.';

/**
 * The Chromium that `CHROMIUM_PATH` names, or one in a usual place. Undefined when there is none.
 *
 * @throws when `CHROMIUM_PATH` names nothing
 */
export function chromiumAtHand(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = environment.CHROMIUM_PATH;
  if (!named) return usualPlaces.find((path) => existsSync(path));
  if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is ${named}, and there is nothing.`);
  return named;
}

/**
 * A Chromium of this machine: the one that `CHROMIUM_PATH` names, one in a usual place, or Debian's, installed now where that
 * is allowed. Undefined when there is none.
 *
 * @throws when `CHROMIUM_PATH` names nothing
 */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const found = chromiumAtHand(environment);
  if (found !== undefined || !mayInstall()) return found;
  console.log('Installing Chromium and fonts from Debian …');
  const apt = (...args: string[]): void => {
    const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  };
  try {
    apt('update');
    // Noto has the letters of every language that the tests look at, so that screenshots are worth looking at.
    apt('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-noto-core');
  } catch {
    console.log('apt-get did not manage; it says why above.');
  }
  return usualPlaces.find((path) => existsSync(path));
}

const mayInstall = (): boolean =>
  process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
