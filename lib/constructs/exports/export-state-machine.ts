import { Duration } from 'aws-cdk-lib';
import {
  Choice,
  Condition,
  JsonPath,
  Map as MapState,
  type StateMachine,
  Succeed,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { HouseFunction } from '../functions/house-function.ts';
import { jobMachine, jobStep } from '../functions/job-machine.ts';

export interface ExportStateMachineProps {
  readonly plan: HouseFunction;
  readonly shard: HouseFunction;
  readonly finish: HouseFunction;
}

/** How many shards are read at once: half of them, so that an export takes no more than a part of the table's throughput. */
const shardsAtOnce = 8;

/**
 * Plan, then every shard, then finish; payloads as in `contract/export-steps.ts`. Whatever fails is told to the finish
 * function, so that the export is shown as failed.
 */
export class ExportStateMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { plan, shard, finish }: ExportStateMachineProps) {
    super(scope, id);
    const origin = {
      input: JsonPath.objectAt('$$.Execution.Input'),
      executionId: JsonPath.stringAt('$$.Execution.Id'),
    };
    const step = (name: string, fn: HouseFunction, payload?: Record<string, unknown>) =>
      jobStep(this, name, fn, payload, 'ExportRefusedError');
    this.machine = jobMachine(this, {
      name: 'exports',
      functions: [plan, shard, finish],
      planning: step('Plan', plan, origin),
      parts: new MapState(this, 'EveryShard', {
        itemsPath: '$.shards',
        maxConcurrency: shardsAtOnce,
        resultPath: '$.parts',
      }),
      part: step('WriteShard', shard),
      finishing: step('Finish', finish, {
        appId: JsonPath.stringAt('$.appId'),
        purposeId: JsonPath.stringAt('$.purposeId'),
        exportId: JsonPath.stringAt('$.exportId'),
        parts: JsonPath.listAt('$.parts'),
      }),
      markFailed: step('MarkFailed', finish, { failed: { ...origin, error: JsonPath.objectAt('$') } }),
      failure: {
        error: 'ExportFailed',
        cause: 'The cause is in the export and in the history of this execution.',
      },
      choose: (rest) =>
        new Choice(this, 'IsDuplicate')
          .when(Condition.booleanEquals('$.duplicate', true), new Succeed(this, 'AlreadyTaken'))
          .otherwise(rest),
      timeout: Duration.hours(6),
    });
  }
}
