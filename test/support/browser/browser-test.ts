import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { test as base, inject } from 'vitest';
import { type Visit, type VisitOptions, visit } from '../api/visit.ts';
import { findChromium, howToGetChromium } from './chromium.ts';

const shots = fileURLToPath(new URL('../../../.test-output/shots/', import.meta.url));

/** Days since 1970 (UTC). */
const today = Math.floor(Date.now() / 86_400_000);

/** All of them, or with `npm run test:browser -- --some` one, the next on the next day: all together take longer than a CI run may. */
export function someOf<T>(all: readonly T[]): readonly T[] {
  return process.env.LOOKS === 'some' ? all.filter((_, index) => index === today % all.length) : all;
}

/** The widths at which pages are looked at, in CSS pixels: a desk, a phone. */
export const widths = someOf([1280, 390] as const);

/** How a screen is looked at: its width, and whether in the dark. A day whose width is that of a phone here has that of a desk above. */
export const looks = someOf([
  [390, false],
  [1280, true],
  [390, true],
  [1280, false],
] as const);

/**
 * A test in a real Chromium. `open` gives a page of a visitor of its own; `pagesUrl` is where the product runs. Whatever a visitor's
 * browser complains about (an error on the console, a script that throws, a request to anybody else) fails the test at its end.
 */
export const browserTest = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern what a fixture needs
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }): Promise<Browser> => {
    const executablePath = findChromium();
    if (executablePath === undefined) throw new Error(howToGetChromium);
    const browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        // Nothing is found but this machine, whatever a page asks for.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ],
    });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('pagesUrl', () => inject('journey').baseUrl)
  .extend('open', async ({ browser }, { onCleanup }): Promise<(options?: VisitOptions) => Promise<Visit>> => {
    mkdirSync(shots, { recursive: true });
    const visits: Visit[] = [];
    onCleanup(async () => {
      for (const each of visits) await each.close();
      const complaints = visits.flatMap((each) => each.takeComplaints());
      if (complaints.length > 0) throw new Error(`The browser complains:\n  ${complaints.join('\n  ')}`);
    });
    return async (options = {}) => {
      const opened = await visit(browser, options, shots);
      visits.push(opened);
      return opened;
    };
  });
