import type { Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NotReadyError } from '../../../lambdas/domain/errors.ts';
import { coldStart } from '../../../lambdas/edge/runtime/cold-start.ts';
import { longestInit } from '../../../lambdas/edge/runtime/init-phase.ts';
import { requireEnv } from '../../../lambdas/edge/runtime/require-env.ts';
import { keepWritten } from '../../support/table/keep-written.ts';

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

  it('says once in the log why it is not ready, to eight events that wait for it, and tries again for the next', async () => {
    let written = '';
    keepWritten((chunk) => {
      written += chunk;
    });
    let isReady = false;
    const handler = coldStart(
      async () => {
        if (!isReady) throw new NotReadyError(new Error('The secret key cannot be read.'));
      },
      () => async () => 'answered',
    );
    const eight = await Promise.allSettled(Array.from({ length: 8 }, () => handler('event', context)));
    expect(new Set(eight.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(written.match(/"not ready for the event"/g)).toHaveLength(1);
    expect(written).toContain('"error":"NotReadyError"');
    isReady = true;
    expect(await handler('event', context)).toBe('answered');
    vi.restoreAllMocks();
  });

  it('takes an empty variable for a missing one', () => {
    process.env.OPTLEDGER_TEST_EMPTY = '';
    expect(() => requireEnv('OPTLEDGER_TEST_EMPTY')).toThrow('OPTLEDGER_TEST_EMPTY');
  });
});

describe('coldStart in the INIT phase of Lambda', () => {
  /** The numbers of what is made, each when the test says so. */
  function world() {
    const waiting: ((value: number) => void)[] = [];
    const rejecting: ((error: Error) => void)[] = [];
    const handler = coldStart(
      () =>
        new Promise<number>((resolve, reject) => {
          waiting.push(resolve);
          rejecting.push(reject);
        }),
      (number) => async (event: string) => `${event} ${number}`,
      async (number) => {
        if (number === 0) throw new Error('the table did not answer');
      },
    );
    return { handler, waiting, rejecting, init: globalThis.optledgerInit ?? (async () => undefined) };
  }

  beforeEach(() => {
    vi.stubEnv('AWS_LAMBDA_INITIALIZATION_TYPE', 'on-demand');
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });

  it('makes what the events need, once', async () => {
    const { handler, waiting, init } = world();
    const over = init();
    waiting[0]?.(1);
    await over;
    expect([await handler('a', context), await handler('b', context), waiting.length]).toEqual(['a 1', 'b 1', 1]);
  });

  it('makes nothing where Lambda does not run it, and nothing for a snapshot', async () => {
    for (const kind of ['', 'snap-start']) {
      vi.stubEnv('AWS_LAMBDA_INITIALIZATION_TYPE', kind);
      const { waiting, init } = world();
      const over = init();
      expect(waiting).toHaveLength(0);
      await over;
    }
  });

  it('ends well when it fails, and the first event makes everything', async () => {
    const { handler, waiting, rejecting, init } = world();
    const over = init();
    rejecting[0]?.(new Error('throttled'));
    await over;
    const answer = handler('a', context);
    waiting[1]?.(2);
    expect(await answer).toBe('a 2');
  });

  it('does not keep what the table did not answer', async () => {
    const { handler, waiting, init } = world();
    const over = init();
    waiting[0]?.(0);
    await over;
    const answer = handler('a', context);
    waiting[1]?.(2);
    expect(await answer).toBe('a 2');
  });

  it('waits three seconds, and what comes later is thrown away', async () => {
    const { handler, waiting, init } = world();
    const over = init();
    await vi.advanceTimersByTimeAsync(longestInit);
    await over;
    const answer = handler('a', context);
    waiting[0]?.(1);
    await vi.advanceTimersByTimeAsync(1);
    waiting[1]?.(2);
    expect([await answer, await handler('b', context)]).toEqual(['a 2', 'b 2']);
  });
});
