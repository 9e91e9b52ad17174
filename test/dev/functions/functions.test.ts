import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FunctionPool, startFunctions } from '../../../dev/functions/functions.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const handlerUrl = new URL('../handlers/probe.ts', import.meta.url).href;

function pool(logFile = join(temporaryFolder(), 'functions.log')): FunctionPool {
  const functions = startFunctions(
    [
      { name: 'one', handlerUrl, environment: { WHO: 'one', ONLY_ONE: '1' }, timeoutSeconds: 20 },
      { name: 'two', handlerUrl, environment: { WHO: 'two' }, timeoutSeconds: 20 },
      // Longer than a worker takes to start on a busy machine.
      { name: 'hasty', handlerUrl, environment: {}, timeoutSeconds: 5 },
    ],
    logFile,
  );
  onTestFinished(functions.stop);
  return functions;
}

describe('functions in worker threads', () => {
  it('gives each function its own environment and nothing of the process around it', async () => {
    const functions = pool();
    expect(await functions.invoke('one', { act: 'environment' })).toEqual({
      ok: true,
      payload: { WHO: 'one', ONLY_ONE: '1', OPTLEDGER_CLOCK_OFFSET_MS: '0' },
    });
    expect(await functions.invoke('two', { act: 'environment' })).toEqual({
      ok: true,
      payload: { WHO: 'two', OPTLEDGER_CLOCK_OFFSET_MS: '0' },
    });
  });

  it('keeps a function warm from event to event and gives it a Lambda context', async () => {
    const functions = pool();
    await functions.invoke('one', { act: 'nothing' });
    expect(await functions.invoke('one', { act: 'context' })).toEqual({
      ok: true,
      payload: { name: 'one', arn: 'arn:aws:lambda:eu-west-1:000000000000:function:one', left: true, calls: 2 },
    });
  });

  it('moves the clock of functions that run and of those that start later', async () => {
    const functions = pool();
    await functions.invoke('one', { act: 'nothing' });
    await functions.setClock(90_000_000);
    for (const name of ['one', 'two']) {
      expect(await functions.invoke(name, { act: 'environment' })).toMatchObject({
        payload: { OPTLEDGER_CLOCK_OFFSET_MS: '90000000' },
      });
    }
  });

  it('reports what a function threw, writes it to the log and goes on', async () => {
    const log = join(temporaryFolder(), 'functions.log');
    const functions = pool(log);
    expect(await functions.invoke('one', { act: 'throw' })).toEqual({
      ok: false,
      error: { errorType: 'RangeError', errorMessage: 'as asked' },
    });
    expect(await functions.invoke('one', { act: 'nothing' })).toEqual({ ok: true, payload: null });
    await functions.stop();
    expect(readFileSync(log, 'utf8')).toContain('one: RangeError: as asked');
  });

  it.each(['hang', 'exit'])(
    'ends a function that does not answer (%s) and starts it anew for the next event',
    async (act) => {
      const functions = pool();
      expect(await functions.invoke('hasty', { act })).toMatchObject({
        ok: false,
        error: { errorType: 'Runtime.ExitError' },
      });
      expect(await functions.invoke('hasty', { act: 'context' })).toMatchObject({ ok: true, payload: { calls: 1 } });
    },
  );

  it('refuses events once it is stopped', async () => {
    const functions = pool();
    await functions.stop();
    expect(await functions.invoke('one', {})).toMatchObject({ ok: false, error: { errorType: 'Runtime.Stopped' } });
  });
});
