import { describe, expect, it } from 'vitest';
import type { Invocation } from '../../../dev/functions/functions.ts';
import { ExecutionFailedError } from '../../../dev/schedules/execution-failed-error.ts';
import { runStateMachine, type StateMachineDefinition } from '../../../dev/schedules/run-state-machine.ts';

const task = (name: string, fields: object) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: `arn:aws:lambda:eu-west-1:000000000000:function:${name}`, 'Payload.$': '$' },
  OutputPath: '$.Payload',
  Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 2, BackoffRate: 3 }],
  ...fields,
});
const toFailure = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'MarkFailed' }] };

/** The shape that CDK gives the export: plan, a choice, a map over shards, finish, and a mark when anything fails. */
const exportMachine: StateMachineDefinition = {
  StartAt: 'Plan',
  States: {
    Plan: task('plan', {
      Parameters: {
        FunctionName: ':function:plan',
        Payload: { 'input.$': '$$.Execution.Input', 'executionId.$': '$$.Execution.Id', fixed: 1 },
      },
      Next: 'IsDuplicate',
      ...toFailure,
    }),
    IsDuplicate: {
      Type: 'Choice',
      Choices: [{ Variable: '$.duplicate', BooleanEquals: true, Next: 'AlreadyTaken' }],
      Default: 'EveryShard',
    },
    EveryShard: {
      Type: 'Map',
      ItemsPath: '$.shards',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'WriteShard',
        States: { WriteShard: task('shard', { End: true }) },
      },
      ItemSelector: { 'shard.$': '$$.Map.Item.Value', 'index.$': '$$.Map.Item.Index', 'exportId.$': '$.exportId' },
      MaxConcurrency: 2,
      ResultPath: '$.parts',
      Next: 'Finish',
      ...toFailure,
    },
    Finish: task('finish', { End: true, ...toFailure }),
    MarkFailed: task('finish', {
      Parameters: {
        FunctionName: ':function:finish',
        Payload: { failed: { 'cause.$': '$.Cause', 'error.$': '$.Error' } },
      },
      Next: 'Failed',
    }),
    Failed: { Type: 'Fail', Error: 'ExportFailed', Cause: 'see the export' },
    AlreadyTaken: { Type: 'Succeed' },
  },
};

const execution = { Id: 'arn:execution:1', Name: '1', StartTime: '2026-01-01T00:00:00.000Z' };

/** Functions for the driver, and the events that they got. */
function functions(answers: Readonly<Record<string, (event: Record<string, unknown>) => unknown>>) {
  const events: [string, unknown][] = [];
  const invoke = async (name: string, event: unknown): Promise<Invocation> => {
    events.push([name, event]);
    try {
      return { ok: true, payload: answers[name]?.(event as Record<string, unknown>) ?? null };
    } catch (error) {
      return { ok: false, error: { errorType: (error as Error).name, errorMessage: (error as Error).message } };
    }
  };
  return { events, invoke };
}

const plan = () => ({ exportId: 'exp_1', duplicate: false, shards: ['a', 'b', 'c'] });

describe('the state machine driver', () => {
  it('plans, maps over the shards and finishes with their results in order', async () => {
    const { events, invoke } = functions({ plan, shard: ({ shard }) => ({ wrote: shard }), finish: (event) => event });
    const output = await runStateMachine(exportMachine, { appId: 'acme' }, execution, invoke);
    expect(events[0]).toEqual(['plan', { input: { appId: 'acme' }, executionId: 'arn:execution:1', fixed: 1 }]);
    expect(events.filter(([name]) => name === 'shard').map(([, event]) => event)).toEqual([
      { shard: 'a', index: 0, exportId: 'exp_1' },
      { shard: 'b', index: 1, exportId: 'exp_1' },
      { shard: 'c', index: 2, exportId: 'exp_1' },
    ]);
    expect(output).toEqual({ ...plan(), parts: [{ wrote: 'a' }, { wrote: 'b' }, { wrote: 'c' }] });
  });

  it('runs no more shards at once than MaxConcurrency', async () => {
    let atOnce = 0;
    let most = 0;
    const invoke = async (name: string): Promise<Invocation> => {
      if (name !== 'shard') return { ok: true, payload: plan() };
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      return { ok: true, payload: {} };
    };
    await runStateMachine(exportMachine, {}, execution, invoke);
    expect(most).toBe(2);
  });

  it('takes the other branch of a choice', async () => {
    const { events, invoke } = functions({ plan: () => ({ duplicate: true }) });
    expect(await runStateMachine(exportMachine, {}, execution, invoke)).toEqual({ duplicate: true });
    expect(events.map(([name]) => name)).toEqual(['plan']);
  });

  it('tries a failing step again as often as it may, then goes to the catcher with error and cause', async () => {
    const { events, invoke } = functions({
      plan,
      shard: () => {
        throw new RangeError('no');
      },
    });
    const failed = await runStateMachine({ ...exportMachine }, {}, execution, invoke).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(ExecutionFailedError);
    expect(failed).toMatchObject({ error: 'ExportFailed', message: 'see the export' });
    expect(events.filter(([, event]) => (event as { index?: number }).index === 0)).toHaveLength(3);
    expect(events.at(-1)).toEqual([
      'finish',
      { failed: { error: 'RangeError', cause: '{"errorType":"RangeError","errorMessage":"no"}' } },
    ]);
  });

  it('goes on when a repeated step succeeds', async () => {
    let tries = 0;
    const { invoke } = functions({
      plan: () => {
        tries += 1;
        if (tries < 3) throw new Error('not yet');
        return { duplicate: true };
      },
    });
    await runStateMachine(exportMachine, {}, execution, invoke);
    expect(tries).toBe(3);
  });

  it('fails where a path is missing from the input', async () => {
    const machine = { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { 'x.$': '$.missing' }, End: true } } };
    await expect(runStateMachine(machine, {}, execution, functions({}).invoke)).rejects.toMatchObject({
      error: 'States.ParameterPathFailure',
    });
  });

  it('says which state type it does not know', async () => {
    const machine = { StartAt: 'A', States: { A: { Type: 'Wait', Seconds: 1, End: true } } };
    await expect(runStateMachine(machine, {}, execution, functions({}).invoke)).rejects.toThrow('states of type Wait');
  });
});
