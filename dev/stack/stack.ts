import { functionMetadata } from '../../lambdas/contract/deployment.ts';
import type { LocalFunction } from '../functions/local-function.ts';
import type { GatewayAuthorizer, GatewayRoute } from '../http/gateway.ts';
import type { Brake } from '../http/token-bucket.ts';
import type { QueueMapping } from '../queues/queue-pump.ts';
import type { LocalQueue } from '../queues/queue-store.ts';
import type { FixedSchedule } from '../schedules/fixed-schedules.ts';
import type { StateMachineDefinition } from '../schedules/run-state-machine.ts';
import type { EventPattern } from '../stream/event-filter.ts';
import type { StreamMapping } from '../stream/stream-pump.ts';
import { localAccount, localRegion, openTemplate, type Resource } from '../template/template.ts';

/** The stack as local mode runs it: everything below comes from the synthesised template. */
export interface LocalStack {
  readonly functions: readonly LocalFunction[];
  readonly routes: readonly GatewayRoute[];
  readonly buckets: readonly string[];
  readonly streamMappings: readonly StreamMapping[];
  readonly queues: readonly LocalQueue[];
  readonly queueMappings: readonly QueueMapping[];
  /** Functions that are called for what is published on a topic. */
  readonly subscriptions: readonly { readonly id: string; readonly topicArn: string; readonly functionName: string }[];
  readonly stateMachines: ReadonlyMap<string, StateMachineDefinition>;
  readonly scheduleGroups: readonly string[];
  /** Those that are in the template, and not made by API. */
  readonly schedules: readonly FixedSchedule[];
}

/** The one table and its bucket keep their names from run to run, whatever the template calls them. */
export const localTableName = 'optledger';
const localNames = { 'AWS::DynamoDB::GlobalTable': localTableName, 'AWS::S3::Bucket': 'optledger-exports' };

interface RouteThrottle {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

type Properties = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads the template. Errors: a route or a mapping that leads to no function of ours, by its logical id. */
export function describeStack(template: { readonly Resources: Readonly<Record<string, Resource>> }): LocalStack {
  const { ofType } = openTemplate(template, localNames);
  const deployed = ofType('AWS::Lambda::Function').filter(({ metadata }) => metadata[functionMetadata] !== undefined);
  const nameByArn = (id: string, value: unknown): string => {
    const name = /:function:([^/:]+)/.exec(text(value))?.[1];
    const found = deployed.find((each) => each.id === name);
    if (found === undefined) throw new Error(`${id} leads to no function of this project.`);
    return text(found.metadata[functionMetadata]);
  };

  const authorizers = new Map(
    ofType('AWS::ApiGatewayV2::Authorizer').map(({ id, properties }): [string, GatewayAuthorizer] => [
      id,
      {
        functionName: nameByArn(id, properties.AuthorizerUri),
        headers: (properties.IdentitySource as string[]).map((source) =>
          source.replace('$request.header.', '').toLowerCase(),
        ),
        ttlSeconds: Number(properties.AuthorizerResultTtlInSeconds ?? 300),
      },
    ]),
  );
  const integrations = new Map(
    ofType('AWS::ApiGatewayV2::Integration').map(({ id, properties }) => [
      `integrations/${id}`,
      nameByArn(id, properties.IntegrationUri),
    ]),
  );

  const answering = new Set([...integrations.values(), ...[...authorizers.values()].map((each) => each.functionName)]);

  const [stage] = ofType('AWS::ApiGatewayV2::Stage');
  const brakeOf = (routeKey: string): Brake | undefined => {
    const { DefaultRouteSettings, RouteSettings } = (stage?.properties ?? {}) as {
      DefaultRouteSettings?: RouteThrottle;
      RouteSettings?: Readonly<Record<string, RouteThrottle>>;
    };
    const throttle = RouteSettings?.[routeKey] ?? DefaultRouteSettings;
    return throttle && { rate: throttle.ThrottlingRateLimit, burst: throttle.ThrottlingBurstLimit };
  };
  const mappingsOf = (service: string) =>
    ofType('AWS::Lambda::EventSourceMapping').filter(({ properties }) =>
      text(properties.EventSourceArn).includes(service),
    );

  return {
    functions: deployed.map(({ properties, metadata }) => ({
      name: text(metadata[functionMetadata]),
      handlerUrl: new URL(`../../lambdas/handlers/${text(metadata[functionMetadata])}.ts`, import.meta.url).href,
      environment: ((properties.Environment as Properties | undefined)?.Variables ?? {}) as Record<string, string>,
      timeoutSeconds: Number(properties.Timeout ?? 3),
      answers: answering.has(text(metadata[functionMetadata])),
    })),
    routes: ofType('AWS::ApiGatewayV2::Route').map(({ id, properties }) => {
      const [method = '', path = ''] = text(properties.RouteKey).split(' ');
      const functionName = integrations.get(text(properties.Target));
      if (functionName === undefined) throw new Error(`${id} leads to no function of this project.`);
      const authorizer = authorizers.get(text(properties.AuthorizerId));
      return { method, path, functionName, authorizer, brake: brakeOf(text(properties.RouteKey)) };
    }),
    buckets: ofType('AWS::S3::Bucket').length === 0 ? [] : [localNames['AWS::S3::Bucket']],
    streamMappings: mappingsOf(':dynamodb:').map(({ id, properties }) => {
      const filters = ((properties.FilterCriteria as Properties | undefined)?.Filters ?? []) as { Pattern: string }[];
      const retries = Number(properties.MaximumRetryAttempts ?? -1);
      return {
        id,
        functionName: nameByArn(id, `:function:${text(properties.FunctionName)}`),
        batchSize: Number(properties.BatchSize ?? 100),
        patterns: filters.map(({ Pattern }) => JSON.parse(Pattern) as EventPattern),
        maximumRetries: retries < 0 ? Number.POSITIVE_INFINITY : retries,
        reportsItemFailures: reportsItemFailures(properties),
      };
    }),
    queues: ofType('AWS::SQS::Queue').map(({ id, properties }) => toQueue(id, properties)),
    queueMappings: mappingsOf(':sqs:').map(({ id, properties }) => ({
      queueId: nameInArn(properties.EventSourceArn),
      functionName: nameByArn(id, `:function:${text(properties.FunctionName)}`),
      batchSize: Number(properties.BatchSize ?? 10),
      windowMs: Number(properties.MaximumBatchingWindowInSeconds ?? 0) * 1000,
      reportsItemFailures: reportsItemFailures(properties),
    })),
    subscriptions: ofType('AWS::SNS::Subscription')
      .filter(({ properties }) => properties.Protocol === 'lambda')
      .map(({ id, properties }) => ({
        id,
        topicArn: text(properties.TopicArn),
        functionName: nameByArn(id, properties.Endpoint),
      })),
    stateMachines: new Map(
      ofType('AWS::StepFunctions::StateMachine').map(({ id, properties }) => [
        `arn:aws:states:${localRegion}:${localAccount}:stateMachine:${id}`,
        withFunctionNames(JSON.parse(text(properties.DefinitionString)), nameByArn) as StateMachineDefinition,
      ]),
    ),
    schedules: ofType('AWS::Scheduler::Schedule').map(({ id, properties }) => {
      const target = properties.Target as Properties;
      return {
        id,
        expression: text(properties.ScheduleExpression),
        queueId: nameInArn(target.Arn),
        input: text(target.Input),
      };
    }),
    scheduleGroups: [
      'default',
      ...ofType('AWS::Scheduler::ScheduleGroup').map(({ id, properties }) => text(properties.Name) || id),
    ],
  };
}

const nameInArn = (arn: unknown): string => text(arn).split(':').at(-1) ?? '';

const reportsItemFailures = ({ FunctionResponseTypes }: Properties): boolean =>
  ((FunctionResponseTypes ?? []) as string[]).includes('ReportBatchItemFailures');

function toQueue(id: string, properties: Properties): LocalQueue {
  const redrive = properties.RedrivePolicy as Properties | undefined;
  return {
    id,
    inOrder: properties.FifoQueue === true,
    visibilitySeconds: Number(properties.VisibilityTimeout ?? 30),
    retentionSeconds: Number(properties.MessageRetentionPeriod ?? 4 * 24 * 60 * 60),
    ...(redrive !== undefined && {
      deadLetters: { queue: nameInArn(redrive.deadLetterTargetArn), tries: Number(redrive.maxReceiveCount) },
    }),
  };
}

/** Function ARNs in a definition name resources of the template; the driver calls functions by the names of the contract. */
function withFunctionNames(value: unknown, nameByArn: (id: string, arn: unknown) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => withFunctionNames(each, nameByArn));
  if (typeof value === 'string' && value.startsWith('arn:aws:lambda:'))
    return `:function:${nameByArn('The state machine', value)}`;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withFunctionNames(each, nameByArn)]));
}
