import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { coldStart } from '../../../lambdas/edge/runtime/cold-start.ts';
import { requireEnv } from '../../../lambdas/edge/runtime/require-env.ts';

const context = {} as Context;

describe('coldStart', () => {
  it('makes nothing before the first event and makes it once', async () => {
    let made = 0;
    const handler = coldStart(
      () => ({ number: ++made }),
      ({ number }) =>
        async (event: string) =>
          `${event} ${number}`,
    );
    expect(made).toBe(0);
    expect(await Promise.all([handler('a', context), handler('b', context)])).toEqual(['a 1', 'b 1']);
    expect(await handler('c', context)).toBe('c 1');
    expect(made).toBe(1);
  });

  it('rejects with the name of the missing variable, and tries again on the next event', async () => {
    const name = 'OPTLEDGER_TEST_VARIABLE';
    delete process.env[name];
    const handler = coldStart(
      () => requireEnv(name),
      (value) => async () => value,
    );
    await expect(handler('event', context)).rejects.toThrow(name);
    process.env[name] = 'set';
    expect(await handler('event', context)).toBe('set');
    delete process.env[name];
  });

  it('takes an empty variable for a missing one', () => {
    process.env.OPTLEDGER_TEST_EMPTY = '';
    expect(() => requireEnv('OPTLEDGER_TEST_EMPTY')).toThrow('OPTLEDGER_TEST_EMPTY');
  });
});
