import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDatabase } from '../../../dev/storage/database.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the embedded database', () => {
  it('refuses a file that another process serves, and takes it once that one is gone', async () => {
    const path = join(temporaryFolder(), 'database.sqlite');
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    onTestFinished(() => void other.kill('SIGKILL'));
    writeFileSync(`${path}.lock`, String(other.pid));
    await expect(startDatabase(path)).rejects.toThrow(`The database ${path} is in use by process ${other.pid}.`);
    other.kill('SIGKILL');
    await once(other, 'exit');
    const database = await startDatabase(path);
    await database.stop();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('refuses a file while a database of this very process serves it', async () => {
    const path = join(temporaryFolder(), 'database.sqlite');
    const database = await startDatabase(path);
    onTestFinished(database.stop);
    await expect(startDatabase(path)).rejects.toThrow('is in use by process');
  });
});
