import { describe, expect, test } from 'vitest';
import { environment } from '../../lambdas/contract/environment.ts';
import { type FunctionName, routes } from '../../lambdas/contract/routes.ts';
import { defaultRate } from '../../lambdas/domain/api-key/key-rate.ts';
import brakedRoutes from '../../lib/braked-routes.json' with { type: 'json' };
import { functionNames } from './function-names.ts';
import { spell, synthesise } from './synthesised-stack.ts';

const dev = synthesise();
const settingsOf = (stack: typeof dev) =>
  stack.only('AWS::ApiGatewayV2::Stage').properties.RouteSettings as Record<string, Record<string, number>>;
const variablesOf = (stack: typeof dev, name: FunctionName) =>
  (stack.functionNamed(name).properties.Environment as { Variables: Record<string, unknown> }).Variables;

/*
 * Every route that was ever deployed with a brake of its own. API Gateway keeps the settings of a route when the route goes, and then
 * refuses every later change of the stage ("Unable to find Route by key …"). So nothing is ever taken from this list.
 */
const everBraked = [
  ...['/openapi.json', '/docs/api', '/docs/problems', '/l/{token}', '/q/{token}', '/o/{token}', '/o/{token}/{code}'],
  ...['/me/{link}', '/widget.js', '/w/{token}', '/webhooks/whatsapp'],
].flatMap((path) => [`GET ${path}`, `HEAD ${path}`]);
const formsEverBraked = ['/o/{token}', '/me/{link}', '/w/{token}', '/webhooks/whatsapp'].map((path) => `POST ${path}`);

describe('routes with a brake of their own', () => {
  test('stay routes for ever', () => {
    expect(brakedRoutes).toEqual(expect.arrayContaining([...everBraked, ...formsEverBraked]));
    const keys = routes.map(({ method, path }) => `${method} ${path}`);
    expect(brakedRoutes.filter((key) => !keys.includes(key))).toEqual([]);
    expect(new Set(brakedRoutes).size).toBe(brakedRoutes.length);
  });

  test('are those of the list, all of them and no others', () => {
    expect(Object.keys(settingsOf(dev)).sort()).toEqual([...brakedRoutes].sort());
    expect(Object.keys(settingsOf(synthesise({ stage: 'prod', webhooksPerSecond: '9000' }))).sort()).toEqual(
      [...brakedRoutes].sort(),
    );
  });
});

describe('brakes', () => {
  // A mailing to ten million people: at its peak 200 forms a second, and a page or two for each.
  test('let a mailing through, and a point has less than its route', () => {
    for (const key of ['POST /o/{token}', 'POST /w/{token}', 'GET /o/{token}', 'GET /l/{token}', 'POST /me/{link}']) {
      expect([key, (settingsOf(dev)[key]?.ThrottlingRateLimit ?? 0) >= 500]).toEqual([key, true]);
    }
  });

  test('openings of the widget do not use up that of its forms', () => {
    expect(routes.some(({ method, path }) => method === 'POST' && path === '/w/{token}/opened')).toBe(true);
    expect(brakedRoutes).not.toContain('POST /w/{token}/opened');
  });

  test('the one for API routes is above what a key may ask in single calls: the function turns that key away, and no other', () => {
    const { ThrottlingRateLimit } = dev.only('AWS::ApiGatewayV2::Stage').properties.DefaultRouteSettings as {
      ThrottlingRateLimit: number;
    };
    expect(ThrottlingRateLimit).toBeGreaterThanOrEqual(2 * defaultRate);
  });
});

describe('the rate of a key', () => {
  const keyed = functionNames.filter((name) =>
    routes.some(({ handler, scope }) => handler === name && scope !== 'public'),
  );

  test('is a setting, told to whom it is needed by', () => {
    for (const name of ['authorizer', 'admin'] as const) {
      expect(variablesOf(dev, name)[environment.keyRate]).toBe(String(defaultRate));
      expect(variablesOf(synthesise({ keyRate: '5000' }), name)[environment.keyRate]).toBe('5000');
    }
    expect(() => synthesise({ keyRate: '499' })).toThrow('from 500 to 100000');
  });

  test('may be counted by every function that answers keys', () => {
    for (const name of keyed) {
      const may = dev.permissionsOf(name).some(({ actions }) => actions.includes('dynamodb:UpdateItem'));
      expect([name, may]).toEqual([name, true]);
    }
  });

  test('functions that update nothing else may do so there only', () => {
    const only = functionNames.flatMap((name) => {
      const updates = dev.permissionsOf(name).filter(({ actions }) => actions.includes('dynamodb:UpdateItem'));
      const alone = updates.filter(({ actions }) => actions.length === 1);
      return alone.map(({ leadingKeys }) => [name, leadingKeys] as const);
    });
    // Who publishes events answers no keys: it marks those that it published.
    expect(Object.fromEntries(only)).toEqual({
      eligibility: ['RATE#*'],
      users: ['RATE#*'],
      points: ['RATE#*'],
      'publish-events': ['*#V#*'],
    });
    expect(only).toHaveLength(4);
  });
});

describe('a proxy before the API', () => {
  const proxied = synthesise({ publicUrl: 'https://consent.example.com', proxySecret: 'optledger/dev/proxy' });
  const readers = (stack: typeof dev) =>
    functionNames.filter((name) =>
      stack.permissionsOf(name).some(({ resources }) => resources.some((each) => each.includes('optledger/dev/proxy'))),
    );

  test('is believed by its secret: by the pages, and by who looks at keys', () => {
    expect(readers(proxied)).toEqual(['authorizer', 'pages', 'gate', 'gupshup']);
    for (const name of readers(proxied)) {
      expect(variablesOf(proxied, name)).toMatchObject({
        [environment.proxySecret]: 'optledger/dev/proxy',
        [environment.proxyAddressHeader]: 'cloudfront-viewer-address',
      });
    }
    expect(readers(dev)).toEqual([]);
    expect(variablesOf(dev, 'pages')).not.toHaveProperty(environment.proxySecret);
  });

  test('what it says of a key is kept apart from what goes round it', () => {
    const sources = (stack: typeof dev) =>
      (stack.only('AWS::ApiGatewayV2::Authorizer').properties.IdentitySource as unknown[]).map(spell);
    expect(sources(dev)).toEqual(['$request.header.Authorization']);
    expect(sources(proxied)).toEqual(['$request.header.Authorization', '$request.header.x-optledger-proxy']);
  });

  test('another header can be named, but none that visitors write', () => {
    const named = (proxyAddressHeader: string) =>
      synthesise({ publicUrl: 'https://a.example', proxySecret: 'p', proxyAddressHeader });
    expect(variablesOf(named('CF-Connecting-IP'), 'pages')[environment.proxyAddressHeader]).toBe('cf-connecting-ip');
    for (const header of ['X-Forwarded-For', 'forwarded']) expect(() => named(header)).toThrow('visitors can write');
    expect(() => named('two words')).toThrow('no header');
    expect(() => synthesise({ proxySecret: 'p' })).toThrow('publicUrl');
  });
});
