import type { FunctionPool } from './functions.ts';

/** Lambda's default for asynchronous events: two more tries, then the dead letters. */
const retries = 2;

/**
 * Calls a function as an asynchronous event: a failure is tried again (at once, where Lambda waits a minute and two), then
 * `deadLetter` is told. Says what became of it.
 */
export async function invokeLater(
  invoke: FunctionPool['invoke'],
  name: string,
  event: unknown,
  deadLetter: (functionName: string, event: unknown, error: string) => void,
): Promise<'handled' | 'dead-letter'> {
  let error = '';
  for (let attempt = 0; attempt <= retries; attempt += 1) {
    const invocation = await invoke(name, event);
    if (invocation.ok) return 'handled';
    error = invocation.error.errorType;
  }
  deadLetter(name, event, error);
  return 'dead-letter';
}
