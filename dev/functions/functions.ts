import { createWriteStream } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { environment } from '../../lambdas/contract/environment.ts';

/** A deployed function, as the template has it. */
export interface LocalFunction {
  readonly name: string;
  readonly handlerUrl: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
}

/** What a synchronous invocation gives back; payloads have been through JSON, as on Lambda. */
export type Invocation =
  /** `tableRequests`: how many it sent to DynamoDB; absent = none, or not counted. */
  | { readonly ok: true; readonly payload: unknown; readonly tableRequests?: number }
  | { readonly ok: false; readonly error: { readonly errorType: string; readonly errorMessage: string } };

export interface FunctionPool {
  /** Calls a function and waits for its result. Never rejects for what the function did. Errors: an unknown name. */
  invoke(name: string, event: unknown): Promise<Invocation>;
  /** Moves the clock that our rules read, in milliseconds; resolves when every running function has it. */
  setClock(offsetMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Messages between the pool and `function-worker.ts`. */
export type Order = { readonly id: number } & (
  | { readonly kind: 'invoke'; readonly event: string; readonly deadline: number }
  | { readonly kind: 'clock'; readonly offsetMs: number }
);
export interface Report {
  readonly id: number;
  readonly ok: boolean;
  /** JSON: the result, or `{ errorType, errorMessage }`. */
  readonly payload: string;
  readonly tableRequests?: number;
}

interface Running {
  readonly worker: Worker;
  readonly waiting: Map<number, (report: Omit<Report, 'id'>) => void>;
}

/**
 * One worker thread per function, each with an environment of its own, started by its first event like a cold start.
 * What the functions print goes to `logFile`.
 */
export function startFunctions(functions: readonly LocalFunction[], logFile: string): FunctionPool {
  const byName = new Map(functions.map((each) => [each.name, each]));
  const running = new Map<string, Running>();
  const log = createWriteStream(logFile, { flags: 'a' });
  let offset = 0;
  let lastId = 0;
  let stopped = false;

  function workerOf(definition: LocalFunction): Running {
    const found = running.get(definition.name);
    if (found !== undefined) return found;
    const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
      env: { ...definition.environment, [environment.clockOffset]: String(offset) },
      workerData: { name: definition.name, handlerUrl: definition.handlerUrl },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    for (const output of [worker.stdout, worker.stderr]) output.on('data', (lines: Buffer) => log.write(lines));
    const started: Running = { worker, waiting: new Map() };
    worker.on('message', (report: Report) => {
      started.waiting.get(report.id)?.(report);
      started.waiting.delete(report.id);
    });
    worker.on('error', (error) =>
      log.write(`${definition.name}: ${error instanceof Error ? (error.stack ?? error.message) : 'failed'}\n`),
    );
    worker.on('exit', () => {
      if (running.get(definition.name) === started) running.delete(definition.name);
      for (const settle of started.waiting.values())
        settle(failure('Runtime.ExitError', `${definition.name} stopped in the middle of an event.`));
    });
    running.set(definition.name, started);
    return started;
  }

  function order(
    target: Running,
    message: Omit<Extract<Order, { kind: 'invoke' }>, 'id'> | Omit<Extract<Order, { kind: 'clock' }>, 'id'>,
  ) {
    lastId += 1;
    const id = lastId;
    return new Promise<Omit<Report, 'id'>>((settle) => {
      target.waiting.set(id, settle);
      target.worker.postMessage({ ...message, id });
    });
  }

  return {
    async invoke(name, event) {
      const definition = byName.get(name);
      if (definition === undefined) throw new Error(`There is no function "${name}" in the template.`);
      if (stopped)
        return { ok: false, error: { errorType: 'Runtime.Stopped', errorMessage: 'Local mode is stopping.' } };
      const target = workerOf(definition);
      const limitMs = definition.timeoutSeconds * 1000;
      // Lambda ends the whole environment of a function that takes too long; the next event starts a new one.
      const timer = setTimeout(() => void target.worker.terminate(), limitMs);
      const {
        ok,
        payload,
        tableRequests = 0,
      } = await order(target, {
        kind: 'invoke',
        event: JSON.stringify(event),
        deadline: Date.now() + limitMs,
      });
      clearTimeout(timer);
      const counted = tableRequests > 0 && { tableRequests };
      return ok ? { ok, payload: JSON.parse(payload), ...counted } : { ok, error: JSON.parse(payload) };
    },
    async setClock(offsetMs) {
      offset = offsetMs;
      await Promise.all([...running.values()].map((target) => order(target, { kind: 'clock', offsetMs })));
    },
    async stop() {
      stopped = true;
      await Promise.all([...running.values()].map(({ worker }) => worker.terminate()));
      await new Promise<void>((resolve) => log.end(() => resolve()));
    },
  };
}

function failure(errorType: string, errorMessage: string): Omit<Report, 'id'> {
  return { ok: false, payload: JSON.stringify({ errorType, errorMessage }) };
}
