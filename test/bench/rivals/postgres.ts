import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../../dev/storage/database.ts';

/** A PostgreSQL that is there for one run, on loopback, its files where those of our database are. Each commit is synced, as ours is. */
export interface Postgres {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Whether the programs of a PostgreSQL are on the PATH. */
export const hasPostgres = (): boolean =>
  ['initdb', 'postgres'].every((program) => spawnSync(program, ['--version']).status === 0);

/** Makes a cluster and starts it; superuser `postgres` without a password. Errors: what initdb says. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'optledger-postgres-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const owner = whoMayRun();
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  const how = { ...owner, cwd: folder };
  const data = join(folder, 'data');
  const port = await freePort();
  try {
    execFileSync('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], { ...how, stdio: 'pipe' });
  } catch (error) {
    remove();
    throw error;
  }
  const settings = ['fsync=on', 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_min_messages=fatal'];
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const child = spawn('postgres', args, { ...how, stdio: 'ignore' });
  const ended = once(child, 'exit').finally(remove);
  ended.catch(() => undefined);
  // Also where this process ends without a word to anybody.
  const kill = (): void => {
    child.kill('SIGQUIT');
    remove();
  };
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    // A fast shutdown: whoever is connected is thrown out.
    child.kill('SIGINT');
    await ended;
  };
  try {
    await answering(port, () => child.exitCode === null && child.signalCode === null);
    return { port, pid: child.pid ?? 0, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** PostgreSQL refuses to run as root; then nobody runs it. */
function whoMayRun(): { readonly uid: number; readonly gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const id = (what: string) => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** @throws Error when it ends, or does not answer for long */
async function answering(port: number, isRunning: () => boolean): Promise<void> {
  for (let asked = 0; asked < mostAsked && isRunning(); asked += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.end());
    });
    if (isOpen) return;
    await wait(50);
  }
  throw new Error('PostgreSQL does not answer.');
}

/** Half a minute. */
const mostAsked = 600;
