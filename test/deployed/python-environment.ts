import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, run } from './child-process.ts';

/**
 * Makes the Python virtual environment of a suite, once, and again when its `requirements.txt` has changed.
 * Gives the folder of its programs. Errors: no Python, or a package that cannot be had, and what to do.
 */
export async function pythonEnvironment(folder: string, requirements: string): Promise<string> {
  const programs = join(folder, 'bin');
  const mark = join(folder, 'installed.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return programs;

  const { env } = process;
  const version = await attempt('python3', ['--version'], { env }).catch(() => undefined);
  const [, major, minor] = /Python (\d+)\.(\d+)/.exec(version?.output ?? '') ?? [];
  if (Number(major) !== 3 || Number(minor) < 10) {
    const found = version === undefined ? 'none' : version.output.trim();
    throw new Error(`This suite needs Python 3.10 or newer as python3 (found: ${found}). Install it and run again.`);
  }
  await run('python3', ['-m', 'venv', folder], { env }).catch((error: unknown) => {
    throw new Error(`No virtual environment could be made; on Debian install python3-venv.\n${String(error)}`);
  });
  await run(join(programs, 'pip'), ['install', '--quiet', '--requirement', requirements], { env }).catch(
    (error: unknown) => {
      throw new Error(`The packages of ${requirements} could not be installed.\n${String(error)}`);
    },
  );
  writeFileSync(mark, wanted);
  return programs;
}
