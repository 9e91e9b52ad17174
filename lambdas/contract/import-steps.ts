/**
 * What the steps of the state machine `Imports` are given and answer: plan -> one part each -> finish, all by one function.
 * CDK draws the machine from these shapes, the function speaks them, local mode drives them.
 *
 * - plan: payload `{ step: 'plan', input: $$.Execution.Input }`, answer `ImportPlanAnswer`
 * - `go` false: the file cannot be used, or another execution is on its way: the execution ends well
 * - map over `$.parts`: payload one `ImportPartEvent`
 * - finish: payload `{ step: 'finish', input: $$.Execution.Input }`
 * - any error: payload `{ step: 'failed', input: $$.Execution.Input, error: <what Catch caught> }`, then the execution fails
 */

/** Input of an execution. `run` counts the dry runs of an import, `attempt` its executions. */
export interface ImportInput {
  readonly appId: string;
  readonly importId: string;
  readonly mode: 'preview' | 'apply' | 'undo';
  readonly run: number;
  readonly attempt: number;
}

export interface ImportPlanEvent {
  readonly step: 'plan';
  readonly input: ImportInput;
}

export interface ImportPartEvent {
  readonly step: 'part';
  readonly appId: string;
  readonly importId: string;
  readonly mode: ImportInput['mode'];
  readonly run: number;
  /** Counted from 1. */
  readonly part: number;
}

export interface ImportPlanAnswer {
  readonly go: boolean;
  /** Those that are not done. */
  readonly parts: readonly ImportPartEvent[];
}

export interface ImportFinishEvent {
  readonly step: 'finish';
  readonly input: ImportInput;
}

export interface ImportFailedEvent {
  readonly step: 'failed';
  readonly input: ImportInput;
  /** As Step Functions writes it into the state that catches. */
  readonly error: { readonly Error: string; readonly Cause?: string };
}

export type ImportStepEvent = ImportPlanEvent | ImportPartEvent | ImportFinishEvent | ImportFailedEvent;
