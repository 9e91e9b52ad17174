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

export interface ExportStateMachineProps {
  readonly plan: HouseFunction;
  readonly shard: HouseFunction;
  readonly finish: HouseFunction;
}

/** How many shards are read at once: half of them, so that an export takes no more than a part of the table's throughput. */
const shardsAtOnce = 8;

/**
 * Plan, then every shard, then finish; payloads as in `contract/export-steps.ts`. Whatever fails is told to the finish
 * function, so that the export is shown as failed. Every step may run twice.
 */
export class ExportStateMachine extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { plan, shard, finish }: ExportStateMachineProps) {
    super(scope, id);
    const origin = {
      input: JsonPath.objectAt('$$.Execution.Input'),
      executionId: JsonPath.stringAt('$$.Execution.Id'),
    };

    const markFailed = step(this, 'MarkFailed', finish, {
      failed: { ...origin, error: JsonPath.objectAt('$') },
    }).next(
      new Fail(this, 'Failed', {
        error: 'ExportFailed',
        cause: 'The cause is in the export and in the history of this execution.',
      }),
    );

    const planning = step(this, 'Plan', plan, origin);
    const finishing = step(this, 'Finish', finish, {
      appId: JsonPath.stringAt('$.appId'),
      purposeId: JsonPath.stringAt('$.purposeId'),
      exportId: JsonPath.stringAt('$.exportId'),
      parts: JsonPath.listAt('$.parts'),
    });
    const everyShard = new MapState(this, 'EveryShard', {
      itemsPath: '$.shards',
      maxConcurrency: shardsAtOnce,
      resultPath: '$.parts',
    });
    everyShard.itemProcessor(step(this, 'WriteShard', shard));
    for (const state of [planning, everyShard, finishing]) state.addCatch(markFailed);

    const logGroup = new LogGroup(this, 'Log', {
      // As the access log of the API: Step Functions, "Logging using CloudWatch Logs", asks for this prefix.
      logGroupName: `/aws/vendedlogs/${Stack.of(this).stackName}/exports`,
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.machine = new StateMachine(this, 'Machine', {
      definitionBody: DefinitionBody.fromChainable(
        planning.next(
          new Choice(this, 'IsDuplicate')
            .when(Condition.booleanEquals('$.duplicate', true), new Succeed(this, 'AlreadyTaken'))
            .otherwise(everyShard.next(finishing)),
        ),
      ),
      // Longer than all steps with all their tries: a timeout could not be told to the export.
      timeout: Duration.hours(6),
      tracingEnabled: true,
      // Steps pass ids and counts, never a person.
      logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: true },
    });

    acknowledgeWildcard(this.machine, '*', 'Log delivery of Step Functions and X-Ray accept nothing else.');
    for (const fn of [plan, shard, finish]) {
      acknowledgeWildcard(
        this.machine,
        `${inFinding(fn, 'Arn')}:*`,
        'Versions of this one function, which it has none of: CDK always adds them.',
      );
    }
  }
}

/** One call of a function: what it answers is the next state. Without `payload` it gets the state's input. */
function step(scope: Construct, id: string, fn: HouseFunction, payload?: Record<string, unknown>): LambdaInvoke {
  const task = new LambdaInvoke(scope, id, {
    lambdaFunction: fn,
    ...(payload !== undefined && { payload: TaskInput.fromObject(payload) }),
    outputPath: '$.Payload',
    retryOnServiceExceptions: false,
  });
  // A refusal is the same at every try (ExportRefusedError); Step Functions takes the first retrier that fits.
  task.addRetry({ errors: ['ExportRefusedError'], maxAttempts: 0 });
  task.addRetry({
    errors: ['States.ALL'],
    interval: Duration.seconds(2),
    backoffRate: 3,
    maxAttempts: 3,
    jitterStrategy: JitterType.FULL,
  });
  return task;
}
