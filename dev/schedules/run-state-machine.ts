import type { FunctionPool } from '../functions/functions.ts';
import { ExecutionFailedError } from './execution-failed-error.ts';
import { type Data, fill, pick, place } from './state-data.ts';

/** A state machine definition in the Amazon States Language (JSONPath), as far as ours uses it. */
export interface StateMachineDefinition {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

interface State {
  readonly Type: string;
  readonly Next?: string;
  readonly End?: boolean;
  readonly [field: string]: unknown;
}

interface ErrorRule {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts?: number;
  readonly Next?: string;
  readonly ResultPath?: string | null;
}

/**
 * Runs a state machine from its start to its end and gives its output. Retries follow at once, without their intervals.
 * Errors: ExecutionFailedError; a state type or a condition that this driver does not know, by its name.
 */
export async function runStateMachine(
  machine: StateMachineDefinition,
  input: unknown,
  execution: { readonly Id: string; readonly Name: string; readonly StartTime: string },
  invoke: FunctionPool['invoke'],
): Promise<unknown> {
  return runFrom(machine, input, { Execution: { ...execution, Input: input } });

  async function runFrom({ StartAt, States }: StateMachineDefinition, start: unknown, context: Data): Promise<unknown> {
    let name: string | undefined = StartAt;
    let data = start;
    while (name !== undefined) {
      const state: State | undefined = States[name];
      if (state === undefined) throw new ExecutionFailedError('States.Runtime', `There is no state "${name}".`);
      const step = await attempt(state, data, { ...context, State: { Name: name } });
      data = step.output;
      name = step.next;
    }
    return data;
  }

  /** One state with its retries; a failure that is caught goes on at the catcher. */
  async function attempt(
    state: State,
    data: unknown,
    context: Data,
  ): Promise<{ output: unknown; next: string | undefined }> {
    const failures = new Map<ErrorRule, number>();
    for (;;) {
      try {
        return await enter(state, data, context);
      } catch (error) {
        const failed = error instanceof ExecutionFailedError ? error : undefined;
        if (failed === undefined || state.Type === 'Fail') throw error;
        const retry = ruleFor(state.Retry, failed);
        const count = retry === undefined ? 0 : (failures.get(retry) ?? 0);
        if (retry !== undefined && count < (retry.MaxAttempts ?? 3)) {
          failures.set(retry, count + 1);
          continue;
        }
        const catcher = ruleFor(state.Catch, failed);
        if (catcher?.Next === undefined) throw error;
        return {
          output: place(data, catcher.ResultPath, { Error: failed.error, Cause: failed.message }),
          next: catcher.Next,
        };
      }
    }
  }

  async function enter(
    state: State,
    data: unknown,
    context: Data,
  ): Promise<{ output: unknown; next: string | undefined }> {
    const input = state.InputPath === undefined ? data : pick(state.InputPath, data, context);
    const finish = (result: unknown) => {
      const selected = state.ResultSelector === undefined ? result : fill(state.ResultSelector, result, context);
      const output = place(data, state.ResultPath, selected);
      return {
        output: state.OutputPath === undefined ? output : pick(state.OutputPath, output, context),
        next: state.End === true ? undefined : state.Next,
      };
    };
    switch (state.Type) {
      case 'Task':
        return finish(await task(state, input, context));
      case 'Map':
        return finish(await map(state, input, context));
      case 'Pass':
        return finish(
          state.Result ?? (state.Parameters === undefined ? input : fill(state.Parameters, input, context)),
        );
      case 'Choice': {
        const chosen =
          (state.Choices as readonly Data[]).find((choice) => holds(choice, input, context))?.Next ?? state.Default;
        if (typeof chosen !== 'string') throw new ExecutionFailedError('States.NoChoiceMatched', 'No choice holds.');
        return { output: input, next: chosen };
      }
      case 'Succeed':
        return { output: input, next: undefined };
      case 'Fail': {
        const text = (field: string): string =>
          String(
            state[`${field}Path`] === undefined ? (state[field] ?? '') : pick(state[`${field}Path`], input, context),
          );
        throw new ExecutionFailedError(text('Error'), text('Cause'));
      }
      default:
        throw new Error(`Local mode does not know states of type ${state.Type}.`);
    }
  }

  async function task(state: State, input: unknown, context: Data): Promise<unknown> {
    const optimised = state.Resource === 'arn:aws:states:::lambda:invoke';
    const parameters = state.Parameters === undefined ? input : fill(state.Parameters, input, context);
    const { FunctionName, Payload } = optimised
      ? (parameters as { FunctionName: string; Payload: unknown })
      : { FunctionName: String(state.Resource), Payload: parameters };
    const invocation = await invoke(FunctionName.split(':function:')[1] ?? FunctionName, Payload);
    if (!invocation.ok) throw new ExecutionFailedError(invocation.error.errorType, JSON.stringify(invocation.error));
    return optimised
      ? { ExecutedVersion: '$LATEST', Payload: invocation.payload, StatusCode: 200 }
      : invocation.payload;
  }

  async function map(state: State, input: unknown, context: Data): Promise<unknown[]> {
    const items = pick(state.ItemsPath ?? '$', input, context);
    if (!Array.isArray(items)) throw new ExecutionFailedError('States.Runtime', 'ItemsPath does not name a list.');
    const results: unknown[] = new Array(items.length);
    const processor = (state.ItemProcessor ?? state.Iterator) as StateMachineDefinition;
    let next = 0;
    const lane = async (): Promise<void> => {
      for (let index = next++; index < items.length; index = next++) {
        const inner = { ...context, Map: { Item: { Index: index, Value: items[index] } } };
        const selector = state.ItemSelector ?? state.Parameters;
        results[index] = await runFrom(
          processor,
          selector === undefined ? items[index] : fill(selector, input, inner),
          inner,
        );
      }
    };
    const lanes = Math.min(Number(state.MaxConcurrency ?? 0) || 40, items.length);
    await Promise.all(Array.from({ length: lanes }, lane));
    return results;
  }
}

function ruleFor(rules: unknown, { error }: ExecutionFailedError): ErrorRule | undefined {
  return ((rules ?? []) as readonly ErrorRule[]).find(({ ErrorEquals }) =>
    ErrorEquals.some(
      (name) => name === error || name === 'States.ALL' || (name === 'States.TaskFailed' && error !== 'States.Timeout'),
    ),
  );
}

function holds(choice: Data, data: unknown, context: Data): boolean {
  if (Array.isArray(choice.And)) return choice.And.every((each: Data) => holds(each, data, context));
  if (Array.isArray(choice.Or)) return choice.Or.some((each: Data) => holds(each, data, context));
  if (choice.Not !== undefined) return !holds(choice.Not as Data, data, context);
  const value = pick(choice.Variable, data, context);
  const operator = Object.keys(choice).find((key) => key !== 'Variable' && key !== 'Next') ?? '';
  if (operator === 'IsPresent') return (value !== undefined) === choice.IsPresent;
  if (['BooleanEquals', 'StringEquals', 'NumericEquals'].includes(operator)) return value === choice[operator];
  throw new Error(`Local mode does not know the condition ${operator}.`);
}
