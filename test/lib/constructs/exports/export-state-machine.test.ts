import { describe, expect, test } from 'vitest';
import { shards } from '../../../../lambdas/contract/table.ts';
import { spell, synthesise } from '../../synthesised-stack.ts';

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly Parameters?: { readonly FunctionName: string; readonly Payload?: unknown; readonly 'Payload.$'?: string };
  readonly Retry?: readonly { readonly ErrorEquals: readonly string[]; readonly MaxAttempts: number }[];
  readonly Catch?: readonly { readonly ErrorEquals: readonly string[]; readonly Next: string }[];
  readonly [field: string]: unknown;
}

const { functionNamed, only } = synthesise();
const machine = only('AWS::StepFunctions::StateMachine', 'Exports');
const { StartAt, States } = JSON.parse(spell(machine.properties.DefinitionString)) as {
  StartAt: string;
  States: Record<string, State>;
};
const state = (name: string): State => {
  const found = States[name];
  if (found === undefined) throw new Error(`There is no state ${name}.`);
  return found;
};
const item = (state('EveryShard').ItemProcessor as { States: Record<string, State> }).States.WriteShard;

describe('an export', () => {
  test('starts with the plan, which learns what was asked and by which execution', () => {
    expect(StartAt).toBe('Plan');
    expect(state('Plan').Parameters).toEqual({
      FunctionName: `{${functionNamed('export-plan').id}.Arn}`,
      Payload: { 'input.$': '$$.Execution.Input', 'executionId.$': '$$.Execution.Id' },
    });
    expect(state('Plan').Next).toBe('IsDuplicate');
  });

  test('ends well at once when the tick was taken before', () => {
    expect(state('IsDuplicate')).toEqual({
      Type: 'Choice',
      Choices: [{ Variable: '$.duplicate', BooleanEquals: true, Next: 'AlreadyTaken' }],
      Default: 'EveryShard',
    });
    expect(state('AlreadyTaken').Type).toBe('Succeed');
  });

  test('then writes every shard, some at a time', () => {
    expect(state('EveryShard')).toMatchObject({
      Type: 'Map',
      ItemsPath: '$.shards',
      ResultPath: '$.parts',
      Next: 'Finish',
    });
    expect(Number(state('EveryShard').MaxConcurrency)).toBeGreaterThan(1);
    expect(Number(state('EveryShard').MaxConcurrency)).toBeLessThanOrEqual(shards);
    expect(item?.Parameters).toEqual({ FunctionName: `{${functionNamed('export-shard').id}.Arn}`, 'Payload.$': '$' });
  });

  test('and finishes with what the shards answered', () => {
    expect(state('Finish')).toMatchObject({ End: true });
    expect(state('Finish').Parameters).toEqual({
      FunctionName: `{${functionNamed('export-finish').id}.Arn}`,
      Payload: { 'appId.$': '$.appId', 'purposeId.$': '$.purposeId', 'exportId.$': '$.exportId', 'parts.$': '$.parts' },
    });
  });
});

describe('when something fails', () => {
  test.each(['Plan', 'EveryShard', 'Finish'])('%s tells the finish function what, then the execution fails', (name) => {
    expect(state(name).Catch).toEqual([{ ErrorEquals: ['States.ALL'], Next: 'MarkFailed' }]);
  });

  test('the finish function learns the input, the execution and the error, whatever the state was', () => {
    expect(state('MarkFailed').Parameters).toEqual({
      FunctionName: `{${functionNamed('export-finish').id}.Arn}`,
      Payload: { failed: { 'input.$': '$$.Execution.Input', 'executionId.$': '$$.Execution.Id', 'error.$': '$' } },
    });
    expect(state('MarkFailed').Next).toBe('Failed');
    expect(state('Failed').Type).toBe('Fail');
  });

  // Step Functions takes the first retrier that fits.
  const retries = [
    expect.objectContaining({ ErrorEquals: ['ExportRefusedError'], MaxAttempts: 0 }),
    expect.objectContaining({ ErrorEquals: ['States.ALL'], MaxAttempts: 3 }),
  ];
  test.each(['Plan', 'Finish', 'MarkFailed'])('%s is tried again first, and not for ever; a refusal is not', (name) => {
    expect(state(name).Retry).toEqual(retries);
  });

  test('so is each shard', () => {
    expect(item?.Retry).toEqual(retries);
  });

  test('the history of an execution is logged', () => {
    expect(machine.properties.LoggingConfiguration).toMatchObject({ Level: 'ALL', IncludeExecutionData: true });
  });
});
