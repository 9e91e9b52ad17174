import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { boundedLog } from '../../../dev/machine/bounded-log.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('a bounded log', () => {
  it('goes on with the file of the last run, and begins anew when it is full: the file before stays, no older one', async () => {
    const path = join(temporaryFolder(), 'functions.log');
    const before = boundedLog(path, 20);
    before.write('a line of then\n');
    await before.close();
    const log = boundedLog(path, 20);
    log.write('one\n');
    log.write('two\n');
    expect(existsSync(`${path}.1`)).toBe(false);
    for (const line of ['three of a new file\n', 'four\n', 'five\n']) log.write(line);
    await log.close();
    expect([readFileSync(`${path}.1`, 'utf8'), readFileSync(path, 'utf8')]).toEqual([
      'three of a new file\n',
      'four\nfive\n',
    ]);
  });
});
