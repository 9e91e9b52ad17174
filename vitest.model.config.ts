import { defineConfig } from 'vitest/config';

/** The models at length: `npm run test:model`; with `MODEL=ci` as much of them as every build tries. */
export default defineConfig({
  test: {
    // By default one worker less than there are cores, which on two cores is one.
    maxWorkers: 2,
    include: ['test/model/**/*.model.test.ts'],
    globalSetup: 'test/support/table/database-setup.ts',
    testTimeout: 1_200_000,
    hookTimeout: 60_000,
    env: { MODEL: process.env.MODEL ?? 'whole' },
  },
});
