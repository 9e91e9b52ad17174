import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { test as base, inject } from 'vitest';
import { type Visit, type VisitOptions, visit } from '../api/visit.ts';
import { findChromium, howToGetChromium } from './chromium.ts';

const shots = fileURLToPath(new URL('../../../.test-output/shots/', import.meta.url));

/** The widths at which pages are looked at, in CSS pixels: a phone, a desk. */
export const widths = [390, 1280] as const;

/** By days since 1970 (UTC). */
const isEvenDay = Math.floor(Date.now() / 86_400_000) % 2 === 0;

/**
 * How a screen is looked at: its width, and whether in the dark. With `npm run test:browser -- --some` each width in one of the two, on
 * the next day in the other: all four together take longer than a CI run may.
 */
export const looks = widths
  .flatMap((width) => [false, true].map((dark) => [width, dark] as const))
  .filter(([width, dark]) => process.env.LOOKS !== 'some' || dark === ((width === 390) === isEvenDay));

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
