import { fileURLToPath } from 'node:url';
import { type CfnResource, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { Charset, type ICommandHooks, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { functionMetadata } from '../../../lambdas/contract/deployment.ts';
import { environment } from '../../../lambdas/contract/environment.ts';
import type { FunctionName } from '../../../lambdas/contract/routes.ts';
import { bundling } from '../../bundling/bundling.ts';
import { type AlarmMeaning, type Alarms, alarmPeriod } from '../alarms/alarms.ts';
import { acknowledgeWildcard } from './acknowledge-wildcard.ts';
import type { DeadLetterQueue } from './dead-letter-queue.ts';

/** Lambda lets a function run so many minutes. */
const longest = 15;

/** Of functions that wake nobody, together. */
const throttled: AlarmMeaning = {
  severity: 'ticket',
  impact: 'Runs of a function were refused: whoever called waits and repeats, or gives up.',
  runbook:
    'The graph "Throttled" of the dashboard shows which; the account, or what is reserved for it, has no more runs: see "Concurrency".',
};

/** Of functions that a no waits for, and of long steps, together. */
const slow: AlarmMeaning = {
  severity: 'ticket',
  impact: 'A run took nearly all the time that it has; the next may end in the middle, a no among what it does.',
  runbook:
    'The graph "Longest run" of the dashboard shows which; read its log for what it waited for: the table, a secret, Meta; or an export grew.',
};

/** `impact` and `runbook` are those of the function's error alarm. */
export interface HouseFunctionProps extends AlarmMeaning {
  readonly alarms: Alarms;
  /** How many may run at once: kept for this function, and no more. @default - a part of what the account has left */
  readonly reserved?: number | undefined;
  /** @default 15 seconds */
  readonly timeout?: Duration;
  /** In MB; a whole CPU comes with 1769. @default 512 */
  readonly memory?: number;
  /** A command that writes more files beside the code; it is told the folder. @default - the code is all there is */
  readonly moreFiles?: ((folder: string) => string) | undefined;
  /** Where events go that fail again and again. @default - the function is only invoked synchronously and has no such events */
  readonly deadLetters?: DeadLetterQueue;
}

/**
 * A function as this house builds it: `lambdas/handlers/<name>.ts` in one small ES module on arm64, with a role of its own
 * that may write its own log and nothing else, and an alarm. Everything more is granted, and named in its environment,
 * by the `grant…` methods of what it uses.
 */
export class HouseFunction extends NodejsFunction {
  /** The name under which routes and handlers know it. */
  readonly handlerName: FunctionName;
  declare readonly role: Role;

  constructor(scope: Construct, id: string, handlerName: FunctionName, props: HouseFunctionProps) {
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    logGroup.grantWrite(role);

    super(scope, id, {
      entry: fileURLToPath(new URL(`../../../lambdas/handlers/${handlerName}.ts`, import.meta.url)),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memory ?? 512,
      timeout: props.timeout ?? Duration.seconds(15),
      reservedConcurrentExecutions: props.reserved,
      environment: { [environment.stackName]: Stack.of(scope).stackName },
      tracing: Tracing.ACTIVE,
      awsSdkConnectionReuse: false,
      role,
      logGroup,
      // Without Lambda's own three lines for each run, which cost more than ours: what they say, its metrics say too.
      loggingFormat: LoggingFormat.JSON,
      systemLogLevelV2: SystemLogLevel.WARN,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      deadLetterQueue: props.deadLetters,
      bundling: {
        bundleAwsSDK: true,
        format: OutputFormat.ESM,
        charset: Charset.UTF8,
        minify: bundling.minify,
        target: bundling.target,
        mainFields: bundling.mainFields,
        footer: bundling.footer.js,
        ...(props.moreFiles !== undefined && { commandHooks: afterBundling(props.moreFiles) }),
        esbuildArgs: Object.fromEntries(Object.entries(bundling.alias).map(([from, to]) => [`--alias:${from}`, to])),
      },
    });
    this.handlerName = handlerName;
    (this.node.defaultChild as CfnResource).addMetadata(functionMetadata, handlerName);

    props.deadLetters?.grantKey(role);
    const { alarms, severity, impact, runbook } = props;
    alarms.add(this, 'Errors', { metric: this.metricErrors({ period: alarmPeriod }), severity, impact, runbook });
    // Whoever calls repeats a throttled run, so nothing else shows it.
    const throttles = this.metricThrottles({ period: alarmPeriod });
    if (severity === 'page') {
      const noMoreRuns =
        'The account, or what is reserved for this function, has no more concurrent runs: see "Concurrency".';
      alarms.add(this, 'Throttles', { metric: throttles, severity, impact, runbook: noMoreRuns });
    } else {
      alarms.share('Throttles', throttled, { name: handlerName, metric: throttles, threshold: 1 });
    }

    // Where a no waits for it, and where the work of an export or import no longer fits into the time that there is.
    if (severity === 'page' || (props.timeout?.toMinutes({ integral: false }) ?? 0) >= longest) {
      alarms.share('Slow', slow, {
        name: handlerName,
        metric: this.metricDuration({ period: alarmPeriod, statistic: 'Maximum' }),
        threshold: 0.8 * (this.timeout ?? Duration.minutes(longest)).toMilliseconds(),
      });
    }

    acknowledgeWildcard(role, '*', 'xray:PutTraceSegments and xray:PutTelemetryRecords accept nothing else.');
    if (props.deadLetters === undefined) {
      Validations.of(this).acknowledge({
        id: 'Serverless-LambdaDLQ',
        reason:
          'Invoked by who waits for the answer (API Gateway, Step Functions) or by a mapping with its own destination.',
      });
    }
  }
}

function afterBundling(command: (folder: string) => string): ICommandHooks {
  return {
    beforeBundling: () => [],
    beforeInstall: () => [],
    afterBundling: (_project, folder) => [command(folder)],
  };
}
