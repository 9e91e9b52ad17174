import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { lanes } from '../compare.ts';
import { type Sending, sendTo } from './load.ts';

/** A handler in a process of its own, behind a bare HTTP server. */
export interface ServedSide {
  /** Eight at a time for a short while; the first that is not answered as it should rejects. */
  slice(milliseconds: number): Promise<Served>;
  stop(): void;
}

/** What one side did in a short while. */
export interface Served {
  readonly perSecond: number;
  /** Of the server's process, for each request. */
  readonly cpuMicroseconds: number;
  readonly latencies: readonly number[];
}

export interface SideOptions {
  /** A bundle. */
  readonly handlerUrl: string;
  /** As API Gateway names the route. */
  readonly routeKey: string;
  readonly env: Readonly<Record<string, string>>;
  /** What the authorizer would have said; absent = the route has none. */
  readonly authorizer?: object;
  readonly status: number;
  next(): Sending;
}

export async function serveSide(options: SideOptions): Promise<ServedSide> {
  const { handlerUrl, routeKey, env, authorizer, status, next } = options;
  const [, path = ''] = routeKey.split(' ');
  const args = [handlerUrl, 'POST', routeKey, path, JSON.stringify({ lambda: authorizer })];
  const child = fork(fileURLToPath(new URL('./serve-handler.ts', import.meta.url)), args, {
    env: { ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [],
  });
  const [{ port }] = (await once(child, 'message')) as [{ readonly port: number }];
  const url = `http://127.0.0.1:${port}`;
  const used = async (): Promise<number> =>
    ((await (await fetch(`${url}/usage`)).json()) as { readonly cpuMilliseconds: number }).cpuMilliseconds;
  return {
    async slice(milliseconds) {
      const latencies: number[] = [];
      const before = await used();
      const beganAt = performance.now();
      const lane = async (): Promise<void> => {
        while (performance.now() - beganAt < milliseconds) {
          const sentAt = performance.now();
          const answered = await sendTo(url, next());
          if (answered !== status) throw new Error(`${routeKey} was answered ${answered}.`);
          latencies.push(performance.now() - sentAt);
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      const took = performance.now() - beganAt;
      const cpu = (await used()) - before;
      return {
        perSecond: (latencies.length * 1000) / took,
        cpuMicroseconds: (cpu * 1000) / latencies.length,
        latencies,
      };
    },
    stop: () => void child.kill('SIGKILL'),
  };
}
