import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fillCrowd } from '../bench/people/fill-crowd.ts';

test('the people of the benches go through the stores as they are today, and are made once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'optledger-crowd-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(await fillCrowd(folder, 40, Date.UTC(2026, 10, 27))).toBe(true);
  expect(existsSync(join(folder, 'database.sqlite'))).toBe(true);
  expect(await fillCrowd(folder, 40, Date.UTC(2026, 10, 27))).toBe(false);
});
