import { randomUUID } from 'node:crypto';
import type { FunctionPool } from '../functions/functions.ts';
import type { KeptFile } from '../machine/kept-file.ts';
import { json, jsonBody, type LocalRequest, type LocalResponse } from '../machine/loopback-server.ts';
import { ExecutionFailedError } from './execution-failed-error.ts';
import { runStateMachine, type StateMachineDefinition } from './run-state-machine.ts';

/** An execution as DescribeExecution shows it; times in epoch seconds of our clock. */
export interface Execution {
  readonly executionArn: string;
  readonly stateMachineArn: string;
  readonly name: string;
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  readonly startDate: number;
  readonly stopDate?: number;
  readonly input: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** Step Functions on this machine. */
export interface Executions {
  /** Answers a request of the SDK (AWS JSON 1.0). */
  answer(request: LocalRequest): Promise<LocalResponse>;
  /** Starts an execution. Errors: StepFunctionsError. */
  start(stateMachineArn: string, input: string, name?: string): Execution;
  /** Resolves when no execution is running. */
  settled(): Promise<void>;
}

/** A refusal with its AWS name. */
export class StepFunctionsError extends Error {
  override readonly name:
    | 'StateMachineDoesNotExist'
    | 'ExecutionAlreadyExists'
    | 'ExecutionDoesNotExist'
    | 'InvalidExecutionInput'
    | 'InvalidName';

  constructor(name: StepFunctionsError['name'], message: string) {
    super(message);
    this.name = name;
  }
}

/** Executions that a stop cut off begin again from their first step: every step may run twice. */
export function openExecutions(
  stateMachines: ReadonlyMap<string, StateMachineDefinition>,
  kept: KeptFile<readonly Execution[]>,
  invoke: FunctionPool['invoke'],
  now: () => number,
  isStopping: () => boolean,
): Executions {
  const running = new Set<Promise<void>>();
  const find = (executionArn: string) => kept.read().find((each) => each.executionArn === executionArn);
  const keep = (execution: Execution) =>
    kept.write([...kept.read().filter((each) => each.executionArn !== execution.executionArn), execution]);

  async function run(execution: Execution, machine: StateMachineDefinition): Promise<void> {
    let end: Partial<Execution>;
    try {
      const context = {
        Id: execution.executionArn,
        Name: execution.name,
        StartTime: new Date(execution.startDate * 1000).toISOString(),
      };
      const output = await runStateMachine(machine, JSON.parse(execution.input), context, invoke);
      end = { status: 'SUCCEEDED', output: JSON.stringify(output) };
    } catch (error) {
      const failed =
        error instanceof ExecutionFailedError ? error : new ExecutionFailedError('States.Runtime', String(error));
      end = { status: 'FAILED', error: failed.error, cause: failed.message };
    }
    if (isStopping()) return;
    if (end.status === 'FAILED') console.error(`State machine: execution ${execution.name} failed (${end.error}).`);
    keep({ ...execution, ...end, stopDate: now() / 1000 });
  }

  function launch(execution: Execution, machine: StateMachineDefinition): void {
    const done = run(execution, machine).finally(() => running.delete(done));
    running.add(done);
  }

  function start(stateMachineArn: string, input: string, name: string = randomUUID()): Execution {
    const machine = stateMachines.get(stateMachineArn);
    if (machine === undefined)
      throw new StepFunctionsError('StateMachineDoesNotExist', `There is no state machine ${stateMachineArn}.`);
    if (!/^[0-9A-Za-z_-]{1,80}$/.test(name))
      throw new StepFunctionsError('InvalidName', `The name ${name} is not valid.`);
    if (!isJson(input)) throw new StepFunctionsError('InvalidExecutionInput', 'The input is not JSON.');
    const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
    const found = find(executionArn);
    // A running execution of this name with this input is the answer; a closed one keeps its name for 90 days.
    if (found?.status === 'RUNNING' && found.input === input) return found;
    if (found !== undefined)
      throw new StepFunctionsError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
    const execution: Execution = {
      executionArn,
      stateMachineArn,
      name,
      status: 'RUNNING',
      startDate: now() / 1000,
      input,
    };
    keep(execution);
    launch(execution, machine);
    return execution;
  }

  for (const execution of kept.read().filter(({ status }) => status === 'RUNNING')) {
    const machine = stateMachines.get(execution.stateMachineArn);
    if (machine !== undefined) launch(execution, machine);
  }

  return {
    start,
    async answer(request) {
      const body = jsonBody(request);
      try {
        if (request.headers['x-amz-target'] === 'AWSStepFunctions.StartExecution') {
          const name = typeof body.name === 'string' ? body.name : undefined;
          const { executionArn, startDate } = start(String(body.stateMachineArn), String(body.input ?? '{}'), name);
          return json(200, { executionArn, startDate });
        }
        const found = find(String(body.executionArn));
        if (found === undefined)
          throw new StepFunctionsError(
            'ExecutionDoesNotExist',
            `Execution Does Not Exist: '${String(body.executionArn)}'`,
          );
        return json(200, found);
      } catch (error) {
        if (!(error instanceof StepFunctionsError)) throw error;
        return json(400, { __type: error.name, message: error.message });
      }
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
