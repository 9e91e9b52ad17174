import { defineConfig } from 'vitest/config';

/** The public pages in a real browser: `npm run test:browser`, which finds the browser first. */
export default defineConfig({
  test: {
    name: 'browser',
    maxWorkers: 2,
    include: ['test/browser/**/*.browser.test.ts'],
    globalSetup: 'test/support/journeys/setup.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a page does after a click may take longer than the usual second while everything else runs.
    expect: { poll: { timeout: 15_000 } },
  },
});
