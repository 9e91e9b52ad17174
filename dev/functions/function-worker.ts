/** The inside of a function's worker thread: a Lambda runtime in miniature. Started by `functions.ts`. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import { environment } from '../../lambdas/contract/environment.ts';
import { localAccount, localRegion } from '../template/template.ts';
import type { Order, Report } from './functions.ts';

type Handler = (event: unknown, context: Context) => Promise<unknown>;

const { name, handlerUrl } = workerData as { readonly name: string; readonly handlerUrl: string };

/** How many requests the event of this thread of work has sent to the table. */
const counted = new AsyncLocalStorage<{ tableRequests: number }>();
subscribe('http.client.request.start', (message) => {
  const target = (message as { readonly request: ClientRequest }).request.getHeader('x-amz-target');
  const count = counted.getStore();
  if (count !== undefined && String(target).startsWith('DynamoDB_')) count.tableRequests += 1;
});

function contextUntil(deadline: number): Context {
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

async function carryOut(order: Order): Promise<Report> {
  if (order.kind === 'clock') {
    process.env[environment.clockOffset] = String(order.offsetMs);
    return { id: order.id, ok: true, payload: 'null' };
  }
  try {
    const { handler } = (await import(handlerUrl)) as { handler: Handler };
    const count = { tableRequests: 0 };
    const result = await counted.run(count, () => handler(JSON.parse(order.event), contextUntil(order.deadline)));
    return { id: order.id, ok: true, payload: JSON.stringify(result ?? null), ...count };
  } catch (error) {
    const { name: errorType, message: errorMessage } =
      error instanceof Error ? error : new Error('A value that is no Error was thrown.');
    // Like the Lambda runtime, which prints what a handler threw.
    console.error(`${name}: ${error instanceof Error ? (error.stack ?? errorMessage) : errorMessage}`);
    return { id: order.id, ok: false, payload: JSON.stringify({ errorType, errorMessage }) };
  }
}

parentPort?.on('message', (order: Order) => {
  void carryOut(order).then((report) => parentPort?.postMessage(report));
});
