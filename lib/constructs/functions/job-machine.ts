import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  type Chain,
  DefinitionBody,
  Fail,
  type FailProps,
  type IChainable,
  JitterType,
  LogLevel,
  type Map as MapState,
  StateMachine,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { acknowledgeWildcard, inFinding } from './acknowledge-wildcard.ts';
import type { HouseFunction } from './house-function.ts';

/** A job that is planned, done part by part, and finished. Every step may run twice. */
export interface Job {
  /** Of its log group. */
  readonly name: string;
  readonly functions: readonly HouseFunction[];
  readonly planning: LambdaInvoke;
  /** All parts, so many at once as it says. */
  readonly parts: MapState;
  readonly part: LambdaInvoke;
  readonly finishing: LambdaInvoke;
  /** Is told whatever fails, and the execution fails with what it answers. */
  readonly markFailed: LambdaInvoke;
  readonly failure: FailProps;
  /** Which plans are carried out: of those the rest follows. */
  readonly choose: (rest: Chain) => IChainable;
  /** Longer than all steps with all their tries: a timeout could be told to nobody. */
  readonly timeout: Duration;
}

/** The state machine of a job. Steps pass ids and counts, never a person. */
export function jobMachine(scope: Construct, job: Job): StateMachine {
  const { planning, parts, part, finishing } = job;
  const failed = job.markFailed.next(new Fail(scope, 'Failed', job.failure));
  parts.itemProcessor(part);
  for (const state of [planning, parts, finishing]) state.addCatch(failed);
  const logGroup = new LogGroup(scope, 'Log', {
    // As the access log of the API: Step Functions, "Logging using CloudWatch Logs", asks for this prefix.
    logGroupName: `/aws/vendedlogs/${Stack.of(scope).stackName}/${job.name}`,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
  const machine = new StateMachine(scope, 'Machine', {
    definitionBody: DefinitionBody.fromChainable(planning.next(job.choose(parts.next(finishing)))),
    timeout: job.timeout,
    tracingEnabled: true,
    logs: { destination: logGroup, level: LogLevel.ALL, includeExecutionData: true },
  });
  acknowledgeWildcard(machine, '*', 'Log delivery of Step Functions and X-Ray accept nothing else.');
  for (const fn of job.functions) {
    acknowledgeWildcard(
      machine,
      `${inFinding(fn, 'Arn')}:*`,
      'Versions of this one function, which it has none of: CDK always adds them.',
    );
  }
  return machine;
}

/**
 * One call of a function: what it answers is the next state. Without `payload` it gets the state's input.
 *
 * @param refusal the error that is the same at every try
 */
export function jobStep(
  scope: Construct,
  id: string,
  fn: HouseFunction,
  payload?: Record<string, unknown>,
  refusal?: string,
): LambdaInvoke {
  const task = new LambdaInvoke(scope, id, {
    lambdaFunction: fn,
    ...(payload !== undefined && { payload: TaskInput.fromObject(payload) }),
    outputPath: '$.Payload',
    retryOnServiceExceptions: false,
  });
  // Step Functions takes the first retrier that fits.
  if (refusal !== undefined) task.addRetry({ errors: [refusal], maxAttempts: 0 });
  task.addRetry({
    errors: ['States.ALL'],
    interval: Duration.seconds(2),
    backoffRate: 3,
    maxAttempts: 3,
    jitterStrategy: JitterType.FULL,
  });
  return task;
}
