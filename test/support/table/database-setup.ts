import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDatabase } from '../../../dev/storage/database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    databaseEndpoint: string;
  }
}

/** One embedded database for the whole run; each test file makes a table of its own (`support/table.ts`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'optledger-test-'));
  const database = await startDatabase(join(folder, 'database.sqlite'));
  project.provide('databaseEndpoint', database.endpoint);
  return async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
