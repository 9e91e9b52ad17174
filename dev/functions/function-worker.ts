/** The inside of a thread of functions: Lambda runtimes in miniature, which share their modules. Started by `function-thread.ts`. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import { environment } from '../../lambdas/contract/environment.ts';
import { localAccount, localRegion } from '../template/template.ts';
import type { Order, Report, Result } from './function-thread.ts';
import { ownEnvironment } from './own-environment.ts';

type Handler = (event: unknown, context: Context) => Promise<unknown>;

interface Served {
  readonly handlerUrl: string;
  readonly environment: Record<string, string>;
  /** Once it was loaded. */
  handler?: Handler;
}

/** An event that a function is dealing with. */
interface Run {
  readonly id: number;
  readonly environment: Record<string, string>;
  /** How many requests it has sent to the table. */
  tableRequests: number;
}

const served = new Map<string, Served>();
let clockOffset = String((workerData as { readonly offsetMs: number }).offsetMs);
const runs = new AsyncLocalStorage<Run>();
process.env = ownEnvironment(() => runs.getStore()?.environment);
const report = (message: Report): void => parentPort?.postMessage(message);

const targetOf = (message: unknown): string =>
  String((message as { readonly request: ClientRequest }).request.getHeader('x-amz-target'));
subscribe('http.client.request.start', (message) => {
  const run = runs.getStore();
  if (run !== undefined && targetOf(message).startsWith('DynamoDB_')) run.tableRequests += 1;
});
subscribe('http.client.response.finish', (message) => {
  if (/^DynamoDB_\d+\.(?:Put|Update|Delete|TransactWrite|BatchWrite)Items?$/.test(targetOf(message)))
    report({ kind: 'wrote' });
});

// A function that ends takes no other with it: its event has failed, and the thread gets no more (`function-thread.ts`).
const exit = process.exit.bind(process);
process.exit = (code) => {
  const run = runs.getStore();
  if (run === undefined) return exit(code);
  report({ kind: 'gone', id: run.id });
  throw new Error('The function has ended itself.');
};
process.on('uncaughtException', (error) => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  const run = runs.getStore();
  if (run === undefined) exit(1);
  else report({ kind: 'gone', id: run.id });
});

function contextUntil(deadline: number, name: string): Context {
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:${localRegion}:${localAccount}:function:${name}`,
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}

async function invoke({ id, name, event, deadline }: Extract<Order, { kind: 'invoke' }>): Promise<Result> {
  const definition = served.get(name);
  if (definition === undefined) throw new Error(`Nobody has said who ${name} is.`);
  // It has failed already: a thread with more to do than it can makes it no worse.
  if (Date.now() >= deadline) return { ok: false, payload: '{}' };
  const run: Run = { id, environment: definition.environment, tableRequests: 0 };
  return runs.run(run, async () => {
    try {
      definition.handler ??= ((await import(definition.handlerUrl)) as { readonly handler: Handler }).handler;
      const result = await definition.handler(JSON.parse(event), contextUntil(deadline, name));
      return { ok: true, payload: JSON.stringify(result ?? null), tableRequests: run.tableRequests };
    } catch (error) {
      const { name: errorType, message: errorMessage } =
        error instanceof Error ? error : new Error('A value that is no Error was thrown.');
      // Like the Lambda runtime, which prints what a handler threw.
      console.error(`${name}: ${error instanceof Error ? (error.stack ?? errorMessage) : errorMessage}`);
      return { ok: false, payload: JSON.stringify({ errorType, errorMessage }) };
    }
  });
}

parentPort?.on('message', (order: Order) => {
  if (order.kind === 'function') {
    const { name, handlerUrl } = order;
    served.set(name, { handlerUrl, environment: { ...order.environment, [environment.clockOffset]: clockOffset } });
  } else if (order.kind === 'clock') {
    clockOffset = String(order.offsetMs);
    for (const each of served.values()) each.environment[environment.clockOffset] = clockOffset;
    report({ kind: 'result', id: order.id, ok: true, payload: 'null' });
  } else {
    void invoke(order).then((result) => report({ kind: 'result', id: order.id, ...result }));
  }
});
