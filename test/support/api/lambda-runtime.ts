/**
 * Lambda in miniature, in a process of its own: loads a bundled function as Lambda does in its INIT phase, says when that is over, and
 * sends it one event at a time. Started by `started-function.ts`.
 */
import { lambdaContext } from './lambda-context.ts';

interface Bundle {
  handler(event: unknown, context: object): Promise<unknown>;
}

const [bundle = ''] = process.argv.slice(2);
const { handler } = (await import(bundle)) as Bundle;
process.on('message', async (event) => {
  try {
    process.send?.({ answer: await handler(event, lambdaContext()) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : 'no error' });
  }
});
process.send?.({ ready: true });
