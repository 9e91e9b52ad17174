/**
 * What the steps of the export state machine are given and answer: plan -> one shard each -> finish.
 * CDK draws the machine from these shapes, the functions speak them, local mode drives them.
 *
 * - plan: payload `{ input: $$.Execution.Input, executionId: $$.Execution.Id }`, answer `PlanAnswer`
 * - `duplicate` true: the execution ends well, nothing is written
 * - map over `$.shards`: payload one `ShardEvent`, answer `ShardAnswer`
 * - finish: payload `{ appId, purposeId, exportId, parts: [ShardAnswer…] }`
 * - any error: payload `{ failed: { input: $$.Execution.Input, executionId: $$.Execution.Id, error: <what Catch caught> } }`
 *   to the same function as finish, then the execution fails
 */

/** Input of an execution: an export asked for (`exportId`), or the tick of a schedule (`scheduleId`, `scheduledTime`). */
export interface ExportInput {
  readonly appId: string;
  readonly purposeId: string;
  readonly exportId?: string;
  readonly scheduleId?: string;
  /** The Scheduler's `<aws.scheduler.scheduled-time>`, e.g. `2026-11-21T02:00:00Z`. */
  readonly scheduledTime?: string;
}

export interface PlanEvent {
  readonly input: ExportInput;
  /** A retry of the same execution continues; another execution of the same tick is a duplicate. */
  readonly executionId: string;
}

export interface ShardEvent {
  readonly appId: string;
  readonly purposeId: string;
  readonly exportId: string;
  readonly shard: number;
}

export interface PlanAnswer {
  readonly appId: string;
  readonly purposeId: string;
  readonly exportId: string;
  readonly duplicate: boolean;
  /** Empty when it is a duplicate. */
  readonly shards: readonly ShardEvent[];
}

export interface ShardAnswer {
  readonly shard: number;
  readonly rows: number;
  /** People left out, by the code of the reason that decided. */
  readonly excluded: { readonly [code: string]: number };
}

export interface FinishEvent {
  readonly appId: string;
  readonly purposeId: string;
  readonly exportId: string;
  readonly parts: readonly ShardAnswer[];
}

export interface FailedEvent {
  readonly failed: {
    readonly input: ExportInput;
    readonly executionId: string;
    /** As Step Functions writes it into the state that catches. */
    readonly error: { readonly Error: string; readonly Cause?: string };
  };
}

export type FinishAnswer =
  | { readonly status: 'completed'; readonly exportId: string; readonly rows: number }
  | { readonly status: 'failed' };
