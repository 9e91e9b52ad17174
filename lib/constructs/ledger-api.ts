import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
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
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Route, routes } from '../../lambdas/contract/routes.ts';
import { type Alarms, alarmPeriod } from './alarms.ts';
import type { DataTable } from './data-table.ts';
import { HouseFunction } from './house-function.ts';

/** How many requests a route takes in all: so many a second, and so many at once. */
export interface Throttle {
  readonly rateLimit: number;
  readonly burstLimit: number;
}

export interface LedgerApiProps {
  readonly table: DataTable;
  readonly alarms: Alarms;
}

/**
 * The HTTP API (payload 2.0), its key check and its health route. A route needs an API key unless the contract calls it
 * public; which key may do what is decided in the functions, because the authorizer's answer is cached.
 */
export class LedgerApi extends Construct {
  /** Base URL, without a slash at the end. */
  readonly url: string;
  private readonly api: HttpApi;
  private readonly stage: HttpStage;
  private readonly routeSettings: Record<string, unknown> = {};

  constructor(scope: Construct, id: string, props: LedgerApiProps) {
    super(scope, id);
    const authorizer = new HouseFunction(this, 'Authorizer', 'authorizer', {
      alarms: props.alarms,
      impact: 'Callers with a good API key are turned away: no opt-in, opt-out or check by API gets through.',
      runbook: 'Read the log of the function; a missing permission or a throttled table shows there.',
    });
    props.table.grant(authorizer, 'GetItem', 'UpdateItem');

    this.api = new HttpApi(this, 'Http', {
      createDefaultStage: false,
      defaultAuthorizer: new HttpLambdaAuthorizer('ApiKey', authorizer, {
        responseTypes: [HttpLambdaResponseType.SIMPLE],
        identitySource: ['$request.header.Authorization'],
        // How long a revoked key may live on.
        resultsCacheTtl: Duration.seconds(60),
      }),
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      // Per route, as a brake. Meta repeats a webhook that was turned away with 429, so a burst is late, not lost.
      throttle: { rateLimit: 1000, burstLimit: 2000 },
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog(this)), format: accessLogFormat },
    });
    this.url = this.stage.url.replace(/\/$/, '');

    const health = new HouseFunction(this, 'Health', 'health', {
      alarms: props.alarms,
      impact: 'Whoever watches the service from outside believes that it is down.',
      runbook: 'Read the log of the function; it uses nothing, so look at the last deployment first.',
    });
    this.serve(health);

    props.alarms.add(this, 'ServerErrors', {
      metric: this.api.metricServerError({ period: alarmPeriod, statistic: 'Sum' }),
      threshold: 5,
      impact: 'Opt-outs and checks fail; WhatsApp webhooks are repeated by Meta for hours, other callers may give up.',
      runbook: 'Find the failing route in the access log, then read the log of its function by the request id.',
    });
  }

  /**
   * Opens all routes that the contract gives to this function.
   *
   * @param throttle of a route; without one the stage's own
   */
  serve(fn: HouseFunction, throttle?: (route: Route) => Throttle): void {
    const integration = new HttpLambdaIntegration(`${fn.node.id}Integration`, fn, { scopePermissionToRoute: false });
    const served: readonly Route[] = routes.filter((route) => route.handler === fn.handlerName);
    for (const route of served) {
      const { path, method, scope } = route;
      const isPublic = scope === 'public';
      const added = this.api.addRoutes({
        path,
        methods: [HttpMethod[method]],
        integration,
        ...(isPublic && { authorizer: new HttpNoneAuthorizer() }),
      });
      if (throttle !== undefined) this.brake(`${method} ${path}`, throttle(route), added);
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

/** Which route, how long and with what result. No address, no user agent, no path: routes carry no personal data, callers do. */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    route: '$context.routeKey',
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
    retention: RetentionDays.THREE_MONTHS,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
