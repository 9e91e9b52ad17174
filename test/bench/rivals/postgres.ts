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
  const owner = whoMayRun();
  if (owner !== undefined) chownSync(folder, owner.uid, owner.gid);
  try {
    const how = { ...owner, cwd: folder };
    const data = join(folder, 'data');
    execFileSync('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], { ...how, stdio: 'pipe' });
    const port = await freePort();
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_min_messages=fatal'];
    const child = spawn(
      'postgres',
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...how, stdio: 'ignore' },
    );
    const ended = once(child, 'exit');
    await Promise.race([
      answering(port),
      ended.then(() => Promise.reject(new Error('PostgreSQL ended at its start.'))),
    ]);
    return {
      port,
      pid: child.pid ?? 0,
      async stop() {
        // A fast shutdown: whoever is connected is thrown out.
        child.kill('SIGINT');
        await ended;
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** PostgreSQL refuses to run as root; then nobody runs it. */
function whoMayRun(): { readonly uid: number; readonly gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const id = (what: string) => Number(execFileSync('id', [what, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function answering(port: number): Promise<void> {
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.end());
    });
    if (isOpen) return;
    await wait(50);
  }
}
