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

export interface ImportStateMachineProps {
  readonly steps: HouseFunction;
}

/** How many parts are done at once: each writes to sixteen people at a time, and people are heard meanwhile. */
const partsAtOnce = 4;

/**
 * Plan, then every part, then finish; payloads as in `contract/import-steps.ts`. Whatever fails is told to the function, so that the
 * import is shown as failed and can be continued.
 */
export class ImportStateMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { steps }: ImportStateMachineProps) {
    super(scope, id);
    const input = JsonPath.objectAt('$$.Execution.Input');
    this.machine = jobMachine(this, {
      name: 'imports',
      functions: [steps],
      planning: jobStep(this, 'Plan', steps, { step: 'plan', input }),
      parts: new MapState(this, 'EveryPart', {
        itemsPath: '$.parts',
        maxConcurrency: partsAtOnce,
        // What a part came to lies in the table.
        resultPath: JsonPath.DISCARD,
      }),
      part: jobStep(this, 'Part', steps),
      finishing: jobStep(this, 'Finish', steps, { step: 'finish', input }),
      markFailed: jobStep(this, 'MarkFailed', steps, { step: 'failed', input, error: JsonPath.objectAt('$') }),
      failure: {
        error: 'ImportFailed',
        cause: 'The cause is in the history of this execution; the import says how to continue.',
      },
      choose: (rest) =>
        new Choice(this, 'IsToGoOn')
          .when(Condition.booleanEquals('$.go', true), rest)
          .otherwise(new Succeed(this, 'NothingToDo')),
      // 400 parts, four at a time, of at most a quarter of an hour each.
      timeout: Duration.hours(36),
    });
  }
}
