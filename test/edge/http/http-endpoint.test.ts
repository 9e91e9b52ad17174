import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { routes, scopes } from '../../../lambdas/contract/routes.ts';
import { InvalidInputError, TryAgainError } from '../../../lambdas/domain/errors.ts';
import { httpEndpoint } from '../../../lambdas/edge/http/http-endpoint.ts';
import type { HttpRequest, RouteTable } from '../../../lambdas/edge/http/http-request.ts';
import type { JsonObject } from '../../../lambdas/edge/http/parse-body.ts';
import { noteConsumed } from '../../../lambdas/edge/runtime/consumed.ts';
import { fullKey, httpEvent, requestId, type SeenAnswer, sendTo as send } from '../../support/api/http-event.ts';
import { lambdaContext } from '../../support/api/lambda-context.ts';
import { keepWritten } from '../../support/table/keep-written.ts';

let logged = '';
beforeEach(() => {
  logged = '';
  keepWritten((chunk) => {
    logged += chunk;
  });
});
afterEach(() => vi.restoreAllMocks());

const everyRoute = (act: (request: HttpRequest) => { status: number; body?: object }): RouteTable =>
  Object.fromEntries(routes.map(({ method, path }) => [`${method} ${path}`, act]));
const answersAll = httpEndpoint(everyRoute(() => ({ status: 200, body: { reached: true } })));
const guarded = routes.filter(({ scope }) => scope !== 'public');
/** Scopes that hold a narrower one. */
const wider: { readonly [scope: string]: string } = { 'brand:write': 'apps:write', 'exports:counts': 'exports:read' };
const ofOneApp = guarded.filter(({ path }) => path.includes('{appId}'));
/** A problem with this code; a HEAD says the same without a body. */
const problem = (method: string, code: string) => ({ body: method === 'HEAD' ? undefined : { code } });
const pathOf = (path: string, appId: string) => path.replace('{appId}', appId).replaceAll(/\{\w+\}/g, 'some-id');

describe('httpEndpoint', () => {
  it.each(guarded)('$method $path needs a key', async ({ method, path }) => {
    const answer = await send(answersAll, method, pathOf(path, 'acme'), { key: null });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it.each(guarded.filter(({ scope }) => scope !== 'any'))(
    '$method $path is refused without the scope $scope',
    async ({ method, path, scope }) => {
      const others = scopes.filter((each) => each !== scope && each !== wider[scope]).join(' ');
      const answer = await send(answersAll, method, pathOf(path, 'acme'), { key: { ...fullKey, scopes: others } });
      expect(answer).toMatchObject({ status: 403, ...problem(method, 'missing-scope') });
    },
  );

  it.each(ofOneApp)('$method $path of a foreign app is like a missing one', async ({ method, path }) => {
    const key = { ...fullKey, apps: 'acme acme-two' };
    expect((await send(answersAll, method, pathOf(path, 'acme'), { key })).status).toBe(200);
    for (const foreign of ['beta', 'acm', 'acme-t', 'acme acme-two', '*', 'ACME', '__proto__']) {
      expect(await send(answersAll, method, pathOf(path, foreign), { key })).toMatchObject({
        status: 404,
        ...problem(method, 'not-found'),
      });
    }
  });

  it('answers a HEAD as the GET of the path, without the body, and tells the route so', async () => {
    const asked: boolean[] = [];
    const handler = httpEndpoint({
      'GET /v1/apps': ({ routeKey, isHead }) => {
        asked.push(isHead);
        return { status: 200, body: { routeKey }, headers: { etag: '"1"' } };
      },
      'GET /v1/apps/{appId}/points/{pointId}/qr.png': () => ({ status: 200, body: new Uint8Array([1, 2]) }),
    });
    const { body, ...get } = await send(handler, 'GET', '/v1/apps');
    expect(body).toEqual({ routeKey: 'GET /v1/apps' });
    expect(await send(handler, 'HEAD', '/v1/apps')).toEqual({ ...get, body: undefined });
    expect(asked).toEqual([false, true]);
    const event = httpEvent('HEAD', '/v1/apps/acme/points/pt_1/qr.png');
    const raw = await handler(event, lambdaContext('test'));
    expect(raw).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/octet-stream' } });
    expect(raw).not.toHaveProperty('body');
    expect(raw).not.toHaveProperty('isBase64Encoded');
  });

  it('answers public routes without a key, and gives them no rights', async () => {
    const handler = httpEndpoint({ 'POST /webhooks/whatsapp': ({ caller }) => ({ status: 200, body: caller }) });
    const answer = await send(handler, 'POST', '/webhooks/whatsapp', { key: null });
    expect(answer).toMatchObject({ status: 200, body: { scopes: [], apps: [] } });
  });

  it('answers 404 to a route that the function does not have', async () => {
    const handler = httpEndpoint({ 'GET /health': () => ({ status: 200 }) });
    expect((await send(handler, 'GET', '/v1/apps')).status).toBe(404);
    expect((await send(handler, 'GET', '/toString')).status).toBe(404);
  });

  it('puts the request id on every answer, into the problem and into every log line', async () => {
    const handler = httpEndpoint({
      'GET /health': () => ({ status: 200, body: 'fine' }),
      'POST /v1/apps': () => {
        throw new InvalidInputError([{ pointer: '/appId', code: 'required', detail: 'This field is required.' }]);
      },
    });
    const fine = await send(handler, 'GET', '/health');
    expect(fine.headers).toMatchObject({ 'x-request-id': requestId, 'content-type': 'text/plain; charset=utf-8' });
    const refused = await send(handler, 'POST', '/v1/apps', { body: {} });
    expect(refused.headers).toMatchObject({ 'x-request-id': requestId, 'content-type': 'application/problem+json' });
    expect(refused.body.requestId).toBe(requestId);
    const lines = logged.trim().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(JSON.parse(line).requestId).toBe(requestId);
  });

  it('reads query, body and items by the schemas of the route, and tells all faults at once', async () => {
    const schema = z.strictObject({ name: z.string(), eventId: z.string().optional() });
    const more = [{ pointer: '/elsewhere', code: 'unknown-purpose', detail: 'The app has no such purpose.' }];
    const handler = httpEndpoint({
      'POST /v1/apps': { body: schema, act: ({ body }) => ({ status: 200, body: body() }) },
      'PATCH /v1/apps/{appId}': { body: schema, act: ({ body }) => ({ status: 200, body: body(more) }) },
      'GET /v1/apps': {
        query: z.strictObject({ limit: z.string() }),
        act: ({ query }) => ({ status: 200, body: query() }),
      },
      'POST /v1/apps/{appId}/opt-ins/bulk': {
        item: schema,
        act: ({ json, item }) => ({ status: 200, body: item(json().first as JsonObject) }),
      },
    } as RouteTable);
    const codes = ({ body }: SeenAnswer) => body.errors.map(({ pointer }: { readonly pointer: string }) => pointer);
    expect((await send(handler, 'POST', '/v1/apps', { body: { name: 'A' } })).body).toEqual({ name: 'A' });
    expect(codes(await send(handler, 'POST', '/v1/apps', { body: { x: 1 } }))).toEqual(['/name', '/x']);
    expect(codes(await send(handler, 'PATCH', '/v1/apps/acme', { body: { name: 1 } }))).toEqual([
      '/name',
      '/elsewhere',
    ]);
    expect(codes(await send(handler, 'PATCH', '/v1/apps/acme', { body: { name: 'A' } }))).toEqual(['/elsewhere']);
    expect(codes(await send(handler, 'GET', '/v1/apps', { query: { size: '1' } }))).toEqual(['limit', 'size']);
    const bulk = '/v1/apps/acme/opt-ins/bulk';
    expect(codes(await send(handler, 'POST', bulk, { body: { first: {} } }))).toEqual(['/name']);
    // Not asked for, so not read: a route without the word has no header that says the event id.
    const headers = { 'idempotency-key': 'k-1' };
    expect((await send(handler, 'POST', '/v1/apps', { body: { name: 'A' }, headers })).body).toEqual({ name: 'A' });
  });

  it('takes the Idempotency-Key for the event id of a body that has none, and no body for an empty one, where a route says so', async () => {
    const body = z.strictObject({ eventId: z.string().optional() });
    const act = (request: { readonly body: () => object }) => ({ status: 200, body: request.body() });
    const handler = httpEndpoint({
      'POST /v1/apps': { body, idempotencyKey: true, act },
      'POST /v1/keys': { body, bodyIsOptional: true, act },
      'PATCH /v1/apps/{appId}': { body, act },
    } as RouteTable);
    const headers = { 'idempotency-key': 'k-1' };
    expect((await send(handler, 'POST', '/v1/apps', { body: {}, headers })).body).toEqual({ eventId: 'k-1' });
    const own = await send(handler, 'POST', '/v1/apps', { body: { eventId: 'own' }, headers });
    expect(own.body).toEqual({ eventId: 'own' });
    expect(await send(handler, 'POST', '/v1/keys')).toMatchObject({ status: 200, body: {} });
    expect(await send(handler, 'POST', '/v1/keys', { body: 'x' })).toMatchObject({ status: 400 });
    expect(await send(handler, 'PATCH', '/v1/apps/acme')).toMatchObject({ status: 400 });
  });

  it('logs what the call consumed, and nothing that it held', async () => {
    const handler = httpEndpoint({
      'POST /v1/apps/{appId}/users/search': (request) => {
        noteConsumed({ readUnits: 1, writeUnits: 0 });
        noteConsumed({ readUnits: 0.5, writeUnits: 4 });
        return { status: 200, body: request.json() };
      },
    });
    await send(handler, 'POST', '/v1/apps/acme/users/search', { body: { phone: '+525512345678' } });
    const line = JSON.parse(logged);
    expect(line).toMatchObject({
      route: 'POST /v1/apps/{appId}/users/search',
      status: 200,
      appId: 'acme',
      keyId: fullKey.keyId,
      requests: 2,
      readUnits: 1.5,
      writeUnits: 4,
    });
    expect(logged).not.toContain('525512345678');
  });

  it('answers an unknown failure with a bare 500 and logs it without its words', async () => {
    const handler = httpEndpoint({
      'GET /v1/apps': () => {
        throw new RangeError('cannot read +525512345678');
      },
    });
    const answer = await send(handler, 'GET', '/v1/apps');
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(JSON.stringify(answer.body) + logged).not.toContain('525512345678');
    expect(logged).toContain('RangeError');
  });

  it('says when to try again', async () => {
    const handler = httpEndpoint({
      'GET /v1/apps': () => {
        throw new TryAgainError('busy', 3);
      },
    });
    expect(await send(handler, 'GET', '/v1/apps')).toMatchObject({ status: 503, headers: { 'retry-after': '3' } });
  });

  it('answers 503 before Lambda would cut it off', async () => {
    const handler = httpEndpoint({ 'GET /v1/apps': () => new Promise(() => undefined) });
    const context = lambdaContext(requestId, 251);
    const answer = await handler(httpEvent('GET', '/v1/apps'), context);
    expect(answer.statusCode).toBe(503);
  });
});
