import { describe, expect, it } from 'vitest';
import type { Invocation } from '../../../dev/functions/functions.ts';
import { invokeLater } from '../../../dev/functions/invoke-later.ts';

/** Fails so many times, then succeeds. */
async function delivered(failures: number) {
  const dead: unknown[] = [];
  let calls = 0;
  const invoke = async (): Promise<Invocation> => {
    calls += 1;
    return calls > failures
      ? { ok: true, payload: null }
      : { ok: false, error: { errorType: 'TryAgainError', errorMessage: '' } };
  };
  const result = await invokeLater(invoke, 'sms-inbound', { a: 1 }, (...letter) => dead.push(letter));
  return { result, calls, dead };
}

describe('an asynchronous event', () => {
  it('is tried three times in all', async () => {
    expect(await delivered(2)).toEqual({ result: 'handled', calls: 3, dead: [] });
  });
  it('then goes to the dead letters with the function and the error', async () => {
    expect(await delivered(3)).toEqual({
      result: 'dead-letter',
      calls: 3,
      dead: [['sms-inbound', { a: 1 }, 'TryAgainError']],
    });
  });
});
