import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FunctionPool, startFunctions } from '../../../dev/functions/functions.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const handlerUrl = new URL('../handlers/probe.ts', import.meta.url).href;

function pool(logFile = join(temporaryFolder(), 'functions.log'), wrote?: () => void): FunctionPool {
  const functions = startFunctions(
    [
      { name: 'one', handlerUrl, environment: { WHO: 'one', ONLY_ONE: '1' }, timeoutSeconds: 20, answers: true },
      { name: 'two', handlerUrl, environment: { WHO: 'two' }, timeoutSeconds: 20, answers: true },
      // Longer than a worker takes to start on a busy machine.
      { name: 'hasty', handlerUrl, environment: {}, timeoutSeconds: 5, answers: true },
      { name: 'fed', handlerUrl, environment: {}, timeoutSeconds: 30, answers: false },
      { name: 'patient', handlerUrl, environment: {}, timeoutSeconds: 31, answers: false },
    ],
    logFile,
    wrote,
  );
  onTestFinished(functions.stop);
  return functions;
}

/** An address that answers when it is let, and says when it was asked so many times. */
async function heldAnswer(times = 1) {
  let letGo: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let tell: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    tell = resolve;
  });
  let left = times;
  const server = createServer((_request, response) => {
    left -= 1;
    if (left === 0) tell();
    void released.then(() => response.end('answered'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, asked, letGo };
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

  it('keeps what a function sets in its environment from the others', async () => {
    const functions = pool();
    await functions.invoke('two', { act: 'nothing' });
    await functions.invoke('one', { act: 'set' });
    expect(await functions.invoke('one', { act: 'environment' })).toMatchObject({ payload: { OWN: 'set' } });
    expect(await functions.invoke('two', { act: 'environment' })).not.toHaveProperty('payload.OWN');
  });

  it.each(['hang', 'exit', 'crash'])(
    'lets others finish what they have begun when one does not answer (%s), and takes what comes meanwhile',
    async (act) => {
      const functions = pool();
      const { url, asked, letGo } = await heldAnswer();
      const other = functions.invoke('one', { act: 'ask', url });
      await asked;
      expect(await functions.invoke('hasty', { act })).toMatchObject({
        ok: false,
        error: { errorType: 'Runtime.ExitError' },
      });
      expect(await functions.invoke('two', { act: 'context' })).toMatchObject({ ok: true, payload: { calls: 1 } });
      letGo();
      expect(await other).toMatchObject({ ok: true, payload: 'answered' });
    },
  );

  it('keeps nobody who answers waiting for who is fed, and neither for who may work longer than the HTTP API waits', async () => {
    const functions = pool();
    // The probe counts the calls in its thread.
    for (const name of ['one', 'fed', 'patient'])
      expect([name, await functions.invoke(name, { act: 'context' })]).toMatchObject([name, { payload: { calls: 1 } }]);
    expect(await functions.invoke('two', { act: 'context' })).toMatchObject({ payload: { calls: 2 } });
  });

  it('gives a thread 32 events at once, and the next when one is answered', async () => {
    const functions = pool();
    const { url, asked, letGo } = await heldAnswer(32);
    const held = Array.from({ length: 32 }, () => functions.invoke('one', { act: 'ask', url }));
    await asked;
    let isAnswered = false;
    const next = functions.invoke('two', { act: 'nothing' }).finally(() => {
      isAnswered = true;
    });
    // Starts a thread and comes back: far longer than an answer takes.
    await functions.invoke('fed', { act: 'nothing' });
    expect(isAnswered).toBe(false);
    letGo();
    expect(await Promise.all([...held, next])).toHaveLength(33);
  });

  it.each(['hang', 'exit', 'crash'])(
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

  it('says in the log what took too long, as Lambda does: who called it is answered 500 and knows no more', async () => {
    const log = join(temporaryFolder(), 'functions.log');
    const functions = pool(log);
    await functions.invoke('hasty', { act: 'hang' });
    await functions.stop();
    expect(readFileSync(log, 'utf8')).toContain('hasty: Task timed out after 5 seconds');
  });

  it('says when a function has written to the table, and not when it has read', async () => {
    let writes = 0;
    const functions = pool(undefined, () => {
      writes += 1;
    });
    const { url, letGo } = await heldAnswer();
    letGo();
    const send = (target: string) =>
      functions.invoke('one', { act: 'table', url, target: `DynamoDB_20120810.${target}` });
    for (const target of ['GetItem', 'Query', 'BatchGetItem']) await send(target);
    expect(writes).toBe(0);
    for (const target of ['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems', 'BatchWriteItem'])
      await send(target);
    expect(writes).toBe(5);
  });

  it('refuses events once it is stopped', async () => {
    const functions = pool();
    await functions.stop();
    expect(await functions.invoke('one', {})).toMatchObject({ ok: false, error: { errorType: 'Runtime.Stopped' } });
  });
});
