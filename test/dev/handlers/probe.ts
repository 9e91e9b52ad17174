/** A function for tests of local mode: shows what it got, or fails in the way that its event asks for. */
import { request } from 'node:http';
import type { Context } from 'aws-lambda';

let calls = 0;

export async function handler(event: Record<string, unknown>, context: Context): Promise<unknown> {
  calls += 1;
  const { headers } = event as { headers?: Record<string, string> };
  switch (event.act ?? headers?.['x-act']) {
    case 'throw':
      throw new RangeError('as asked');
    case 'hang':
      return new Promise(() => setInterval(() => undefined, 60_000));
    case 'exit':
      return process.exit(1);
    case 'crash':
      setImmediate(() => {
        throw new Error('where nobody catches');
      });
      return new Promise(() => undefined);
    case 'ask':
      return (await fetch(String(event.url))).text();
    case 'table':
      return new Promise((resolve) => {
        const headers = { 'x-amz-target': String(event.target) };
        request(String(event.url), { method: 'POST', headers }, (answer) => answer.resume().on('end', resolve)).end();
      });
    case 'environment':
      return { ...process.env };
    case 'set':
      process.env.OWN = 'set';
      return undefined;
    case 'context':
      return {
        name: context.functionName,
        arn: context.invokedFunctionArn,
        left: context.getRemainingTimeInMillis() > 0,
        calls,
      };
    case 'nothing':
      return undefined;
    case 'malformed':
      return { statusCode: 'many' };
    default:
      return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };
  }
}
