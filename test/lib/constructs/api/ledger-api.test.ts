import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { matchRoute } from '../../../../dev/http/match-route.ts';
import { routes } from '../../../../lambdas/contract/routes.ts';
import { gatewayRoutes, isPathOfNoes, keyOf } from '../../../../lib/constructs/api/gateway-routes.ts';
import { referred, spell, synthesise } from '../../synthesised-stack.ts';

const { template, ofType, functionNamed, only } = synthesise();
const deployed = ofType('AWS::ApiGatewayV2::Route');
const integrations = new Map(ofType('AWS::ApiGatewayV2::Integration').map((each) => [each.id, each.properties]));
const authorizer = only('AWS::ApiGatewayV2::Authorizer');

const keys = deployed.map(({ properties }) => String(properties.RouteKey));

describe('the routes', () => {
  test('are those of the contract, most paths as one for all their methods, and no others', () => {
    const paths = (all: readonly string[]) => [...new Set(all.map((key) => key.split(' ')[1] ?? ''))].sort();
    expect(paths(keys)).toEqual(paths(routes.map(keyOf)));
    expect(keys).toEqual(
      expect.arrayContaining(['ANY /v1/apps', 'ANY /health', 'ANY /v1/apps/{appId}/users/{userId}']),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each(routes.map((route) => [keyOf(route), route] as const))(
    '%s leads to its function, behind a key unless it is public',
    (key, route) => {
      const found = deployed.find(({ properties }) => [key, `ANY ${route.path}`].includes(String(properties.RouteKey)));
      const { properties = {} } = found ?? {};
      const integration = integrations.get(/\{(.*)\}/.exec(spell(properties.Target))?.[1] ?? '') ?? {};
      expect(referred(integration.IntegrationUri)).toBe(functionNamed(route.handler).id);
      expect(integration.PayloadFormatVersion).toBe('2.0');
      if (route.scope === 'public') {
        expect(properties.AuthorizationType).toBe('NONE');
        expect(properties.AuthorizerId).toBeUndefined();
      } else {
        expect(properties.AuthorizationType).toBe('CUSTOM');
        expect(referred(properties.AuthorizerId)).toBe(authorizer.id);
      }
    },
  );

  test('with a brake stay routes of their own, whatever else their path has', () => {
    const braked: readonly string[] = JSON.parse(
      readFileSync(new URL('../../../../lib/braked-routes.json', import.meta.url), 'utf8'),
    );
    expect(braked.length).toBeGreaterThan(20);
    expect(keys).toEqual(expect.arrayContaining([...braked]));
  });

  test('of noes are no ANY: functions of a former version come back before its routes do', () => {
    for (const { path } of routes.filter((each) => isPathOfNoes(each.path))) expect(keys).not.toContain(`ANY ${path}`);
  });

  test('never leave open which of two API Gateway takes: no ANY has a less exact path with a method beside it', () => {
    for (const { method, path } of routes) {
      if (!keys.includes(`ANY ${path}`)) continue;
      const called = path.replaceAll(/\{(\w+)\+?\}/g, '$1-1');
      const others = gatewayRoutes().filter((each) => each.path !== path && each.method !== 'ANY');
      expect([path, matchRoute(others, method, called)?.route.path]).toEqual([path, undefined]);
    }
  });

  test('leave room: a stack has 500 resources at most, and an API 300 routes, those of a former version among them for a while', () => {
    expect(Object.keys(template.toJSON().Resources).length).toBeLessThanOrEqual(480);
    const ofFormerVersion = 178;
    expect(ofFormerVersion + keys.filter((key) => key.startsWith('ANY ')).length).toBeLessThan(300);
  });
});

test('the authorizer reads the bearer header, answers simply, and a revoked key lives for a minute at most', () => {
  expect(authorizer.properties).toMatchObject({
    AuthorizerType: 'REQUEST',
    AuthorizerPayloadFormatVersion: '2.0',
    EnableSimpleResponses: true,
    IdentitySource: ['$request.header.Authorization'],
  });
  expect(Number(authorizer.properties.AuthorizerResultTtlInSeconds)).toBeLessThanOrEqual(60);
  expect(spell(authorizer.properties.AuthorizerUri)).toContain(`{${functionNamed('authorizer').id}.Arn}`);
});

test('there is a brake on every route', () => {
  template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
    DefaultRouteSettings: { ThrottlingBurstLimit: Match.anyValue(), ThrottlingRateLimit: Match.anyValue() },
  });
});

describe('public pages, which anybody may ask for', () => {
  const stage = only('AWS::ApiGatewayV2::Stage');
  const settings = (stage.properties.RouteSettings ?? {}) as Record<string, Record<string, number>>;
  // Made since: what has a brake of its own must stay a route for ever (lib/braked-routes.json), so these take the stage's.
  const since = [
    '/console',
    '/console/{file+}',
    '/logo/{logo}',
    '/o/{token}/poster',
    '/w/{token}/{code}',
    '/v1/sign-in',
    '/{graphVersion}/{phoneNumberId}/messages',
    '/{graphVersion}/{phoneNumberId}/marketing_messages',
    '/{graph+}',
    ...routes.filter(({ handler }) => handler === 'telephone' || handler === 'gupshup').map(({ path }) => path),
    '/webhooks/twilio/{appId}/messages',
    '/webhooks/twilio/{appId}/status',
  ];
  const unbraked = ['/health', '/webhooks/whatsapp', '/w/{token}/opened', ...since];
  const pages = routes.filter(({ scope, path }) => scope === 'public' && !unbraked.includes(path));

  const ofRoute = (path: string) => (/^\/(docs|openapi)/.test(path) ? [500, 1000] : [1000, 2000]);

  test('each has a brake of its own, wide enough for a mailing: one bucket is for all points of all apps', () => {
    expect(pages.length).toBeGreaterThan(8);
    const braked = Object.keys(settings).filter((key) => !key.endsWith(' /webhooks/whatsapp'));
    expect(braked.sort()).toEqual(pages.map(({ method, path }) => `${method} ${path}`).sort());
    for (const { method, path } of pages) {
      const { ThrottlingRateLimit: rate = 0, ThrottlingBurstLimit: burst = 0 } = settings[`${method} ${path}`] ?? {};
      expect([rate, burst], path).toEqual(ofRoute(path));
    }
  });

  test('the settings come after their routes: API Gateway refuses those of a route that is not there', () => {
    const { Resources } = template.toJSON() as { Resources: Record<string, { DependsOn?: readonly string[] }> };
    const braked = deployed.filter(({ properties }) => String(properties.RouteKey) in settings).map(({ id }) => id);
    expect(braked).toHaveLength(Object.keys(settings).length);
    expect(Resources[stage.id]?.DependsOn).toEqual(expect.arrayContaining(braked));
  });
});

test('the access log names no caller: no address, user agent, path, query or header', () => {
  const stage = only('AWS::ApiGatewayV2::Stage');
  const { Format } = stage.properties.AccessLogSettings as { Format: string };
  expect(Object.values(JSON.parse(Format) as Record<string, string>)).toContain('$context.requestId');
  expect(Format).not.toMatch(/identity|sourceIp|userAgent|path|query|header|caller/i);
  // Most paths are one route for all methods, so the route alone does not say which one failed.
  expect(Object.values(JSON.parse(Format) as Record<string, string>)).toContain('$context.httpMethod');
});

test('the API may call each of its functions, and nobody else on the internet may', () => {
  const permissions = ofType('AWS::Lambda::Permission').filter(
    ({ properties }) => properties.Principal === 'apigateway.amazonaws.com',
  );
  const callable = permissions.map(({ properties }) => referred(properties.FunctionName)).sort();
  const served = [...new Set(routes.map(({ handler }) => handler)), 'authorizer' as const]
    .map((name) => functionNamed(name).id)
    .sort();
  expect(callable).toEqual(served);
  for (const { properties } of permissions) expect(properties.SourceArn).toBeDefined();
});
