import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, LogGroup, MetricFilter, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { environment } from '../../../lambdas/contract/environment.ts';
import { metricNamespace } from '../../../lambdas/contract/metrics.ts';
import { proxySecretHeader } from '../../../lambdas/contract/proxy.ts';
import { routes } from '../../../lambdas/contract/routes.ts';
import { type Alarms, alarmPeriod } from '../alarms/alarms.ts';
import type { Concurrency } from '../functions/concurrency.ts';
import { HouseFunction } from '../functions/house-function.ts';
import type { StageSecrets } from '../secrets/stage-secrets.ts';
import type { DataTable } from '../table/data-table.ts';
import { brakedRoutes, gatewayRoutes, isPathOfNoes, keyOf } from './gateway-routes.ts';

/** How many requests a route takes in all: so many a second, and so many at once. */
export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

export interface LedgerApiProps {
  readonly table: DataTable;
  readonly secrets: StageSecrets;
  readonly alarms: Alarms;
  readonly concurrency: Concurrency;
  /** Whether the API's own address is closed, because everybody comes by a domain. */
  readonly closeOwnAddress: boolean;
  /** Units a second of an API key that has no rate of its own. */
  readonly keyRate: number;
  /** The proxy through which everybody must come, if there is one. */
  readonly proxy: ProxySettings | undefined;
}

/** A proxy before the API. */
export interface ProxySettings {
  /** In lower case: the header in which it says the visitor's address. */
  readonly addressHeader: string;
}

/**
 * The HTTP API (payload 2.0), its key check and its health route. A route needs an API key unless the contract calls it
 * public; which key may do what is decided in the functions, because the authorizer's answer is cached.
 */
export class LedgerApi extends Construct {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  /** Who calls, and what says how people sign in. */
  readonly authorizer: HouseFunction;
  readonly health: HouseFunction;
  private readonly api: HttpApi;
  private readonly stage: HttpStage;
  private readonly routeSettings: Record<string, unknown> = {};

  constructor(scope: Construct, id: string, props: LedgerApiProps) {
    super(scope, id);
    const authorizer = new HouseFunction(this, 'Authorizer', 'authorizer', {
      alarms: props.alarms,
      reserved: props.concurrency.of('authorizer'),
      severity: 'page',
      impact: 'Callers with a good API key are turned away: no opt-in, opt-out or check by API gets through.',
      runbook: 'Read the log of the function; a missing permission or a throttled table shows there.',
    });
    props.table.grant(authorizer, 'GetItem', 'UpdateItem');
    authorizer.addEnvironment(environment.keyRate, String(props.keyRate));
    if (props.proxy !== undefined) props.secrets.grantProxy(authorizer, props.proxy.addressHeader);

    this.authorizer = authorizer;

    this.api = new HttpApi(this, 'Http', {
      createDefaultStage: false,
      disableExecuteApiEndpoint: props.closeOwnAddress,
      defaultAuthorizer: new HttpLambdaAuthorizer('ApiKey', authorizer, {
        responseTypes: [HttpLambdaResponseType.SIMPLE],
        // The answer is kept by these: what came through the proxy says nothing of what went round it.
        identitySource: ['Authorization', ...(props.proxy === undefined ? [] : [proxySecretHeader])].map(
          (name) => `$request.header.${name}`,
        ),
        // How long a revoked key may live on.
        resultsCacheTtl: Duration.seconds(60),
      }),
    });
    const log = accessLog(this);
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      // Per route, and one bucket for all keys: above what a key may ask, so that the function turns that key away and not the next one.
      throttle: { rateLimit: 2500, burstLimit: 5000 },
      accessLogSettings: { destination: new LogGroupLogDestination(log), format: accessLogFormat },
    });
    this.url = this.stage.url.replace(/\/$/, '');

    const health = new HouseFunction(this, 'Health', 'health', {
      alarms: props.alarms,
      severity: 'ticket',
      impact: 'Whoever watches the service from outside believes that it is down.',
      runbook: 'Read the log of the function; it uses nothing, so look at the last deployment first.',
    });
    this.serve(health);
    this.health = health;

    this.watch(log, props.alarms);
    props.alarms.add(this, 'ServerErrors', {
      metric: this.api.metricServerError({ period: alarmPeriod, statistic: 'Sum' }),
      severity: 'ticket',
      threshold: 5,
      impact: 'Calls, pages or downloads fail. That a no or a check fails has an alarm of its own.',
      runbook: 'Find the failing route in the access log, then read the log of its function by the request id.',
    });
  }

  /** What the access log tells: of the routes by which people say no, of checks, and of whoever is turned away. */
  private watch(log: LogGroup, alarms: Alarms): void {
    const anyOf = (keys: readonly string[]) => keys.map((key) => `$.route = "${key}"`).join(' || ');
    alarms.add(this, 'NoesFail', {
      metric: this.counted(log, 'NoesFail', `{ $.status >= 500 && (${anyOf(routesOfNoes)}) }`),
      severity: 'page',
      impact: 'A no or a check was answered with an error: somebody who said no may be messaged until it is repeated.',
      runbook: 'Find the failing route in the access log, then read the log of its function by the request id.',
    });
    alarms.add(this, 'WebhooksTurnedAway', {
      metric: this.counted(log, 'WebhooksTurnedAway', `{ $.status = 429 && $.route = "${webhookRoute}" }`),
      severity: 'page',
      impact: 'Webhooks of Meta are turned away, STOPs among them; Meta repeats them minutes or hours later.',
      runbook:
        'Raise webhooksPerSecond, if need be after the quota of the account, and slow down the campaign until then.',
    });
    alarms.add(this, 'OthersTurnedAway', {
      metric: this.counted(log, 'OthersTurnedAway', `{ $.status = 429 && $.route != "${webhookRoute}" }`),
      severity: 'ticket',
      threshold: 50,
      impact: 'Visitors of pages or callers of the API are turned away by the brakes of their routes.',
      runbook: 'See which route it is in the access log: a flood, a mailing, or an import that goes too fast.',
    });
  }

  /** How many lines of the access log fit a pattern. */
  private counted(log: LogGroup, name: string, pattern: string): Metric {
    // Two stages of one account must not count into one metric, and a dimension of a filter comes from the line only.
    const metricName = `${Stack.of(this).stackName}-${name}`;
    new MetricFilter(this, `${name}Filter`, {
      logGroup: log,
      filterPattern: FilterPattern.literal(pattern),
      metricNamespace,
      metricName,
      metricValue: '1',
    });
    return new Metric({ namespace: metricNamespace, metricName, statistic: 'Sum', period: alarmPeriod });
  }

  /**
   * Opens all routes that the contract gives to this function, a path with several methods as one.
   *
   * @param throttle of those of its routes that have a brake of their own; without one the stage's own
   */
  serve(fn: HouseFunction, throttle?: Throttle): void {
    const integration = new HttpLambdaIntegration(`${fn.node.id}Integration`, fn, { scopePermissionToRoute: false });
    for (const { path, method, scope } of gatewayRoutes().filter(({ handler }) => handler === fn.handlerName)) {
      const isPublic = scope === 'public';
      const added = this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        ...(isPublic && { authorizer: new HttpNoneAuthorizer() }),
      });
      const key = keyOf({ method, path });
      if (throttle !== undefined && brakedRoutes.includes(key)) this.brake(key, throttle, added);
      if (!isPublic) continue;
      for (const each of added) {
        Validations.of(each).acknowledge({
          id: 'AwsSolutions-APIG4',
          reason:
            'Public by contract: health tells nothing, a webhook is signed over its bytes, and pages are for everybody.',
        });
      }
    }
  }

  /** A throttle of a route's own. CDK's stage has one for all routes only, so this goes into the resource below it. */
  private brake(routeKey: string, { rateLimit, burstLimit }: Throttle, routes: readonly HttpRoute[]): void {
    this.routeSettings[routeKey] = { ThrottlingRateLimit: rateLimit, ThrottlingBurstLimit: burstLimit };
    (this.stage.node.defaultChild as CfnStage).addPropertyOverride('RouteSettings', this.routeSettings);
    // API Gateway refuses settings of a route that is not there yet.
    this.stage.node.addDependency(...routes);
  }
}

const webhookRoute = 'POST /webhooks/whatsapp';

/** The routes by which a no comes in or is asked for. */
const routesOfNoes: readonly string[] = routes
  .filter(
    ({ method, path }) => isPathOfNoes(path) && (method === 'POST' || (method === 'GET' && isGatewayOfGupshup(path))),
  )
  .map(keyOf);

/** Programs made for Gupshup opt people out there by GET, too. */
function isGatewayOfGupshup(path: string): boolean {
  return path.startsWith('/GatewayAPI/');
}

/** Which route and method, how long and with what result. No address, no user agent, no path: routes carry no personal data, callers do. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
    method: '$context.httpMethod',
    status: '$context.status',
    latency: '$context.responseLatency',
    responseLength: '$context.responseLength',
    keyId: '$context.authorizer.keyId',
    error: '$context.error.message',
    integrationError: '$context.integrationErrorMessage',
  }),
);

function accessLog(scope: Construct): LogGroup {
  return new LogGroup(scope, 'AccessLog', {
    // AWS writes it itself, and notes each such group in one policy of the account that is soon full, but for names that begin so.
    logGroupName: `/aws/vendedlogs/${Stack.of(scope).stackName}/access`,
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
