import { Worker } from 'node:worker_threads';
import type { LocalFunction } from './local-function.ts';

/** Messages to `function-worker.ts`. */
export type Order =
  /** Before its first event: who a function is. */
  | { readonly kind: 'function'; readonly name: string; readonly handlerUrl: string; readonly environment: Environment }
  | ({ readonly id: number } & (
      | { readonly kind: 'invoke'; readonly name: string; readonly event: string; readonly deadline: number }
      | { readonly kind: 'clock'; readonly offsetMs: number }
    ));
type Environment = Readonly<Record<string, string>>;

/** Messages from it. */
export type Report =
  | ({ readonly kind: 'result'; readonly id: number } & Result)
  /** Who was called by this event has ended itself, or threw where nobody catches. */
  | { readonly kind: 'gone'; readonly id: number }
  /** Something was written to the table. */
  | { readonly kind: 'wrote' };

/** What came of an event. */
export interface Result {
  readonly ok: boolean;
  /** JSON: the result, or `{ errorType, errorMessage }`. */
  readonly payload: string;
  readonly tableRequests?: number;
}

/** A thread with functions in it. */
export interface FunctionThread {
  /** @param event JSON */
  invoke(definition: LocalFunction, event: string): Promise<Result>;
  setClock(offsetMs: number): Promise<unknown>;
  /** False: it takes no new events, and ends when those that it has are answered. */
  isOpen(): boolean;
  stop(): Promise<unknown>;
}

/** The answer of a runtime in which a function failed. */
export function failure(errorType: string, errorMessage: string): Result {
  return { ok: false, payload: JSON.stringify({ errorType, errorMessage }) };
}

/**
 * Starts a thread without a function in it. On Lambda each event has an environment of a function for itself, which ends with a crash or
 * after too long; here the event fails, and the thread closes: the others in it finish what they have begun.
 *
 * @param offsetMs of the clock that our rules read
 */
export function startThread(
  offsetMs: number,
  told: { readonly print: (lines: Buffer | string) => void; readonly wrote: () => void; readonly ended: () => void },
): FunctionThread {
  const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
    env: {},
    workerData: { offsetMs },
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const known = new Set<string>();
  const waiting = new Map<number, (result: Result) => void>();
  let lastId = 0;
  let isOpen = true;

  function settle(id: number, result: Result): void {
    waiting.get(id)?.(result);
    // What comes after its time is over settles nothing.
    const isLast = waiting.delete(id) && waiting.size === 0;
    if (!isOpen && isLast) void worker.terminate();
  }
  function fail(id: number): void {
    isOpen = false;
    settle(id, failure('Runtime.ExitError', 'The function stopped in the middle of an event.'));
  }
  function order(begin: (id: number) => Order): { readonly id: number; readonly result: Promise<Result> } {
    lastId += 1;
    const id = lastId;
    const result = new Promise<Result>((resolve) => waiting.set(id, resolve));
    worker.postMessage(begin(id));
    return { id, result };
  }

  for (const output of [worker.stdout, worker.stderr]) output.on('data', told.print);
  worker.on('message', (report: Report) => {
    if (report.kind === 'wrote') told.wrote();
    else if (report.kind === 'gone') fail(report.id);
    else settle(report.id, report);
  });
  worker.on('error', (error) =>
    told.print(`A thread of functions: ${error instanceof Error ? (error.stack ?? error.message) : 'failed'}\n`),
  );
  worker.on('exit', () => {
    for (const id of [...waiting.keys()]) fail(id);
    isOpen = false;
    told.ended();
  });

  return {
    async invoke(definition, event) {
      const { name, timeoutSeconds } = definition;
      if (!known.has(name)) {
        const { handlerUrl, environment } = definition;
        worker.postMessage({ kind: 'function', name, handlerUrl, environment } satisfies Order);
        known.add(name);
      }
      const limitMs = timeoutSeconds * 1000;
      const { id, result } = order((id) => ({ kind: 'invoke', id, name, event, deadline: Date.now() + limitMs }));
      const timer = setTimeout(() => {
        told.print(`${name}: Task timed out after ${timeoutSeconds} seconds\n`);
        fail(id);
      }, limitMs);
      return result.finally(() => clearTimeout(timer));
    },
    setClock: (offsetMs) => order((id) => ({ kind: 'clock', id, offsetMs })).result,
    isOpen: () => isOpen,
    stop: () => worker.terminate(),
  };
}
