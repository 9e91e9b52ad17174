import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  Choice,
  Condition,
  DefinitionBody,
  Fail,
  JitterType,
  JsonPath,
  LogLevel,
  Map as MapState,
  StateMachine,
  Succeed,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import { acknowledgeWildcard, inFinding } from '../functions/acknowledge-wildcard.ts';
import type { HouseFunction } from '../functions/house-function.ts';

export interface ImportStateMachineProps {
  readonly steps: HouseFunction;
}

/** How many parts are done at once: each writes to sixteen people at a time, and people are heard meanwhile. */
const partsAtOnce = 4;

/**
 * Plan, then every part, then finish; payloads as in `contract/import-steps.ts`. Whatever fails is told to the function, so that the
 * import is shown as failed and can be continued. Every step may run twice.
 */
export class ImportStateMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { steps }: ImportStateMachineProps) {
    super(scope, id);
    const input = JsonPath.objectAt('$$.Execution.Input');
    const markFailed = step(this, 'MarkFailed', steps, { step: 'failed', input, error: JsonPath.objectAt('$') }).next(
      new Fail(this, 'Failed', {
        error: 'ImportFailed',
        cause: 'The cause is in the history of this execution; the import says how to continue.',
      }),
    );
    const planning = step(this, 'Plan', steps, { step: 'plan', input });
    const everyPart = new MapState(this, 'EveryPart', {
      itemsPath: '$.parts',
      maxConcurrency: partsAtOnce,
      // What a part came to lies in the table.
      resultPath: JsonPath.DISCARD,
    });
    everyPart.itemProcessor(step(this, 'Part', steps));
    const finishing = step(this, 'Finish', steps, { step: 'finish', input });
    for (const state of [planning, everyPart, finishing]) state.addCatch(markFailed);

    const logGroup = new LogGroup(this, 'Log', {
      // As the access log of the API: Step Functions, "Logging using CloudWatch Logs", asks for this prefix.
      logGroupName: `/aws/vendedlogs/${Stack.of(this).stackName}/imports`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.machine = new StateMachine(this, 'Machine', {
      definitionBody: DefinitionBody.fromChainable(
        planning.next(
          new Choice(this, 'IsToGoOn')
            .when(Condition.booleanEquals('$.go', true), everyPart.next(finishing))
            .otherwise(new Succeed(this, 'NothingToDo')),
        ),
      ),
      // 400 parts, four at a time, of at most a quarter of an hour each: longer than all steps with all their tries.
      timeout: Duration.hours(36),
      tracingEnabled: true,
      // Steps pass ids and numbers of parts, never a person.
      logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: true },
    });

    acknowledgeWildcard(this.machine, '*', 'Log delivery of Step Functions and X-Ray accept nothing else.');
    acknowledgeWildcard(
      this.machine,
      `${inFinding(steps, 'Arn')}:*`,
      'Versions of this one function, which it has none of: CDK always adds them.',
    );
  }
}

/** One call of the function: what it answers is the next state. Without `payload` it gets the state's input. */
function step(scope: Construct, id: string, fn: HouseFunction, payload?: Record<string, unknown>): LambdaInvoke {
  const task = new LambdaInvoke(scope, id, {
    lambdaFunction: fn,
    ...(payload !== undefined && { payload: TaskInput.fromObject(payload) }),
    outputPath: '$.Payload',
    retryOnServiceExceptions: false,
  });
  task.addRetry({
    errors: ['States.ALL'],
    interval: Duration.seconds(2),
    backoffRate: 3,
    maxAttempts: 3,
    jitterStrategy: JitterType.FULL,
  });
  return task;
}
