import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { lanes } from '../compare.ts';
import { nextMessage } from '../next-message.ts';
import { type Sending, sendTo } from './load.ts';

/** Something that answers over HTTP, in a process of its own. */
export interface ServedSide {
  /** Eight at a time for a short while; the first that is not answered as it should rejects. */
  slice(milliseconds: number): Promise<Served>;
}

/** What one side did in a short while. */
export interface Served {
  readonly perSecond: number;
  /** Of the server's process, for each request. */
  readonly cpuMicroseconds: number;
  /** Of the database's, for each request. */
  readonly databaseMicroseconds: number;
  readonly latencies: readonly number[];
}

/** What is sent, and how it must be answered. */
export interface Driving {
  /** For the error. */
  readonly name: string;
  readonly status: number;
  next(): Sending;
  /** What the database has used so far, in milliseconds. */
  databaseCpu(): number;
}

export interface SideOptions extends Omit<Driving, 'name'> {
  /** A bundle. */
  readonly handlerUrl: string;
  /** As API Gateway names the route. */
  readonly routeKey: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the authorizer would have said; absent = the route has none. */
  readonly authorizer?: object;
}

/** A handler behind a bare HTTP server. */
export async function serveSide(options: SideOptions): Promise<ServedSide & { stop(): void }> {
  const { handlerUrl, routeKey, env, authorizer } = options;
  const [, path = ''] = routeKey.split(' ');
  const args = [handlerUrl, 'POST', routeKey, path, JSON.stringify({ lambda: authorizer })];
  const child = fork(fileURLToPath(new URL('./serve-handler.ts', import.meta.url)), args, {
    env: { ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  const { port } = await nextMessage<{ readonly port: number }>(child, routeKey);
  return {
    ...driven(`http://127.0.0.1:${port}`, { ...options, name: routeKey }),
    stop: () => void child.kill('SIGKILL'),
  };
}

/** A server that says at `/usage` what CPU its process has used. */
export function driven(url: string, { name, status, next, databaseCpu }: Driving): ServedSide {
  const used = async (): Promise<number> =>
    ((await (await fetch(`${url}/usage`)).json()) as { readonly cpuMilliseconds: number }).cpuMilliseconds;
  return {
    async slice(milliseconds) {
      const latencies: number[] = [];
      const before = { server: await used(), database: databaseCpu() };
      const beganAt = performance.now();
      const lane = async (): Promise<void> => {
        while (performance.now() - beganAt < milliseconds) {
          const sentAt = performance.now();
          const answered = await sendTo(url, next());
          if (answered !== status) throw new Error(`${name} was answered ${answered}.`);
          latencies.push(performance.now() - sentAt);
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      const took = performance.now() - beganAt;
      const each = (cpu: number): number => (cpu * 1000) / latencies.length;
      return {
        perSecond: (latencies.length * 1000) / took,
        cpuMicroseconds: each((await used()) - before.server),
        databaseMicroseconds: each(databaseCpu() - before.database),
        latencies,
      };
    },
  };
}
