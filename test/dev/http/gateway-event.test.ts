import { describe, expect, it } from 'vitest';
import { toAuthorizerEvent, toGatewayEvent } from '../../../dev/http/gateway-event.ts';
import { toHttpResponse } from '../../../dev/http/gateway-response.ts';
import { matchRoute } from '../../../dev/http/match-route.ts';
import type { LocalRequest } from '../../../dev/machine/loopback-server.ts';

const now = Date.parse('2024-06-17T15:52:39.080Z');

function request(given: Partial<LocalRequest> & { rawHeaders?: readonly string[] }): LocalRequest {
  return {
    method: 'POST',
    target: '/lambda',
    headers: {},
    rawHeaders: ['Host', 'localhost:8787'],
    sourceIp: '127.0.0.1',
    body: Buffer.alloc(0),
    ...given,
  };
}

const eventOf = (given: Parameters<typeof request>[0]) =>
  toGatewayEvent(request(given), 'POST /lambda', {}, undefined, now);

describe('an event of payload format 2.0', () => {
  it('has the members that API Gateway gives a request without authorizer, and no others', () => {
    const event = eventOf({ rawHeaders: ['Host', 'localhost:8787', 'User-Agent', 'HTTPie/3.2.2'] });
    expect(Object.keys(event).sort()).toEqual([
      'headers',
      'isBase64Encoded',
      'rawPath',
      'rawQueryString',
      'requestContext',
      'routeKey',
      'version',
    ]);
    expect(event.requestContext).toEqual({
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method: 'POST', path: '/lambda', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'HTTPie/3.2.2' },
      requestId: expect.stringMatching(/^[\w-]{15}$/),
      routeKey: 'POST /lambda',
      stage: '$default',
      time: '17/Jun/2024:15:52:39 +0000',
      timeEpoch: now,
    });
    expect(event).toMatchObject({ version: '2.0', rawQueryString: '', isBase64Encoded: false });
  });

  it('spells header names in lower case, joins duplicates with commas and keeps cookies apart', () => {
    const event = eventOf({
      rawHeaders: ['Host', 'h', 'X-Tag', 'a', 'x-tag', 'b', 'Cookie', 'one=1; two=2', 'Cookie', 'three=3'],
    });
    expect(event.headers).toMatchObject({
      'x-tag': 'a,b',
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
    });
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.cookies).toEqual(['one=1', 'two=2', 'three=3']);
  });

  it.each([
    ['/o/a%20b', '/o/a b'],
    ['/o/a%2Fb?x=1', '/o/a/b'],
    // What API Gateway loses.
    ['/o/a%3Fb', '/o/a'],
    ['/o/%zz', '/o/%zz'],
  ])('decodes the path, although it is called raw: %s', (target, rawPath) => {
    const event = eventOf({ target });
    expect([event.rawPath, event.requestContext.http.path]).toEqual([rawPath, rawPath]);
  });

  it('keeps the query string as it was sent, beside its decoded and joined parameters', () => {
    const event = eventOf({ target: '/lambda?hub.mode=subscribe&a=1&a=2&b=%2B%20+' });
    expect(event.rawPath).toBe('/lambda');
    expect(event.rawQueryString).toBe('hub.mode=subscribe&a=1&a=2&b=%2B%20+');
    expect(event.queryStringParameters).toEqual({ 'hub.mode': 'subscribe', a: '1,2', b: '+  ' });
  });

  it.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['application/problem+json', false],
    ['text/plain', false],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    [undefined, true],
  ])('a body of type %s arrives as base64: %s', (type, isBase64Encoded) => {
    const body = Buffer.from('{"a":"ñ"}');
    const event = eventOf({ body, rawHeaders: type === undefined ? [] : ['Content-Type', type] });
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
    expect(event.body).toBe(body.toString(isBase64Encoded ? 'base64' : 'utf8'));
  });

  it('passes a compressed body as base64 whatever its type', () => {
    const event = eventOf({
      body: Buffer.from([31, 139]),
      rawHeaders: ['Content-Type', 'application/json', 'Content-Encoding', 'gzip'],
    });
    expect(event).toMatchObject({ isBase64Encoded: true, body: 'H4s=' });
  });

  it('carries path parameters and what the authorizer said', () => {
    const event = toGatewayEvent(request({}), 'GET /a/{b}', { b: 'x y' }, { keyId: 'key_1' }, now);
    expect(event.pathParameters).toEqual({ b: 'x y' });
    expect(event.requestContext).toMatchObject({ authorizer: { lambda: { keyId: 'key_1' } } });
  });

  it('becomes an authorizer event without a body', () => {
    const event = eventOf({ body: Buffer.from('{}'), rawHeaders: ['Host', 'h', 'Content-Type', 'application/json'] });
    const asked = toAuthorizerEvent(event, ['Bearer x']);
    expect(asked).toMatchObject({
      version: '2.0',
      type: 'REQUEST',
      routeArn: 'arn:aws:execute-api:eu-west-1:000000000000:local/$default/POST/lambda',
      identitySource: ['Bearer x'],
      routeKey: 'POST /lambda',
    });
    expect(asked).not.toHaveProperty('body');
    expect(asked).not.toHaveProperty('isBase64Encoded');
  });
});

describe('the route of a request', () => {
  const routes = [
    'GET /v1/apps',
    'GET /v1/apps/{appId}',
    'POST /v1/apps/{appId}/users/search',
    'GET /v1/apps/{appId}/users/{userId}',
    'ANY /files/{path+}',
    'GET /files/{path+}',
  ].map((key) => ({ key, method: key.split(' ')[0] ?? '', path: key.split(' ')[1] ?? '' }));
  it.each([
    ['GET', '/v1/apps', 'GET /v1/apps', {}],
    ['GET', '/v1/apps/acme', 'GET /v1/apps/{appId}', { appId: 'acme' }],
    ['GET', '/v1/apps/a%20b%2Fc', 'GET /v1/apps/{appId}', { appId: 'a b/c' }],
    ['POST', '/v1/apps/acme/users/search', 'POST /v1/apps/{appId}/users/search', { appId: 'acme' }],
    ['GET', '/v1/apps/acme/users/search', 'GET /v1/apps/{appId}/users/{userId}', { appId: 'acme', userId: 'search' }],
    ['GET', '/files/a/b', 'GET /files/{path+}', { path: 'a/b' }],
    ['PUT', '/files/a/b', 'ANY /files/{path+}', { path: 'a/b' }],
  ])('%s %s is %s', (method, path, key, parameters) => {
    const matched = matchRoute(routes, method, path);
    expect(matched?.route.key).toBe(key);
    expect(matched?.pathParameters).toEqual(parameters);
  });
  it.each([
    ['POST', '/v1/apps'],
    ['GET', '/v1/apps/'],
    ['GET', '/v1'],
    ['GET', '/v1/apps/acme/users/usr_1/more'],
    ['GET', '/'],
  ])('%s %s has none', (method, path) => {
    expect(matchRoute(routes, method, path)).toBeUndefined();
  });
});

describe('the answer for what a function returned', () => {
  it('takes an object with statusCode apart', () => {
    const answer = toHttpResponse({
      statusCode: 201,
      headers: { 'Content-Type': 'application/json', 'X-Count': 3 },
      cookies: ['a=1', 'b=2'],
      body: '{}',
    });
    expect(answer).toEqual({
      status: 201,
      headers: { 'content-type': 'application/json', 'x-count': '3', 'set-cookie': ['a=1', 'b=2'] },
      body: Buffer.from('{}'),
    });
  });
  it('decodes a base64 body', () => {
    expect(toHttpResponse({ statusCode: 200, body: 'AAE=', isBase64Encoded: true }).body).toEqual(Buffer.from([0, 1]));
  });
  it('makes JSON of anything else', () => {
    expect(toHttpResponse({ challenge: 1 })).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"challenge":1}',
    });
    expect(toHttpResponse(null).body).toBe('null');
    expect(toHttpResponse('plain').body).toBe('plain');
  });
  it.each([{ statusCode: 'many' }, { statusCode: 99 }, { statusCode: 200, body: { an: 'object' } }])(
    'answers 500 for %j',
    (result) => {
      expect(toHttpResponse(result)).toMatchObject({ status: 500, body: '{"message":"Internal Server Error"}' });
    },
  );
});
